/** To whom a request is forwarded, as it is typed, checked and sent. */
import type { AdministrationTag, InboxLegal } from '@guichet/contracts/admin/inbox';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { WordKey } from '../../shared/words.js';
import { checkLine, checkOptionalMessage, errorsIn, orNull } from './form-checks.js';
import type { WishFor } from './wish.js';

export interface ForwardForm {
  /** Another administration of the hosting, or one out of it. */
  where: 'here' | 'elsewhere' | null;
  administration: AdministrationTag | null;
  name: string;
  contact: string;
  message: string;
}

export const emptyForward: ForwardForm = {
  where: null,
  administration: null,
  name: '',
  contact: '',
  message: '',
};

export function checkForward({
  where,
  administration,
  name,
  contact,
  message,
}: ForwardForm): AdminFieldError[] {
  const isElsewhere = where === 'elsewhere';
  return errorsIn([
    ['to.kind', where === null && 'required'],
    ['to.administrationId', where === 'here' && !administration && 'required'],
    ['to.name', isElsewhere && checkLine(name, 200)],
    ['to.contact', isElsewhere && checkLine(contact, 1000)],
    ['message', checkOptionalMessage(message)],
  ]);
}

/** What is sent of a form that {@link checkForward} finds right. */
export function forwardWish(form: ForwardForm): WishFor<'forward'> {
  const { where, administration, name, contact } = form;
  return {
    action: 'forward',
    to:
      where === 'here' && administration
        ? { kind: 'here', administrationId: administration.id }
        : { kind: 'elsewhere', name: name.trim(), contact: contact.trim() },
    message: orNull(form.message),
  };
}

/** What forwarding does to the delay at whose end silence decides (CRPA L114-3). */
export function forwardEffect({ silence }: Pick<InboxLegal, 'silence'>): WordKey {
  return silence ? `forward.effect.${silence.effect}` : 'forward.effect.none';
}
