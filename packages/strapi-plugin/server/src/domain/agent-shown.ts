/**
 * Who deals with a request, as residents are told: first name, surname and capacity, unless the safety of the public or
 * of persons wants the agent to stay anonymous (CRPA L111-2). Never of who decides: a decision names its author (L212-1).
 */

/** « Marie Dupont, secrétaire de mairie ». @param capacity as it was entered for this agent in this administration */
export function signatureOf(
  { firstname, lastname }: { firstname: string | null; lastname: string | null },
  capacity: string,
): string {
  const name = [firstname, lastname].filter(Boolean).join(' ');
  return [name, capacity].filter(Boolean).join(', ');
}

const folded = (capacity: string) => capacity.trim().toLowerCase();

/**
 * What of an anonymous agent's signature still tells nobody apart.
 *
 * @param others the capacities of those who work there too
 * @returns the capacity, where others have the same; else null: in a village, the secretary is one person
 */
export function capacityAlone(capacity: string, others: readonly string[]): string | null {
  return others.some((other) => folded(other) === folded(capacity)) ? capacity : null;
}

interface Written {
  agentId: number | null;
  content: {
    agentName?: string;
    /** Of what an agent wrote who was anonymous then: what residents read instead of the name. */
    shownAs?: string | null;
  };
}

/**
 * What residents read of who wrote. What was written anonymously stays so for ever: a name that is told once the
 * anonymity has ended would tell who it was.
 *
 * @param anonymous the agents who are so now, whatever they signed before
 * @returns null where the administration alone is named
 */
export function shownOf({ agentId, content }: Written, anonymous: ReadonlySet<number>): string | null {
  if (content.shownAs !== undefined) return content.shownAs;
  if (agentId !== null && anonymous.has(agentId)) return null;
  return content.agentName ?? null;
}
