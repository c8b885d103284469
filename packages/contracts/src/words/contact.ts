/**
 * The words of the contact form, for the widget and for the page without JavaScript. What is shown only once
 * something was typed is in `contact-outcome.ts`: a page loads it later.
 */
import type { capacities, natures, senderKinds } from '../request-rules.js';
import type { CommonWords } from './common.js';

type Choices<Values extends readonly string[]> = Record<Values[number], string>;

export interface ContactWords extends CommonWords {
  title: string;
  /** What happens with the message, in one sentence. */
  intro: string;
  /** Which fields are asked for (RGAA 11.10). */
  requiredNote: string;

  aboutMessage: string;
  nature: string;
  natures: Choices<typeof natures>;
  /** An example of each, below it. */
  natureHints: Choices<typeof natures>;
  recipient: string;
  /** The choice of somebody who does not know which service it is for. */
  anyRecipient: string;
  subject: string;
  subjectHint: string;
  message: string;

  aboutYou: string;
  senderKind: string;
  senderKinds: Choices<typeof senderKinds>;
  siret: string;
  siretHint: string;
  rna: string;
  rnaHint: string;
  /** Name of the company, association or other body. */
  bodyName: string;
  familyName: string;
  givenName: string;
  email: string;
  emailHint: string;
  address: string;
  addressHint: string;
  postalCode: string;
  city: string;
  country: string;
  /** ISO 3166-1's FR, before the list of countries is there. */
  france: string;

  /** Title of what few people need. */
  more: string;
  phoneNumber: string;
  phoneHint: string;
  preferredName: string;
  preferredNameHint: string;
  receiptEmail: string;
  receiptEmailHint: string;
  refusesElectronicReply: string;
  isOnBehalf: string;
  onBehalfName: string;
  capacity: string;
  capacities: Choices<typeof capacities>;

  /** Label of the field that people neither see nor hear. */
  trap: string;
  /** @param administration its name, as a sentence can begin with */
  privacy(administration: string): string;
  terms: string;
  review: string;
  erase: string;
  /** Asked before everything is wiped. */
  eraseQuestion: string;
  /** The next step could not be loaded. */
  stuck: string;
}
