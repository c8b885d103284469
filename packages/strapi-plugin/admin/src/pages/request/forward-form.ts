/** To whom a request is forwarded, as it is typed, checked and sent. */
import type { AdministrationTag, InboxLegal } from '@guichet/contracts/admin/inbox';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { WordKey } from '../../shared/words.js';
import { checkLine, checkOptionalMessage, errorsIn, orNull } from './form-checks.js';
import { checkReport, type ReportForm, reportWish } from './report-form.js';
import type { WishFor } from './wish.js';

export interface ForwardForm {
  /** Another administration of the hosting, one out of it, or a system of one. */
  where: 'here' | 'elsewhere' | 'system' | null;
  administration: AdministrationTag | null;
  name: string;
  contact: string;
  /** Of a system: by its slug, and what it is sent. */
  system: { slug: string; report: ReportForm } | null;
  message: string;
}

export const emptyForward: ForwardForm = {
  where: null,
  administration: null,
  name: '',
  contact: '',
  system: null,
  message: '',
};

export function checkForward({
  where,
  administration,
  name,
  contact,
  system,
  message,
}: ForwardForm): AdminFieldError[] {
  const isElsewhere = where === 'elsewhere';
  const reported = where === 'system' && system ? checkReport(system.report) : [];
  const errors = errorsIn([
    ['to.kind', where === null && 'required'],
    ['to.administrationId', where === 'here' && !administration && 'required'],
    ['to.name', isElsewhere && checkLine(name, 200)],
    ['to.contact', isElsewhere && checkLine(contact, 1000)],
    ['message', checkOptionalMessage(message)],
  ]);
  return [...reported, ...errors];
}

function toOf({ where, administration, name, contact, system }: ForwardForm): WishFor<'forward'>['to'] {
  if (where === 'here' && administration) return { kind: 'here', administrationId: administration.id };
  if (where === 'system' && system)
    return { kind: 'system', teleprocedure: system.slug, report: reportWish(system.report) };
  return { kind: 'elsewhere', name: name.trim(), contact: contact.trim() };
}

/** What is sent of a form that {@link checkForward} finds right. */
export function forwardWish(form: ForwardForm): WishFor<'forward'> {
  return { action: 'forward', to: toOf(form), message: orNull(form.message) };
}

/** What forwarding does to the delay at whose end silence decides (CRPA L114-3). */
export function forwardEffect({ silence }: Pick<InboxLegal, 'silence'>): WordKey {
  return silence ? `forward.effect.${silence.effect}` : 'forward.effect.none';
}
