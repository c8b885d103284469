import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInLanes } from './lanes.mjs';

interface Step {
  name: string;
  needs?: string[];
  after?: string[];
  cores?: number;
}

/** What began and ended, in order; each step takes as many turns as its name is long. */
async function trace(steps: Step[], cores = 2): Promise<string> {
  const seen: string[] = [];
  await runInLanes(steps, cores, async ({ name }) => {
    seen.push(`+${name}`);
    for (let turns = 0; turns < name.length * 10; turns++) await Promise.resolve();
    seen.push(`-${name}`);
  });
  return seen.join(' ');
}

test('a step that keeps every core busy runs alone', async () => {
  assert.equal(await trace([{ name: 'a' }, { name: 'b' }]), '+a -a +b -b');
});

test('those that leave a core free run side by side, the others wait for both', async () => {
  const one = { cores: 1 };
  assert.equal(
    await trace([{ name: 'long', ...one }, { name: 'b', ...one }, { name: 'c' }]),
    '+long +b -b -long +c -c',
  );
});

test('one waits for what it needs, and lets others pass meanwhile', async () => {
  const steps = [
    { name: 'types', cores: 1 },
    { name: 'x', cores: 1, after: ['types'] },
    { name: 'y', cores: 1 },
  ];
  assert.equal(await trace(steps), '+types +y -y -types +x -x');
});

test('what is not among them is not waited for', async () => {
  assert.equal(await trace([{ name: 'a', needs: ['build'] }]), '+a -a');
});

test('steps that wait for one another are an error, and no waiting', async () => {
  await assert.rejects(
    trace([
      { name: 'a', needs: ['b'] },
      { name: 'b', needs: ['a'] },
    ]),
    /wait for one another: a, b/,
  );
});

test('on one core each runs alone', async () => {
  assert.equal(
    await trace(
      [
        { name: 'a', cores: 1 },
        { name: 'b', cores: 2 },
      ],
      1,
    ),
    '+a -a +b -b',
  );
});
