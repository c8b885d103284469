import type { DirectoryDetailsWords } from './directory-details.js';

export const directoryDetailsEn: DirectoryDetailsWords = {
  contact: 'Contact details',
  address: 'Address',
  phones: 'Telephone',
  email: 'E-mail address',
  contactForm: 'Contact form',
  website: 'Website',
  hours: 'Opening hours',
  noHours: 'The opening hours are not known: better telephone before you come.',
  accessibility: 'Accessibility',
  map: 'See it on a map (OpenStreetMap)',
  write: 'Write to this service',
  startHere: 'Procedures',

  audience: 'For whom',
  documents: 'What you need to have',
  cost: 'Price',
  delay: 'Time it takes',
  howTo: 'How to do it',
  ways: {
    online: 'Online',
    counter: 'At the counter',
    phone: 'By telephone',
    post: 'By post',
  },
  organisation: 'Who is in charge',
  start: 'Start the procedure',
  guide: 'Read the guide about it (in French)',

  source: (updated) => ({
    before: 'Source: ',
    after: `${updated && `, updated on ${updated}`} (Licence Ouverte 2.0)`,
  }),

  print: 'Print',
  share: 'Share',
  copied: 'The address is copied: you can paste it into a message.',
  copyThis: 'Address to copy',
};
