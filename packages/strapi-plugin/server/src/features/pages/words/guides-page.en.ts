import { guideEn } from '@guichet/contracts/words/guide.en';
import type { GuidesPageWords } from './guides-page.js';

export const guidesPageEn: GuidesPageWords = {
  ...guideEn,
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

  missing: {
    title: 'This guide is not here',
    text: 'It may have been withdrawn or replaced by another, or the address is incomplete.',
    link: 'See all the guides',
  },
};
