import { commonEn } from './common.en.js';
import type { TeleprocedureWords } from './teleprocedure.js';

export const teleprocedureEn: TeleprocedureWords = {
  ...commonEn,
  operator: 'Service provided by',
  competent: 'Who decides',
  audience: 'For whom',
  delay: 'How long it takes',
  documents: 'What to have at hand',
  cost: 'Price',
  otherwise: 'Without the internet',
  ways: {
    counter: 'At the counter',
    phone: 'By telephone',
    post: 'By post',
  },
  contact: 'A question about this procedure?',
  isReserved:
    'Over the internet, only this online procedure counts as an application: an ordinary message is not enough.',

  begin: 'Start the procedure',
  beginning: 'Opening…',
  before: {
    frame: (operator) => `You stay on this site. The service is provided by another body: ${operator}.`,
    'hand-off': (operator) =>
      `You will continue on another site: ${operator}. You can come back here afterwards.`,
    link: (operator) => `The procedure takes place on another site: ${operator}.`,
  },

  notFound: 'This procedure is not offered here.',
  services: 'See services and procedures',

  offline: 'The internet connection is down. Keep this page open and start again once it is back.',
};
