/** What an administration makes of a téléprocédure that is offered to it, as it is typed and as it is sent. */
import type { OfferedTeleprocedure, TeleprocedureChoice } from '@guichet/contracts/admin/teleprocedures';

export interface ChoiceDraft {
  title: string;
  introduction: string;
  /** Whether residents call somebody else than the operator. */
  hasContact: boolean;
  contact: { name: string; phone: string; email: string };
}

export function choiceDraft({ own }: Pick<OfferedTeleprocedure, 'own'>): ChoiceDraft {
  const { title, introduction, contact } = own;
  return {
    title,
    introduction,
    hasContact: contact !== null,
    contact: { name: contact?.name ?? '', phone: contact?.phone ?? '', email: contact?.email ?? '' },
  };
}

/** @returns the choice with these words, as on or off as it is */
export function choiceToSend(one: OfferedTeleprocedure, draft: ChoiceDraft): TeleprocedureChoice {
  const { name, phone, email } = draft.contact;
  return {
    slug: one.slug,
    seen: one.version,
    isOn: one.isOn,
    title: draft.title.trim(),
    introduction: draft.introduction.trim(),
    contact: draft.hasContact
      ? { name: name.trim(), phone: phone.trim(), email: email.trim() || null }
      : null,
  };
}

/** @returns the choice with the words that there are, on or off */
export const switched = (one: OfferedTeleprocedure, isOn: boolean): TeleprocedureChoice => ({
  slug: one.slug,
  seen: one.version,
  isOn,
  ...one.own,
});

/** @returns whether it says anything else than what everybody reads */
export const isWorded = ({ own }: Pick<OfferedTeleprocedure, 'own'>): boolean =>
  own.title !== '' || own.introduction !== '' || own.contact !== null;
