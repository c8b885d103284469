import { senderKinds } from '@guichet/contracts/request-choices';
import type { SenderKind } from '@guichet/contracts/request';

/**
 * What was typed, as the form holds it: the text of each field by the member of the request it fills
 * (`sender.email`), `yes` for what is ticked. Fields that are not shown any more keep theirs, in case they come back.
 */
export type Draft = Record<string, string>;

/** Kinds of senders that this draft can choose among. An e-mail address is enough for a question, only. */
export function kindsFor({ nature }: Draft): readonly SenderKind[] {
  return nature === 'question' ? ['minimal', ...senderKinds.slice(0, -1)] : senderKinds.slice(0, -1);
}

/** The kind of sender: as chosen, or the first that can be. */
export function kindOf(draft: Draft): SenderKind {
  const kinds = kindsFor(draft);
  return kinds.find((kind) => kind === draft['sender.kind']) ?? kinds[0]!;
}
