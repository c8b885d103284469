/** The text of a decision, as it is notified: what its signature vouches for. */

export interface DecisionText {
  /** What the person reads first. */
  message: string;
  /** The considerations of law and of fact (CRPA L211-5). */
  reasons: { law: string; facts: string } | 'not-required' | null;
  /** Why what it takes back was illegal (CRPA L242-1). */
  illegality: string | null;
}

/** Its parts in the order they are shown, an empty line between them. */
export function decisionText({ message, reasons, illegality }: DecisionText): string {
  const stated = reasons === null || reasons === 'not-required' ? [] : [reasons.law, reasons.facts];
  return [message, ...stated, ...(illegality === null ? [] : [illegality])].join('\n\n');
}
