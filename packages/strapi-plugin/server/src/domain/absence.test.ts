import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actingFor, type Away, isAway } from './absence.js';

const MARIE = 1;
const NINON = 2;
const leave = (coverId: number | null): Away => ({ from: '2026-12-21', until: '2027-01-03', coverId });

test('both days of an absence are days away', () => {
  const away = leave(null);
  assert.deepEqual(
    ['2026-12-20', '2026-12-21', '2027-01-03', '2027-01-04'].map((day) => isAway(away, day)),
    [false, true, true, false],
  );
});

test('whoever stands in has the work of who is away, and only then', () => {
  const absences = new Map([[MARIE, leave(NINON)]]);
  assert.equal(actingFor(MARIE, absences, '2026-12-20'), MARIE);
  assert.equal(actingFor(MARIE, absences, '2026-12-21'), NINON);
  assert.equal(actingFor(NINON, absences, '2026-12-21'), NINON);
  assert.equal(actingFor(MARIE, new Map([[MARIE, leave(null)]]), '2026-12-21'), MARIE);
});

test('work stays where who stands in is away too, even where two name each other', () => {
  const absences = new Map([
    [MARIE, leave(NINON)],
    [NINON, { ...leave(MARIE), until: '2026-12-27' }],
  ]);
  assert.equal(actingFor(MARIE, absences, '2026-12-25'), MARIE);
  assert.equal(actingFor(NINON, absences, '2026-12-25'), NINON);
  assert.equal(actingFor(MARIE, absences, '2026-12-28'), NINON);
});
