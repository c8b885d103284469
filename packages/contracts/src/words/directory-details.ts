/** The words of one organisation and of one procedure, for the widget and for the page without JavaScript. */
import type { Way } from '../directory.js';

export interface DirectoryDetailsWords {
  /** Headings and labels of what is told of an organisation. */
  contact: string;
  address: string;
  phones: string;
  email: string;
  contactForm: string;
  website: string;
  hours: string;
  /** Where neither hours nor a note about them are known. */
  noHours: string;
  accessibility: string;
  /** Link to a map elsewhere, which is named. */
  map: string;
  /** Link to the contact form of this site, for this service. */
  write: string;
  /** Heading of the procedures that it is competent for. */
  startHere: string;

  /** Of a procedure. */
  audience: string;
  documents: string;
  cost: string;
  delay: string;
  howTo: string;
  ways: Record<Way, string>;
  organisation: string;
  start: string;
  /** Link to the State's guide about it. */
  guide: string;

  /** Whose data it is (licence ouverte 2.0). @param updated civil date as it is read, empty where it is not known */
  source(updated: string): { before: string; after: string };

  print: string;
  share: string;
  /** Said once the address is in the clipboard. */
  copied: string;
  /** Label of a field with the address, where neither sharing nor copying is possible. */
  copyThis: string;
}
