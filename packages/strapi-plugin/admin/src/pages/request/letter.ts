/** What can be put in an envelope: the mairie's latest word, as it was sent or is to be signed. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { AskedItem, DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import type { PostalAddress, Sender } from '@guichet/contracts/request';
import { dateIn } from '../../shared/civil-date.js';

export interface Letter {
  kind: 'answered' | 'items-asked' | 'granted' | 'refused' | 'reasons-given' | 'forwarded';
  /** Civil date of the administration; null for what is still to be dated by who signs it. */
  on: string | null;
  message: string | null;
  items: AskedItem[];
  answerBy: string | null;
  decision: DecisionContent | null;
  /** The agent's first name, surname and capacity (CRPA L111-2); null where the administration alone is named. */
  signedBy: string | null;
  to: string | null;
}

const kinds: readonly string[] = [
  'answered',
  'items-asked',
  'granted',
  'refused',
  'reasons-given',
  'forwarded',
] satisfies Letter['kind'][];

const isLetterKind = (kind: string): kind is Letter['kind'] => kinds.includes(kind);

/** @returns the latest word to the person, null where none was said */
export function latestLetter({ timeline }: Pick<InboxRequest, 'timeline'>, timeZone: string): Letter | null {
  const event = timeline.findLast(({ kind }) => isLetterKind(kind));
  if (!event || !isLetterKind(event.kind)) return null;
  const { kind, at, message, items, answerBy, decision, shownAs, to } = event;
  const on = dateIn(timeZone, new Date(at));
  return { kind, on, message, items, answerBy, decision, signedBy: shownAs, to };
}

/** A decision on paper, for the hand that signs it. */
export function letterOf(decision: DecisionContent): Letter {
  return {
    kind: decision.outcome,
    on: null,
    message: null,
    items: [],
    answerBy: null,
    decision,
    signedBy: null,
    to: null,
  };
}

/** Name and address as an envelope bears them. CRPA L111-3: the family name, unless the person asks for another. */
export function envelopeOf(sender: Sender): string[] {
  const person =
    'familyName' in sender ? `${sender.givenName} ${sender.preferredName || sender.familyName}` : null;
  const body = 'name' in sender ? sender.name : null;
  return [body, person, ...('postalAddress' in sender ? addressLines(sender.postalAddress) : [])].filter(
    (line): line is string => Boolean(line?.trim()),
  );
}

/** @returns the lines of an address, without those that say nothing */
export function addressLines({ lines, postalCode, city, country }: PostalAddress): string[] {
  return [...lines, `${postalCode} ${city}`, country === 'FR' ? '' : country].filter((line) => line.trim());
}
