/**
 * The words of a téléprocédure before it is begun, for the widget and for the page without JavaScript. Those of what
 * follows are in `teleprocedure-course.ts`: a page loads them later.
 */
import type { Entry } from '../teleprocedure.js';
import type { Way } from '../directory.js';
import type { CommonWords } from './common.js';

export interface TeleprocedureWords extends CommonWords {
  /** Labels of what is told. */
  operator: string;
  /** Who decides (CRPA L114-4). */
  competent: string;
  audience: string;
  delay: string;
  documents: string;
  cost: string;
  /** On paper or at the counter. */
  otherwise: string;
  ways: Record<Exclude<Way, 'online'>, string>;
  /** A human to call about it. */
  contact: string;
  /** It alone validly seises by electronic means (CRPA L112-9). */
  isReserved: string;

  /** Button. */
  begin: string;
  beginning: string;
  /** Where one will be, said before one begins. @param operator its name, which has no article: it follows a colon */
  before: Record<Entry, (operator: string) => string>;

  /** None of this name is offered here. */
  notFound: string;
  /** Link to all that there is. */
  services: string;

  /** It could not be begun: there is no connection. */
  offline: string;
}
