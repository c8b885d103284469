import { englishDay } from './day.js';
import type { GuideWords } from './guide.js';

export const guideEn: GuideWords = {
  trail: 'You are here',
  inFrench: 'This guide is published by the French State, in French only.',
  source: {
    title: 'Source of this guide',
    untouched: 'This guide is published by the French State; it is shown here without a change to its text.',
    from: 'Source:',
    author: 'Author:',
    verified: 'Verified on',
    file: 'File:',
    fetched: 'Fetched on',
    licence: 'Licence:',
  },
  day: englishDay,
  elsewhere: '(other site)',
};
