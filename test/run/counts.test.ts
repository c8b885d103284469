import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { countsOf, sum } from './counts.mjs';

const green = (output: string) => ({ status: 0, output });
const red = (output: string) => ({ status: 1, output });

describe('the sum of npm test', () => {
  it('reads node:test', () => {
    const output = 'ℹ tests 6\nℹ suites 2\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n';
    assert.deepEqual(countsOf('node', red(output)), { passed: 3, failed: 2, skipped: 1 });
  });

  it('reads node:test as this Node prints it', () => {
    const code = `import { it } from 'node:test'; it('a', () => {}); it('b', () => {}); it.skip('c', () => {});`;
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--test-reporter=spec', '--input-type=module', '--eval', code],
      { encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
    );
    assert.deepEqual(countsOf('node', { status: status ?? 1, output: stdout }), {
      passed: 2,
      failed: 0,
      skipped: 1,
    });
  });

  it('reads the last line of Web Test Runner, colours apart', () => {
    const output =
      'Chrome: |   | 0/2 test files | 0 passed, 0 failed\n\u001b[2K\u001b[1A\u001b[GChrome: |██| 2/2 test files | 41 passed, 2 failed, 1 skipped\n';
    assert.deepEqual(countsOf('browser', red(output)), { passed: 41, failed: 2, skipped: 1 });
  });

  it('reads Playwright, for whom a flaky test failed and one that did not run did too', () => {
    const output =
      '  1 failed\n    a.spec.ts\n  1 flaky\n  2 did not run\n  1 skipped\n  12 passed (30.1s)\n';
    assert.deepEqual(countsOf('playwright', red(output)), { passed: 12, failed: 4, skipped: 1 });
  });

  it('counts a tool as one check', () => {
    assert.deepEqual(countsOf('check', green('')), { passed: 1, failed: 0, skipped: 0 });
    assert.deepEqual(countsOf('check', red('')), { passed: 0, failed: 1, skipped: 0 });
  });

  it('takes a runner that ran nothing for a failure', () => {
    for (const runner of ['node', 'browser', 'playwright'] as const) {
      assert.equal(countsOf(runner, green('')).failed, 1);
      assert.equal(countsOf(runner, green('ℹ pass 0\nℹ fail 0\nℹ skipped 9\n')).failed, 1);
    }
  });

  it('takes a runner that fails without saying which test for a failure', () => {
    assert.equal(countsOf('node', red('ℹ pass 3\nℹ fail 0\n')).failed, 1);
  });

  it('adds up', () => {
    assert.deepEqual(
      sum([
        { passed: 1, failed: 2, skipped: 3 },
        { passed: 10, failed: 20, skipped: 30 },
      ]),
      { passed: 11, failed: 22, skipped: 33 },
    );
  });
});
