import type { OpeningHours } from '@guichet/contracts/opening-hours';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  canAddRange,
  hoursDraft,
  hoursErrors,
  hoursToSend,
  hoursToShow,
  withClosing,
  withDayCopied,
  withOpening,
  withRange,
} from './hours-form.js';

const morning = { from: '09:00', until: '12:00', note: '' };
const hours: OpeningHours = {
  week: [
    [morning, { from: '13:30', until: '17:00', note: 'sur rendez-vous' }],
    [],
    [morning],
    [],
    [],
    [],
    [],
  ],
  closedOnHolidays: false,
  closings: [{ from: '2026-12-24', until: '2027-01-02', reason: 'congés' }],
  openings: [{ date: '2026-12-05', ranges: [morning] }],
};

test('sends back what it was given', () => {
  assert.deepEqual(hoursToSend(hoursDraft(hours)), hours);
  assert.equal(hoursToSend(hoursDraft(null)), null);
});

test('keeps what was typed by the day while the free lines are in its place', () => {
  const draft = { ...hoursDraft(hours), isByDay: false };
  assert.equal(hoursToSend(draft), null);
  assert.deepEqual(hoursToSend({ ...draft, isByDay: true }), hours);
});

test('begins closed on public holidays, without a range', () => {
  const draft = { ...hoursDraft(null), isByDay: true };
  assert.equal(draft.closedOnHolidays, true);
  assert.equal(draft.week.length, 7);
  assert.equal(hoursToShow(draft), null);
});

test('sends what is not filled in as it is, in the order of the page', () => {
  const draft = hoursDraft(hours);
  const sent = hoursToSend({
    ...draft,
    week: [withRange(draft.week[0]!), ...draft.week.slice(1)],
    closings: withClosing(draft.closings),
    openings: withOpening(draft.openings),
  })!;
  assert.deepEqual(sent.week[0]!.at(-1), { from: '', until: '', note: '' });
  assert.deepEqual(sent.closings.at(-1), { from: '', until: '', reason: '' });
  assert.deepEqual(sent.openings.at(-1), { date: '', ranges: [{ from: '', until: '', note: '' }] });
});

test('shows nothing of hours that cannot be kept', () => {
  const draft = hoursDraft(hours);
  assert.deepEqual(hoursToShow(draft), hours);
  assert.equal(hoursToShow({ ...draft, closings: withClosing(draft.closings) }), null);
});

test('says of the rows of now what the server would say', () => {
  const draft = hoursDraft(hours);
  const wrong = { ...draft, week: [withRange(draft.week[0]!), ...draft.week.slice(1)] };
  assert.deepEqual(hoursErrors(wrong), [
    { path: 'openingHours.week.0.2.from', code: 'required' },
    { path: 'openingHours.week.0.2.until', code: 'required' },
  ]);
  assert.deepEqual(hoursErrors(draft), []);
  assert.deepEqual(hoursErrors({ ...wrong, isByDay: false }), []);
});

test('gives every row a key of its own, and takes three ranges a day', () => {
  const [first, , ...rest] = withRange(withRange(withRange([])));
  const ranges = withRange([first!, ...rest]);
  assert.equal(new Set(ranges.map(({ key }) => key)).size, 3);
  assert.ok(canAddRange(ranges.slice(1)));
  assert.ok(!canAddRange(ranges));
});

test('copies a day to those that are chosen, and to no other', () => {
  const draft = hoursDraft(hours);
  const copied = hoursToSend(withDayCopied(draft, 0, new Set([1, 2])))!;
  assert.deepEqual(copied.week.slice(0, 4), [hours.week[0], hours.week[0], hours.week[0], []]);
  assert.deepEqual(copied.closings, hours.closings);
});
