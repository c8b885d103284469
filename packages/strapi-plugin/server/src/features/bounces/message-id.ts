/**
 * The Message-ID of a mail to a resident (RFC 5322 3.6.4) says which mail of which request it is, signed, so that what
 * comes back years later is known without keeping a list of what was sent.
 */
import { type DeliveryKind, deliveryKinds } from '@guichet/contracts/admin/deliveries';
import { isSame, type Secrets } from '../../vault/secrets.js';

export interface SentMail {
  /** The job's: the same however often it is sent. */
  id: string;
  kind: DeliveryKind;
  requestId: string;
}

/** Bytes of the signature: nobody guesses one of 128 bits. */
const MAC_BYTES = 16;
const UUID = '[0-9a-f-]{36}';
const LEFT = new RegExp(`<guichet\\.([a-z-]+)_(${UUID})_(${UUID})_([\\w-]{22})@`);

const macOf = (secrets: Secrets, { id, kind, requestId }: SentMail) =>
  secrets.mac('message-id', id, kind, requestId).subarray(0, MAC_BYTES);

/** @returns what stands left of the at sign */
export function messageIdOf(secrets: Secrets, mail: SentMail): string {
  const { id, kind, requestId } = mail;
  return `guichet.${kind}_${id}_${requestId}_${macOf(secrets, mail).toString('base64url')}`;
}

/** @returns null where it is none of ours */
export function readMessageId(secrets: Secrets, text: string): SentMail | null {
  const [, kind, id = '', requestId = '', mac = ''] = LEFT.exec(text) ?? [];
  const known = deliveryKinds.find((one) => one === kind);
  if (!known) return null;
  const mail = { id, kind: known, requestId };
  return isSame(Buffer.from(mac, 'base64url'), macOf(secrets, mail)) ? mail : null;
}
