/** What was read of the guides, in memory: they change once a day, and are read all day. */

/** Another node may have brought some in: nobody sees the old ones longer than this. */
const FRESH_MS = 10_000;
/** A guide takes some ten kilobytes. */
const MOST = 200;

export interface Kept {
  /** @param look asked where nothing is kept under the key; what it does not find, null, is not kept */
  get<T>(key: string, look: () => Promise<T>): Promise<T>;
  /** All of it. */
  forget(): void;
}

/**
 * @param version another where what is kept is not true any more; asked every ten seconds at most
 * @param now in milliseconds, of a clock that only goes on
 */
export function createKept(version: () => Promise<string>, now: () => number): Kept {
  const kept = new Map<string, Promise<unknown>>();
  let known: string | undefined;
  let until = -Infinity;

  async function freshen(): Promise<void> {
    if (now() < until) return;
    until = now() + FRESH_MS;
    const current = await version();
    if (current !== known) kept.clear();
    known = current;
  }

  /** What many ask for at once is looked for once. */
  function find<T>(key: string, look: () => Promise<T>): Promise<T> {
    const drop = () => kept.get(key) === found && kept.delete(key);
    const found: Promise<T> = look().then(
      (value) => {
        if (value === null) drop();
        return value;
      },
      (error: unknown) => {
        drop();
        throw error;
      },
    );
    return found;
  }

  return {
    async get<T>(key: string, look: () => Promise<T>): Promise<T> {
      // While the database is away nothing is brought in: what was last known is still shown.
      await freshen().catch(() => undefined);
      const value = (kept.get(key) as Promise<T> | undefined) ?? find(key, look);
      // What was asked for last is dropped last.
      kept.delete(key);
      if (kept.size >= MOST) kept.delete(kept.keys().next().value!);
      kept.set(key, value);
      return value;
    },
    forget() {
      kept.clear();
      until = -Infinity;
    },
  };
}
