import { commonFr } from '@guichet/contracts/words/common.fr';
import type { CommonWords } from '@guichet/contracts/words/common';
import type { FilesWords } from '@guichet/contracts/words/files';
import { filesFr } from '@guichet/contracts/words/files.fr';
import type { TrackingWords } from '@guichet/contracts/words/tracking';
import { trackingFr } from '@guichet/contracts/words/tracking.fr';
import type { Dictionary } from '../shared/localize.js';

export type Words = CommonWords & TrackingWords & { files: FilesWords };

export const dictionary: Dictionary<Words> = {
  fr: { ...commonFr, ...trackingFr, files: filesFr },
  en: async () => {
    const [{ commonEn }, { filesEn }, { trackingEn }] = await Promise.all([
      import('@guichet/contracts/words/common.en'),
      import('@guichet/contracts/words/files.en'),
      import('@guichet/contracts/words/tracking.en'),
    ]);
    return { ...commonEn, ...trackingEn, files: filesEn };
  },
};
