/** A contact form's fields, as texts. The widget and the page without JavaScript hold the same draft. */
import type { SenderKind } from './request.js';
import { senderKinds } from './request-choices.js';

/**
 * What was typed: the text of each field by the member of the request that it fills (`sender.email`), any text for
 * what is ticked. Fields that are not shown any more keep theirs, in case they come back.
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
