import { standingEn } from '@guichet/contracts/words/standing.en';
import type { GuideWords } from './guide.js';

export const guideEn: GuideWords = {
  title: 'Guides to rights and procedures',
  intro:
    'What the law says, whom to turn to, which documents to prepare: the guides that the French State publishes, in French.',
  audience: 'You are looking as',
  audiences: {
    individuals: 'An individual',
    professionals: 'A professional',
    associations: 'An association',
  },
  themes: 'Themes',
  none: 'There is no guide here yet. Telephone us or write to us: we will answer you.',
  trail: 'You are here',
  inFrench: 'This guide is published by the French State, in French only.',

  missing: {
    title: 'This guide is not here',
    text: 'It may have been withdrawn or replaced by another, or the address is incomplete.',
    link: 'See all the guides',
  },

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
  day: (date) => standingEn.day(date),
  elsewhere: '(other site)',
};
