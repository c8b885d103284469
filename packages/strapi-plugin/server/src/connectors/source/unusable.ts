/** What came of a source is not what it should be: what was there stays. */
export class Unusable extends Error {
  override name = 'Unusable';
}

/** A source that lost most of what it had is taken for a mistake. */
const LEAST_KEPT = 0.5;

/** @throws Unusable where most would be gone */
export function checkKept(before: number, gone: number, what: string): void {
  if (before - gone < before * LEAST_KEPT) throw new Unusable(`it has lost ${gone} of its ${before} ${what}`);
}
