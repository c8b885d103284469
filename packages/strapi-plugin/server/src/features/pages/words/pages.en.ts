import type { PageWords } from './pages.js';

const minutes = (count: number) => (count > 1 ? `${count} minutes` : 'one minute');

export const pagesEn: PageWords = {
  skip: 'Skip to content',
  errorPrefix: 'Error: ',
  navigation: 'Online services',
  services: 'Services',
  write: 'Write to us',
  follow: 'Follow a request',
  terms: 'Terms of use and your rights',
  otherLanguage: 'Français',
  reachUs: 'Reach us',
  phone: 'Telephone',
  email: 'E-mail address',
  address: 'Address',
  hours: 'Opening hours',

  contact: {
    onlyFor: {
      individual: 'If you are writing in your own name',
      company: 'If you are writing for a company',
      association: 'If you are writing for an association',
      organisation: 'If you are writing for a company, an association or another body',
      minimal: 'to ask a question only',
    },
    onlyIndividuals:
      'If you are writing in your own name, or for a body that is neither a company nor an association',
    onlyOnBehalf: 'If you are writing for another person',
    countryHint: 'In full, for example: Belgium',
    countryInvalid: 'Enter the name of the country in full, for example: Belgium.',
    yourMessage: 'Your message',
    you: 'You',
    tooMany: (count) =>
      `Your message has not left yet: too many messages were sent from your network just now. Keep this page open and press “Send” again in ${minutes(count)}.`,
    unavailable:
      'Your message has not left yet: the service does not answer at the moment. Keep this page open and press “Send” again in a few minutes. Is it urgent? Telephone us.',
    inProgress:
      'Your message is being registered. Wait a few seconds, then press “Send” again: it will leave only once.',
    receiptHint: 'Print this page, or write down the reference and the tracking code.',
    another: 'Write another message',
    leave:
      'On a shared computer, close every window of the browser before you leave: the previous page keeps what you wrote.',
  },

  files: {
    refused: (name, why) => `“${name}”: ${why}`,
    throttled: (count) => `Too many files were sent from your network. Add it again in ${minutes(count)}.`,
    removeHint: 'They will leave with your message, except those that you tick.',
    kept: 'The files that you added are kept.',
  },

  tracking: {
    mailedLink:
      'Did you follow the link in the e-mail, and does this page ask you for the reference and the code? The link only opens in a browser where JavaScript is on. Enter the reference and the tracking code here, or telephone us.',
    draftKept: 'The message that you were writing is kept below. It has not left yet.',
    leave:
      'On a shared computer, close every window of the browser before you leave: otherwise the previous page could show your request.',
    inProgress:
      'Your message is being registered. Wait a few seconds, then send it again: it will leave only once.',
    askAgain: 'It is not asked for yet. Press the button again.',
    askInProgress:
      'What you ask for is being registered. Wait a few seconds, then press the button again: it will be asked for only once.',
    withdrawalInProgress:
      'Your withdrawal is being registered. Wait a few seconds, then confirm it again: it will be done only once.',
  },

  problems: {
    administrationNotFound: {
      title: 'This administration is not here',
      text: 'No administration has this code on this service. The address may be incomplete: go back to the website of your town hall and follow the link again.',
    },
    tooMany: {
      title: 'Too much in a short time',
      text: (count) =>
        `So that the service stays open to everyone, wait ${minutes(count)}, then go back to the previous page: what you wrote is still there.`,
    },
    tooLarge: {
      title: 'What you sent is too large',
      text: 'It was not sent. Go back to the previous page, where it still is, and shorten it (8,000 characters at most) or add fewer files at a time.',
    },
    origin: {
      title: 'This page cannot take what you sent',
      text: 'Nothing was sent: the website that shows this page does not allow it. Go back to the previous page to copy what you wrote, then open the service in a window of its own.',
      link: 'Open the service in a new window',
    },
    https: {
      title: 'The connection is not protected',
      text: 'So that nobody reads your messages on their way, this service only opens at an address that begins with https://.',
      link: 'Open the protected page',
    },
    unreadable: {
      title: 'What you sent could not be read',
      text: 'Nothing was registered. Go back to the previous page, where what you wrote still is, and try again.',
    },
    unavailable: {
      title: 'The service does not answer at the moment',
      text: 'Nothing was registered. Go back to the previous page, where what you wrote still is, and try again in a few minutes.',
    },
    callYourTownHall: 'You can also telephone your town hall.',
    back: 'Back to the empty form',
  },
};
