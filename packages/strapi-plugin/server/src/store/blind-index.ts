/**
 * Looking up what is encrypted: a keyed hash of the folded value, of its own for each administration, so that equal
 * people of two communes cannot be told to be equal.
 */
import type { Sender } from '@guichet/contracts/request';
import { foldEmail, foldName } from '../domain/folded-name.js';
import type { Secrets } from '../vault/secrets.js';

export interface BlindIndexes {
  email_index: string | null;
  receipt_email_index: string | null;
  name_index: string | null;
  body_index: string | null;
}

export function emailIndex(secrets: Secrets, administrationId: string, email: string): string {
  return secrets.mac('blind-index', administrationId, 'email', foldEmail(email)).toString('base64url');
}

/** Of a family name, or of the name of a company, an association or another body. */
export function nameIndex(secrets: Secrets, administrationId: string, name: string): string {
  return secrets.mac('blind-index', administrationId, 'name', foldName(name)).toString('base64url');
}

export function indexesOf(secrets: Secrets, administrationId: string, sender: Sender): BlindIndexes {
  const name = (text: string) => nameIndex(secrets, administrationId, text);
  return {
    // Who came to the counter need not have any.
    email_index: sender.email ? emailIndex(secrets, administrationId, sender.email) : null,
    receipt_email_index: sender.receiptEmail
      ? emailIndex(secrets, administrationId, sender.receiptEmail)
      : null,
    name_index: 'familyName' in sender && sender.familyName ? name(sender.familyName) : null,
    body_index: 'name' in sender ? name(sender.name) : null,
  };
}
