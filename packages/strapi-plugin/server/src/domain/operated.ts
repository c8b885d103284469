/** Where a request made at an operator stands, folded from what the operator has told of it, in whatever order it came. */
import type { RequestStatus } from '@guichet/contracts/tracking';

/** One thing that an operator has told. */
export interface Told {
  /** Told again under the same id, it is the same. */
  id: string;
  /** When it happened, by the operator's clock: RFC 3339 in UTC with milliseconds, which sorts as text. */
  at: string;
  /** The operator's own word for where the request stands. */
  word: string;
  /** As residents read it; null: as the table of words says. */
  label: string | null;
  /** The operator's own reference; null while there is none. */
  reference: string | null;
  /** Where the resident goes on, at the operator's. */
  url: string | null;
  /** `on`: civil date. */
  acknowledgement: { on: string; url: string | null } | null;
  /** True where the operator only keeps it ready for its resident, who has not sent it. */
  isDraft: boolean;
  /** What the operator says of it beside its word, and the service there that deals with it. */
  note?: string | null;
  agency?: string | null;
}

/** Where a file stands at the operator's, as it is asked rather than told. */
export interface Standing {
  /** The operator's own word. */
  word: string;
  /** Since when, where the operator tells; RFC 3339 in UTC. */
  at: string | null;
  reference: string | null;
  url: string | null;
  /** True where its resident has not sent it. */
  isDraft: boolean;
  note?: string | null;
  agency?: string | null;
}

/** What one of an operator's words means here. */
export interface OperatorWord {
  word: string;
  label: string;
  status: RequestStatus;
}

export interface Step {
  /** RFC 3339 in UTC. */
  at: string;
  label: string;
  status: RequestStatus;
  note?: string;
}

export interface OperatedState {
  /** The first first. */
  steps: Step[];
  status: RequestStatus;
  /** The operator's own; null where it has told nothing. */
  reference: string | null;
  url: string | null;
  /** The service there that deals with it; null where nobody said. */
  agency: string | null;
  acknowledgement: { on: string; url: string | null } | null;
  /** Whether the operator has told that it has it. */
  isSent: boolean;
  /** When it happened that it was first said to be sent; RFC 3339 in UTC. */
  sentAt: string | null;
}

/** Further on comes later, where two things are told of the same instant: many clocks count in seconds. */
const progress: Record<RequestStatus, number> = { received: 0, 'in-progress': 1, answered: 2, closed: 3 };

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function stepOf({ at, word, label, note }: Told, words: readonly OperatorWord[]): Step {
  const known = words.find((one) => one.word === word);
  // A word that nobody has said the meaning of is told as it is: the request is being dealt with, in some way.
  return {
    at,
    label: label ?? known?.label ?? word,
    status: known?.status ?? 'in-progress',
    ...(note && { note }),
  };
}

function inOrder(told: readonly Told[], words: readonly OperatorWord[]): { one: Told; step: Step }[] {
  const once = [...new Map(told.map((one) => [one.id, one])).values()];
  return once
    .map((one) => ({ one, step: stepOf(one, words) }))
    .sort(
      (a, b) =>
        compare(a.one.at, b.one.at) ||
        Number(b.one.isDraft) - Number(a.one.isDraft) ||
        progress[a.step.status] - progress[b.step.status] ||
        compare(a.one.id, b.one.id),
    );
}

/**
 * In the order in which things happened, by the operator's clock: what is told late takes its place in the history, and
 * changes where the request stands only if nothing later is known. Neither the order in which `told` is nor what stands in
 * it twice changes anything.
 */
export function foldTold(told: readonly Told[], words: readonly OperatorWord[]): OperatedState {
  const ordered = inOrder(told, words);
  const steps = ordered
    .map(({ step }) => step)
    // Told again under another id: the same thing at the same instant.
    .filter((step, i, all) => !all[i - 1] || JSON.stringify(all[i - 1]) !== JSON.stringify(step));
  const last = ordered.at(-1)?.one;
  const first = ordered.find(({ one }) => !one.isDraft)?.one;
  return {
    steps,
    status: steps.at(-1)?.status ?? 'received',
    reference: ordered.findLast(({ one }) => one.reference !== null)?.one.reference ?? null,
    url: last?.url ?? null,
    agency: ordered.findLast(({ one }) => one.agency)?.one.agency ?? null,
    acknowledgement: ordered.findLast(({ one }) => one.acknowledgement)?.one.acknowledgement ?? null,
    isSent: first !== undefined,
    sentAt: first?.at ?? null,
  };
}

/**
 * What asking has brought to light, to be added to what was told: where the file stands now is the latest there is, even
 * where the operator dates it before something else, as of a file that went back a step.
 *
 * @param id of the new
 * @returns null where nothing is new
 */
export function askedStep(
  told: readonly Told[],
  words: readonly OperatorWord[],
  { at, ...standing }: Standing,
  id: string,
  now: Date,
): Told | null {
  const last = inOrder(told, words).at(-1)?.one;
  const isSame =
    last?.word === standing.word &&
    last.reference === standing.reference &&
    last.url === standing.url &&
    // What was said beside it stays said.
    (!standing.note || last.note === standing.note) &&
    last.isDraft === standing.isDraft;
  if (isSame) return null;
  const after = last ? new Date(Date.parse(last.at) + 1).toISOString() : '';
  const instants = [at ?? now.toISOString(), now.toISOString(), after];
  return {
    ...standing,
    id,
    at: instants.find((instant) => !last || instant > last.at)!,
    label: null,
    acknowledgement: null,
  };
}
