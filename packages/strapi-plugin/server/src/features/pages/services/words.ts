import type { Language } from '@guichet/contracts/administration';
import type { DirectoryWords } from '@guichet/contracts/words/directory';
import type { DirectoryDetailsWords } from '@guichet/contracts/words/directory-details';
import { directoryDetailsEn } from '@guichet/contracts/words/directory-details.en';
import { directoryDetailsFr } from '@guichet/contracts/words/directory-details.fr';
import { directoryEn } from '@guichet/contracts/words/directory.en';
import { directoryFr } from '@guichet/contracts/words/directory.fr';

export const directoryWords: Record<Language, DirectoryWords> = { fr: directoryFr, en: directoryEn };
export const detailsWords: Record<Language, DirectoryDetailsWords> = {
  fr: directoryDetailsFr,
  en: directoryDetailsEn,
};
