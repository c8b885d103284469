/** SQLite only: a full disk must be refused before it is met, or an acknowledged write could be torn. */
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Knex } from 'knex';
import { isSqlite } from '../jobs/dialect.js';

/** A disk does not fill faster than this matters. */
const FRESH_MS = 2000;

export interface FreeSpace {
  /** Whether there is room to accept more. */
  isEnough(): Promise<boolean>;
}

/** @param minimumBytes below this nothing is accepted */
export function createFreeSpace(knex: Knex, minimumBytes: number): FreeSpace {
  if (!isSqlite(knex)) return { isEnough: () => Promise.resolve(true) };
  const { filename } = (knex.client as { connectionSettings: { filename: string } }).connectionSettings;
  let checkedAt = -Infinity;
  let answer = Promise.resolve(true);
  const look = async () => {
    const { bavail, bsize } = await statfs(dirname(filename));
    return bavail * bsize >= minimumBytes;
  };
  return {
    isEnough() {
      const now = performance.now();
      if (now - checkedAt > FRESH_MS) {
        checkedAt = now;
        answer = look();
      }
      return answer;
    },
  };
}
