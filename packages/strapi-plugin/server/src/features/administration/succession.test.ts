import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AdministrationRecord } from './schema.js';
import { lineOf, linesOf, presentOf } from './succession.js';

const today = '2026-11-21';

/** A register of administrations: each with its successor and the date. */
function register(successors: Record<string, [to: string, from: string] | null>) {
  const records = Object.entries(successors).map(
    ([uid, successor]) =>
      ({
        uid,
        successorUid: successor?.[0] ?? null,
        successorFrom: successor?.[1] ?? null,
      }) as AdministrationRecord,
  );
  const all = {
    byUid: (uid: string) => Promise.resolve(records.find((record) => record.uid === uid) ?? null),
    predecessors: (uid: string) =>
      Promise.resolve(records.filter(({ successorUid }) => successorUid === uid)),
    today: () => today,
  };
  return {
    present: async (uid: string) => (await presentOf((await all.byUid(uid))!, all)).uid,
    line: async (uid: string) => (await lineOf((await all.byUid(uid))!, all)).map((record) => record.uid),
    lines: async () => (await linesOf(records, all.today)).map((line) => line.map((record) => record.uid)),
  };
}

describe('mergers', () => {
  it('take effect on their date, not before', async () => {
    const { present, line, lines } = register({
      old: ['new', today],
      later: ['new', '2026-11-22'],
      new: null,
    });
    assert.equal(await present('old'), 'new');
    assert.equal(await present('later'), 'later');
    assert.deepEqual(await line('new'), ['new', 'old']);
    assert.deepEqual(await line('later'), ['later']);
    assert.deepEqual(await lines(), [['later'], ['new', 'old']]);
  });

  it('follow one another', async () => {
    const { present, line, lines } = register({
      a: ['b', '2019-01-01'],
      b: ['c', '2025-01-01'],
      z: ['b', '2020-01-01'],
      c: null,
    });
    assert.equal(await present('a'), 'c');
    assert.deepEqual(await line('c'), ['c', 'b', 'a', 'z']);
    assert.deepEqual(await lines(), [['c', 'a', 'b', 'z']]);
  });

  it('end, even where the records make a circle or name nobody', async () => {
    const circle = register({ a: ['b', '2020-01-01'], b: ['a', '2020-01-01'] });
    assert.ok(['a', 'b'].includes(await circle.present('a')));
    assert.deepEqual(await circle.line('a'), ['a', 'b']);
    assert.equal(await register({ a: ['gone', '2020-01-01'] }).present('a'), 'a');
  });
});
