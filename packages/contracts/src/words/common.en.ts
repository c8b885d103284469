import type { CommonWords } from './common.js';

export const commonEn: CommonWords = {
  phone: 'Telephone:',
  optional: 'optional',
  errors: (count) => (count > 1 ? `${count} things need correcting` : 'One thing needs correcting'),
  unusable: 'This service cannot be shown on this page.',
  otherPage: 'Open the service on another page',
};
