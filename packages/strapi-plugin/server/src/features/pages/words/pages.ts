/** The words that only the hosting's own pages show: their frame, what differs without JavaScript, and refusals. */
import type { senderKinds } from '@guichet/contracts/request-rules';

export interface PageWords {
  skip: string;
  /** Before the title of a page where something is to be corrected (WCAG 2.2, technique G199's counterpart in titles). */
  errorPrefix: string;
  /** Name of the navigation, for those who hear the page. */
  navigation: string;
  services: string;
  write: string;
  follow: string;
  terms: string;
  /** Link to the same page in the other language, in that language. */
  otherLanguage: string;
  reachUs: string;
  phone: string;
  email: string;
  address: string;
  hours: string;

  contact: {
    /** For whom a group of fields is, where the browser cannot hide it from the others. */
    onlyFor: Record<(typeof senderKinds)[number], string>;
    onlyIndividuals: string;
    onlyOnBehalf: string;
    countryHint: string;
    countryInvalid: string;
    /** Heading of the list of what was typed. */
    yourMessage: string;
    you: string;
    /** How many seconds until it may be sent again. */
    tooMany(minutes: number): string;
    unavailable: string;
    inProgress: string;
    receiptHint: string;
    another: string;
    leave: string;
  };

  files: {
    /** @param name of the file @param why a sentence */
    refused(name: string, why: string): string;
    /** Too much was sent from this network: when it can be added again. */
    throttled(minutes: number): string;
    /** Above those that came, each with a box to tick. */
    removeHint: string;
    /** Where a form that files came with has to be sent again. */
    kept: string;
  };

  tracking: {
    /** To those who followed a mailed link in a browser without JavaScript. */
    mailedLink: string;
    draftKept: string;
    leave: string;
    inProgress: string;
    withdrawalInProgress: string;
    askInProgress: string;
    /** From a page that was gone back to. */
    askAgain: string;
  };

  problems: {
    administrationNotFound: { title: string; text: string };
    tooMany: { title: string; text(minutes: number): string };
    tooLarge: { title: string; text: string };
    origin: { title: string; text: string; link: string };
    https: { title: string; text: string; link: string };
    unreadable: { title: string; text: string };
    unavailable: { title: string; text: string };
    /** Where no administration, hence no telephone, is known. */
    callYourTownHall: string;
    back: string;
  };
}
