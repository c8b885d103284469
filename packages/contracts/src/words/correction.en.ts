import type { CorrectionWords } from './correction.js';

export const correctionEn: CorrectionWords = {
  title: 'Correct your request',
  intro: [
    'The date your request was received stays the same: the one on your receipt is the one that counts.',
    'What you wrote first is kept: the administration reads it beside your correction.',
    'Your e-mail address cannot be changed here: receipts and the tracking link are sent to it. To change it, telephone us.',
  ],
  labels: {
    subject: 'Subject',
    message: 'Message',
    'sender.name': 'Name of the body',
    'sender.familyName': 'Family name',
    'sender.givenName': 'First name',
    'sender.preferredName': 'Name in use',
    'sender.postalAddress.lines': 'Postal address',
    'sender.postalAddress.postalCode': 'Postal code',
    'sender.postalAddress.city': 'Town or village',
    'sender.postalAddress.country': 'Country',
    'sender.phone': 'Telephone',
  },
  hints: {
    'sender.postalAddress.lines': 'Number and street, then building or place',
    'sender.phone': 'For example: +33 6 39 98 00 00',
  },
  errors: {
    subject: { 'too-long': 'Shorten the subject: 150 characters at most.' },
    message: { 'too-long': 'Shorten your message: 8,000 characters at most.' },
    'sender.postalAddress.lines': {
      'too-long': 'Write your address in 4 lines at most, of 100 characters each.',
    },
    'sender.postalAddress.postalCode': {
      'too-long': 'Shorten the postal code: 12 characters at most.',
      invalid: 'Check the postal code: 5 digits in France. For another country, choose it below.',
    },
    'sender.phone': { invalid: 'Check the telephone number, for example: +33 6 39 98 00 00.' },
  },
  otherErrors: {
    required: (label) => `Fill in the field “${label}”.`,
    'too-long': (label) => `Shorten the text of the field “${label}”: 100 characters at most.`,
    invalid: (label) => `Write the field “${label}” again: it has a character that we cannot read.`,
    'not-allowed': (label) => `The field “${label}” cannot be corrected here.`,
  },
  send: 'Send my correction',
  cancel: 'Correct nothing',
  unchanged: 'You have not changed anything yet. Correct what needs to be, then send it.',
  kept: 'Your correction has not left yet. Read it again, then send it.',
};
