/** Between a correction and the form that it is made in, so that the widget and the page without JavaScript send the same. */
import type { Correction } from './correction.js';
import { compactNumber } from './identity.js';
import type { Draft } from './request-draft.js';

/** The fields of the form, as those of a request are named; an address is three. */
export const correctionFields = [
  'subject',
  'message',
  'sender.name',
  'sender.familyName',
  'sender.givenName',
  'sender.preferredName',
  'sender.postalAddress.lines',
  'sender.postalAddress.postalCode',
  'sender.postalAddress.city',
  'sender.postalAddress.country',
  'sender.phone',
] as const;
export type CorrectionField = (typeof correctionFields)[number];

/** What the form begins with: a field for each member that there is. */
export function draftOf({ subject, message, sender }: Correction): Draft {
  const draft: Draft = { subject, message };
  const texts: Partial<Record<string, unknown>> = sender;
  for (const name of ['name', 'familyName', 'givenName', 'preferredName', 'phone']) {
    const text = texts[name];
    if (text === null || typeof text === 'string') draft[`sender.${name}`] = text ?? '';
  }
  if ('postalAddress' in sender) {
    const { lines, postalCode, city, country } = sender.postalAddress;
    const address = { lines: lines.join('\n'), postalCode, city, country };
    for (const [part, text] of Object.entries(address)) draft[`sender.postalAddress.${part}`] = text;
  }
  return draft;
}

/** What the form holds, as the API wants it. @param before tells what there is to correct */
export function correctionFrom(draft: Draft, before: Correction): Correction {
  const text = (name: CorrectionField) => draft[name]?.trim() ?? '';
  const { kind } = before.sender;
  const phone = text('sender.phone') || null;
  const country = draft['sender.postalAddress.country'] || 'FR';
  const postalCode = text('sender.postalAddress.postalCode');
  const person = () => ({
    familyName: text('sender.familyName'),
    givenName: text('sender.givenName'),
    preferredName: text('sender.preferredName') || null,
    postalAddress: {
      lines: text('sender.postalAddress.lines')
        .split(/\s*\n\s*/)
        .filter(Boolean),
      postalCode: country === 'FR' ? compactNumber(postalCode) : postalCode,
      city: text('sender.postalAddress.city'),
      country,
    },
  });
  const name = () => ({ name: text('sender.name') });
  const senders: { [Kind in typeof kind]: () => Extract<Correction['sender'], { kind: Kind }> } = {
    individual: () => ({ kind: 'individual', ...person(), phone }),
    company: () => ({ kind: 'company', ...name(), phone }),
    association: () => ({ kind: 'association', ...name(), phone }),
    organisation: () => ({ kind: 'organisation', ...name(), ...person(), phone }),
    minimal: () => ({ kind: 'minimal', phone }),
  };
  return { subject: text('subject'), message: text('message'), sender: senders[kind]() };
}
