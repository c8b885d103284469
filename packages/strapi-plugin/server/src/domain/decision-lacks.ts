/** What a decision must not be notified without. Its author is always there: who decides has no anonymity (CRPA L212-1). */
import type { Decision } from './case-file.js';
import type { DecisionText } from './decision-text.js';

/** `handwritten`: on paper, of which the text is a copy. */
export type Signature = 'handwritten' | 'none';

export type DecisionLack = 'reasons' | 'illegality' | 'signature';

/**
 * @param signature null of a draft, which is not notified yet
 * @param isAttested whether the security of the téléservice is (ordonnance n° 2005-1516, art. 9)
 * @param standing the decision that it comes after
 */
export function decisionLacks(
  { outcome, reasons, illegality }: DecisionText & { outcome: 'granted' | 'refused' },
  {
    signature,
    isAttested,
    standing,
  }: { signature: Signature | null; isAttested: boolean; standing: Decision | null },
): DecisionLack[] {
  const lacks: DecisionLack[] = [];
  // CRPA L211-2, L211-5.
  if (outcome === 'refused' && reasons === null) lacks.push('reasons');
  // CRPA L242-1: what accepted is only taken back for its illegality.
  const takesBack = standing?.kind === 'granted' || standing?.kind === 'tacitly-granted';
  if (outcome === 'refused' && takesBack && illegality === null) lacks.push('illegality');
  // CRPA L212-2, 1°.
  if (signature === 'none' && !isAttested) lacks.push('signature');
  return lacks;
}
