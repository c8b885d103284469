/** When a failed job is tried again. Pure; both drivers follow it. All durations in seconds. */

export interface RetryPolicy {
  /** The first delay is between this and its double; each later one doubles. */
  first: number;
  /**
   * Delays stop growing somewhere in this range, a different point for each job, so that what failed together does
   * not come back together. Kept short of a quarter of an hour: once a mail server is back, everything leaves soon.
   */
  longest: { from: number; to: number };
  /** A job is a dead letter only after having been tried for at least this long. */
  over: number;
}

export const retryPolicy: RetryPolicy = { first: 10, longest: { from: 480, to: 600 }, over: 72 * 3600 };

/**
 * @param retry 0 after the first failure
 * @param random two numbers in [0, 1[
 * @returns seconds to wait before trying again. The same law as pg-boss's own backoff
 */
export function retryDelay(policy: RetryPolicy, retry: number, random: readonly [number, number]): number {
  return Math.min(longestDelay(policy, random[0]), policy.first * 2 ** Math.min(16, retry) * (1 + random[1]));
}

/** Where one job's delays stop growing. */
export function longestDelay({ longest }: RetryPolicy, random: number): number {
  return longest.from + (longest.to - longest.from) * random;
}

/** How many retries it takes to have tried for `policy.over`, be chance as impatient as it may. */
export function retryLimit(policy: RetryPolicy): number {
  let tried = 0;
  let retries = 0;
  while (tried < policy.over) tried += retryDelay(policy, retries++, [0, 0]);
  return retries;
}
