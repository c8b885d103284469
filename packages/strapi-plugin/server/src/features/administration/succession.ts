/** Mergers: who answers for whom on a given day. */
import type { AdministrationRecord } from './schema.js';

/** A chain of mergers is short; a circle in the data must not hang. */
const LONGEST_CHAIN = 10;

/** Whether the successor has taken over. @param today civil date in the administration's own zone */
export function hasBeenSucceeded(
  { successorUid, successorFrom }: Pick<AdministrationRecord, 'successorUid' | 'successorFrom'>,
  today: string,
): boolean {
  return Boolean(successorUid && successorFrom && successorFrom <= today);
}

interface Register {
  byUid(uid: string): Promise<AdministrationRecord | null>;
  /** Those that name this one as their successor, whatever the date. */
  predecessors(uid: string): Promise<AdministrationRecord[]>;
  today(record: AdministrationRecord): string;
}

/** Who answers now for `record`: itself, or the last of its successors. */
export async function presentOf(
  record: AdministrationRecord,
  register: Pick<Register, 'byUid' | 'today'>,
): Promise<AdministrationRecord> {
  let present = record;
  for (let i = 0; i < LONGEST_CHAIN && hasBeenSucceeded(present, register.today(present)); i++) {
    const successor = await register.byUid(present.successorUid!);
    if (!successor) break;
    present = successor;
  }
  return present;
}

/** Of every administration: those that answer for themselves, in order, each followed by all that it has taken over from. */
export async function linesOf(
  records: readonly AdministrationRecord[],
  today: Register['today'],
): Promise<AdministrationRecord[][]> {
  const byUid = new Map(records.map((record) => [record.uid, record]));
  const register = { byUid: (uid: string) => Promise.resolve(byUid.get(uid) ?? null), today };
  const lines = new Map<string, AdministrationRecord[]>();
  const succeeded: [present: string, record: AdministrationRecord][] = [];
  for (const record of records) {
    const { uid } = await presentOf(record, register);
    if (uid === record.uid) lines.set(uid, [record]);
    else succeeded.push([uid, record]);
  }
  for (const [present, record] of succeeded) lines.get(present)?.push(record);
  return [...lines.values()];
}

/** Itself, then all that it has taken over from. */
export async function lineOf(
  record: AdministrationRecord,
  register: Register,
): Promise<AdministrationRecord[]> {
  const line = [record];
  for (let i = 0; i < line.length && i < LONGEST_CHAIN; i++) {
    for (const predecessor of await register.predecessors(line[i]!.uid)) {
      const hasGone = hasBeenSucceeded(predecessor, register.today(predecessor));
      if (hasGone && !line.some(({ uid }) => uid === predecessor.uid)) line.push(predecessor);
    }
  }
  return line;
}
