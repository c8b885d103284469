import type { ContactOutcomeWords } from './contact-outcome.js';

const email = 'Enter the whole e-mail address, for example: name@example.org.';

export const contactOutcomeEn: ContactOutcomeWords = {
  errors: {
    nature: { required: 'Choose what you would like to do.' },
    subject: {
      required: 'Enter the subject of your message.',
      'too-long': 'Shorten the subject: 150 characters at most.',
    },
    message: {
      required: 'Write your message.',
      'too-long': 'Shorten your message: 8,000 characters at most.',
    },
    'sender.siret': {
      required: 'Enter the SIRET or SIREN number.',
      invalid: 'Check the number: a SIRET has 14 digits, a SIREN 9.',
    },
    'sender.rna': {
      required: 'Enter the RNA number of the association.',
      invalid: 'Check the RNA number: W followed by 9 digits.',
    },
    'sender.name': { required: 'Enter the name of the body.' },
    'sender.familyName': { required: 'Enter your family name.' },
    'sender.givenName': { required: 'Enter your first name.' },
    'sender.email': { required: 'Enter your e-mail address.', invalid: email },
    'sender.postalAddress.lines': {
      required: 'Enter your postal address.',
      'too-long': 'Write your address in 4 lines at most, of 100 characters each.',
    },
    'sender.postalAddress.postalCode': {
      'too-long': 'Shorten the postal code: 12 characters at most.',
      required: 'Enter your postal code.',
      invalid: 'Check the postal code: 5 digits in France. For another country, choose it below.',
    },
    'sender.postalAddress.city': { required: 'Enter the name of your town or village.' },
    'sender.phone': { invalid: 'Check the telephone number, for example: +33 6 39 98 00 00.' },
    'sender.receiptEmail': { invalid: email },
    'sender.onBehalfOf.name': { required: 'Enter the name of the person you are writing for.' },
  },
  otherErrors: {
    required: 'Fill in this field.',
    'too-long': 'Shorten this text: 100 characters at most.',
    invalid: 'Type this text again: it holds a character that we cannot read.',
    'not-allowed': 'This choice is not possible here.',
  },

  reviewTitle: 'Read your message again',
  reviewIntro: 'Nothing has been sent yet.',
  change: 'Change',
  send: 'Send',
  sending: 'Sending…',
  yes: 'Yes',
  from: 'From',
  onBehalfOf: 'For',

  waitingTitle: 'Not sent yet',
  waiting: {
    offline: 'The Internet connection is down.',
    unavailable: 'The service does not answer at the moment.',
    'rate-limited': 'Too many messages were sent from your network just now.',
  },
  waitingNext: (time) =>
    `Keep this page open: your message stays in it, and will leave by itself ${time ? `at ${time}` : 'as soon as possible'}. Is it urgent? Telephone us.`,
  tryNow: 'Try now',

  refusedTitle: 'Your message could not be sent',
  refusedSite: (site) =>
    `The site ${site} is not allowed to send messages. You can telephone us, or copy your message to send it from another page.`,
  refusedOther: 'You can telephone us, or copy your message to send it from another page.',
  copyMessage: 'Copy my message',

  sentTitle: 'Your message is registered',
  sentIntro: (email) => `The receipt below is also sent to ${email}.`,
  receiptTitle: 'Electronic registration receipt',
  reference: 'Reference',
  trackingCode: 'Tracking code',
  trackingCodeHint:
    'Keep the tracking code: it will not be shown again. With the reference, it lets you follow your message and read the answer.',
  receivedAt: 'Received on',
  service: 'Service',
  copy: 'Copy',
  copied: 'Copied.',
  print: 'Print',
  download: 'Download (PDF)',
  printCode: 'Put my tracking code in the PDF as well',
  track: 'Follow this message',
  another: 'Write another message',

  eraseHint: 'On a shared computer, erase everything before you leave.',
  erasedTitle: 'Everything is erased',
  erased: 'Nothing of what you wrote is kept on this computer.',
};
