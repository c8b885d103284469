import { commonFr } from '@guichet/contracts/words/common.fr';
import type { CommonWords } from '@guichet/contracts/words/common';
import type { TrackingWords } from '@guichet/contracts/words/tracking';
import { trackingFr } from '@guichet/contracts/words/tracking.fr';
import type { Dictionary } from '../shared/localize.js';

export type Words = CommonWords & TrackingWords;

export const dictionary: Dictionary<Words> = {
  fr: { ...commonFr, ...trackingFr },
  en: async () => {
    const [{ commonEn }, { trackingEn }] = await Promise.all([
      import('@guichet/contracts/words/common.en'),
      import('@guichet/contracts/words/tracking.en'),
    ]);
    return { ...commonEn, ...trackingEn };
  },
};
