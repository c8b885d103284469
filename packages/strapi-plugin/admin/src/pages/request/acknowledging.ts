import type { InboxLegal } from '@guichet/contracts/admin/inbox';
import type { Nature } from '@guichet/contracts/request';

/** What one click on the button would do with the nature that is chosen. */
export type Acknowledging =
  /** The first acknowledgement leaves. */
  | 'first'
  /** A corrected one leaves, with the same date of reception. */
  | 'correction'
  /** One was sent, and the nature is the same: nothing is left to send. */
  | 'nothing';

export function acknowledging(
  { acknowledgement, nature }: Pick<InboxLegal, 'acknowledgement' | 'nature'>,
  chosen: Nature,
): Acknowledging {
  if (acknowledgement.kind === 'sent') return chosen === nature ? 'nothing' : 'correction';
  return acknowledgement.kind === 'due' && acknowledgement.isCorrection ? 'correction' : 'first';
}
