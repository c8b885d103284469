import { commonEn } from './common.en.js';
import type { DirectoryWords } from './directory.js';

const many = (count: number, one: string, several: string) => `${count}\u00a0${count > 1 ? several : one}`;

export const directoryEn: DirectoryWords = {
  ...commonEn,
  title: 'Services and procedures',
  intro: 'Find who can help you, where and when.',

  search: 'What are you looking for?',
  searchHint: 'One word is enough, in French. For example: poubelle, passeport, cantine.',
  find: 'Search',
  clear: 'Clear the search',
  searching: 'Searching…',
  results: (count) => many(count, 'result', 'results'),
  noResult: (text) => `Nothing found for “${text}”.`,
  noResultHelp: 'Try another word. You can also ask us whom to turn to, in writing or by telephone.',
  write: 'Write to us',
  kinds: { procedure: 'Procedure', guide: 'Guide' },
  searchStuck:
    'The search could not be loaded: the connection seems to be down. The services are still listed below.',

  organisations: 'Services',
  procedures: 'Procedures',
  guides: 'Guides',
  themes: 'By theme',
  lifeEvents: 'What to do if…',

  filters: 'Choose what is shown',
  level: 'Who is in charge',
  levels: {
    commune: 'Town hall',
    intercommunality: 'Group of communes',
    department: 'Département',
    region: 'Region',
    state: 'State',
    association: 'Association',
  },
  conditions: 'Only',
  openNow: 'Open now',
  online: 'Online',
  show: 'Show',
  reset: 'Show everything',
  listed: (organisations, procedures) =>
    [
      organisations && many(organisations, 'service', 'services'),
      procedures && many(procedures, 'procedure', 'procedures'),
    ]
      .filter(Boolean)
      .join(' and '),
  nothingListed: 'Nothing matches these choices.',
  more: (left) => `Show more (${left} left)`,

  back: 'All services and procedures',
  backToResults: 'Back to the results',
  loading: 'Loading…',
  notLoaded: 'This page could not be loaded: the connection seems to be down.',
  retry: 'Try again',
  notFound: 'This page does not exist, or no longer does.',
};
