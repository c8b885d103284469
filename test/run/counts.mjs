/**
 * How many tests a runner says it ran, read from what it printed. A runner that ran none, or that failed without
 * saying which, counts as one failure: silence is never success.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

const number = (output, pattern) =>
  [...output.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);

const readers = {
  /** node:test's `spec` reporter: `ℹ pass 12`. */
  node: (output) => ({
    passed: number(output, /^ℹ pass (\d+)$/gm),
    failed: number(output, /^ℹ (?:fail|cancelled) (\d+)$/gm),
    skipped: number(output, /^ℹ (?:skipped|todo) (\d+)$/gm),
  }),
  /** Web Test Runner's last progress line: `Chrome: |███| 3/3 test files | 41 passed, 0 failed, 1 skipped`. */
  browser: (output) => {
    const last = [...output.matchAll(/^.*test files \| (.*)$/gm)].at(-1)?.[1] ?? '';
    return {
      passed: number(last, /(\d+) passed/g),
      failed: number(last, /(\d+) failed/g),
      skipped: number(last, /(\d+) skipped/g),
    };
  },
  /** Playwright's closing lines: `  12 passed (30s)`. A flaky test is one that failed. */
  playwright: (output) => ({
    passed: number(output, /^ +(\d+) passed\b/gm),
    failed: number(output, /^ +(\d+) (?:failed|flaky|interrupted|did not run)\b/gm),
    skipped: number(output, /^ +(\d+) skipped\b/gm),
  }),
  /** A tool without tests of its own is one check. */
  check: (_, status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }),
};

/**
 * @param {keyof typeof readers} runner
 * @param {{ status: number, output: string }} result
 * @returns {Counts}
 */
export function countsOf(runner, { status, output }) {
  // eslint-disable-next-line no-control-regex -- colours and cursor movements of terminals
  const plain = output.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '');
  const counts = readers[runner](plain, status);
  const isSilent = counts.passed + counts.failed === 0;
  const isUnexplained = status !== 0 && counts.failed === 0;
  return isSilent || isUnexplained ? { ...counts, failed: counts.failed + 1 } : counts;
}

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  const total = (key) => all.reduce((so, counts) => so + counts[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}
