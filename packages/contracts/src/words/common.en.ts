import type { CommonWords } from './common.js';

export const commonEn: CommonWords = {
  phone: 'Telephone',
  email: 'E-mail address',
  hours: 'Opening hours',
  human: 'Talk to someone',
  optional: 'optional',
  errors: (count) => (count > 1 ? `${count} things need correcting` : 'One thing needs correcting'),
  unusable: 'This service cannot be shown on this page.',
  otherPage: 'Open the service on another page',
};
