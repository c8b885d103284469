/** What someone who holds a mailed link is asked before anything shows: mailboxes are shared, and mails forwarded. */
import type { Sender } from '@guichet/contracts/request';
import { foldEmail, foldName } from '../../domain/folded-name.js';

/**
 * Whether `given` is the family name, the name of the body, or the postal code; for a question asked without identity,
 * which has none of these, the e-mail address. Without regard to case, accents and punctuation.
 */
export function matchesControl(sender: Sender, given: string): boolean {
  const folded = foldName(given);
  if (!folded) return false;
  const names = ['familyName' in sender && sender.familyName, 'name' in sender && sender.name];
  if (names.some((name) => name && foldName(name) === folded)) return true;
  if ('postalAddress' in sender && compact(sender.postalAddress.postalCode) === compact(given)) return true;
  return sender.kind === 'minimal' && isAddress(sender.email, given);
}

/** Whether `given` is that e-mail address, where nothing else of a person is known. */
export const isAddress = (email: string, given: string) => foldEmail(email) === foldEmail(given);

const compact = (code: string) => code.replace(/\s/g, '').toUpperCase();
