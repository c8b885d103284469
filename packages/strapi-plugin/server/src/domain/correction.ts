/** What was sent, and what its author has made of it since (*droit à l'erreur*, CRPA L123-1). */
import type { Correction } from '@guichet/contracts/correction';
import { type Change, changesOf } from '@guichet/contracts/correction-rules';
import type { NewRequest } from '@guichet/contracts/request';

type Sent = Pick<NewRequest, 'subject' | 'message' | 'sender'>;

/** The part of a request that can be corrected, as it stands. */
export function correctionOf({ subject, message, sender }: Sent): Correction {
  const { phone } = sender;
  const person = () => {
    const { familyName, givenName, preferredName, postalAddress } = sender as Extract<
      NewRequest['sender'],
      { kind: 'individual' }
    >;
    return { familyName, givenName, preferredName, postalAddress };
  };
  switch (sender.kind) {
    case 'individual':
      return { subject, message, sender: { kind: sender.kind, ...person(), phone } };
    case 'company':
    case 'association':
      return { subject, message, sender: { kind: sender.kind, name: sender.name, phone } };
    case 'organisation':
      return { subject, message, sender: { kind: sender.kind, name: sender.name, ...person(), phone } };
    case 'minimal':
      return { subject, message, sender: { kind: sender.kind, phone } };
  }
}

/** The request as it is to be read after a correction, which is of the same kind of sender. */
export function corrected<Request extends Sent>(sent: Request, { subject, message, sender }: Correction) {
  return { ...sent, subject, message, sender: { ...sent.sender, ...sender } as Request['sender'] };
}

/** What each correction changed, by the id of its event. @param sent what was sent first */
export function changesByEvent(
  sent: Sent,
  events: readonly { id: string; content: { correction?: Correction } }[],
): ReadonlyMap<string, Change[]> {
  const changes = new Map<string, Change[]>();
  let before = correctionOf(sent);
  for (const { id, content } of events) {
    if (!content.correction) continue;
    changes.set(id, changesOf(before, content.correction));
    before = content.correction;
  }
  return changes;
}
