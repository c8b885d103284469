/** What the variables of a template stand for in one request. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { TemplateValues } from '@guichet/contracts/admin/template-text';
import type { Sender } from '@guichet/contracts/request';
import { civilDay, dateIn } from './civil-date.js';

/** CRPA L111-3: the family name, unless the person asks for another. Null for who gave none. */
function nameOf(sender: Sender): string | null {
  const person =
    'familyName' in sender ? `${sender.givenName} ${sender.preferredName || sender.familyName}`.trim() : null;
  return person || ('name' in sender ? sender.name : null);
}

/** Dates are in French, as answers are (CRPA L111-1), whatever the panel's language. */
const day = (date: string) => civilDay(date, 'fr', { dateStyle: 'long' });

export function templateValues(
  {
    reference,
    receivedAt,
    recipient,
    content,
    legal,
  }: Pick<InboxRequest, 'reference' | 'receivedAt' | 'recipient' | 'content' | 'legal'>,
  { name, timeZone }: { name: string; timeZone: string },
  signature: string,
): TemplateValues {
  const due = legal.silence?.date ?? null;
  return {
    référence: reference,
    objet: content.subject,
    nom: nameOf(content.sender),
    'date de réception': day(dateIn(timeZone, new Date(receivedAt))),
    mairie: name,
    service: recipient,
    échéance: due && day(due),
    signature,
  };
}
