import type { DirectoryWords } from '@guichet/contracts/words/directory';
import { directoryFr } from '@guichet/contracts/words/directory.fr';
import type { OpeningWords } from '@guichet/contracts/words/opening';
import { openingFr } from '@guichet/contracts/words/opening.fr';
import type { Dictionary } from '../shared/localize.js';

export type Words = DirectoryWords & { opening: OpeningWords };

export const dictionary: Dictionary<Words> = {
  fr: { ...directoryFr, opening: openingFr },
  en: async () => {
    const [{ directoryEn }, { openingEn }] = await Promise.all([
      import('@guichet/contracts/words/directory.en'),
      import('@guichet/contracts/words/opening.en'),
    ]);
    return { ...directoryEn, opening: openingEn };
  },
};
