/** What a correction must hold: checked by the same rules as what it corrects, without dependency, page and server. */
import type { Correction } from './correction.js';
import type { FieldError } from './problem.js';
import type { Sender } from './request.js';
import { checkRequest } from './request-rules.js';

/** As the checker of requests wants it. What cannot be corrected is wrong in the same way before and after. */
function asRequest({ subject, message, sender }: Correction) {
  const every = { email: '', receiptEmail: null, refusesElectronicReply: false, onBehalfOf: null };
  const numbers = { siret: null, siren: null, rna: '' };
  return {
    procedure: '',
    nature: 'question',
    recipient: null,
    language: 'fr',
    subject,
    message,
    sender: { ...every, ...numbers, ...sender } as Sender,
  } as const;
}

/**
 * @param before how it stood: what was missing then (at the counter, less is asked) is not asked for now
 * @returns one error a member at most, in the order of the form, empty where it can be sent
 */
export function checkCorrection(correction: Correction, before: Correction): FieldError[] {
  if (correction.sender.kind !== before.sender.kind) return [{ path: 'sender.kind', code: 'not-allowed' }];
  const known = checkRequest(asRequest(before)).map(({ path, code }) => `${path} ${code}`);
  const errors = checkRequest(asRequest(correction)).filter(
    ({ path, code }) => !known.includes(`${path} ${code}`),
  );
  const isMessage = ({ path }: FieldError) => !path.startsWith('sender.');
  return [...errors.filter(isMessage), ...errors.filter((error) => !isMessage(error))];
}

export const correctedMembers = [
  'subject',
  'message',
  'name',
  'familyName',
  'givenName',
  'preferredName',
  'postalAddress',
  'phone',
] as const;
export type CorrectedMember = (typeof correctedMembers)[number];

/** One member, before and after; an address in its lines; empty where there was or is nothing. */
export interface Change {
  member: CorrectedMember;
  before: string;
  after: string;
}

type Address = Extract<Correction['sender'], { kind: 'individual' }>['postalAddress'];

function textOf({ subject, message, sender }: Correction, member: CorrectedMember): string {
  const values: Partial<Record<CorrectedMember, string | Address | null>> = { ...sender, subject, message };
  const value = values[member] ?? '';
  // Browsers end lines otherwise than scripts do, and forms cut what stands around a text.
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  const { lines, postalCode, city, country } = value;
  return [...lines, `${postalCode} ${city}`.trim(), country === 'FR' ? '' : country]
    .filter(Boolean)
    .join('\n');
}

/** What differs, in the order of the form. */
export function changesOf(before: Correction, after: Correction): Change[] {
  return correctedMembers
    .map((member) => ({ member, before: textOf(before, member), after: textOf(after, member) }))
    .filter((change) => change.before !== change.after);
}
