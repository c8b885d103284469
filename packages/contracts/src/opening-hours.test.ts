import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkOpeningHours, type OpeningHours, type OpeningRange, openingLimits } from './opening-hours.js';
import { openingHours, openingHoursInput } from './opening-hours-schema.js';

const range = (text: string, note = ''): OpeningRange => {
  const [from = '', until = ''] = text.split('-');
  return { from, until, note };
};
const hours = (monday: OpeningRange[], changes: Partial<OpeningHours> = {}): OpeningHours => ({
  week: [monday, [], [], [], [], [], []],
  closedOnHolidays: true,
  closings: [],
  openings: [],
  ...changes,
});
const errorsOf = (given: OpeningHours) =>
  checkOpeningHours(given).map(({ path, code }) => `${path.join('.')} ${code}`);
const ofDay = (...ranges: string[]) => errorsOf(hours(ranges.map((text) => range(text))));

describe('opening hours', () => {
  it('are ranges of a day, as the law of clocks has them', () => {
    assert.deepEqual(ofDay('09:00-12:00', '13:30-17:00'), []);
    assert.deepEqual(ofDay('09:00-12:00', '12:00-14:00'), [], 'what touches does not overlap');
    assert.deepEqual(ofDay('00:00-23:59'), []);
    assert.deepEqual(ofDay('-12:00'), ['week.0.0.from required']);
    assert.deepEqual(ofDay('9:00-12h'), ['week.0.0.from invalid', 'week.0.0.until invalid']);
    assert.deepEqual(ofDay('08:00-24:00'), ['week.0.0.until invalid']);
  });

  it('say what is wrong of a range, each by its code', () => {
    assert.deepEqual(ofDay('12:00-09:00'), ['week.0.0.until ends-before-it-begins']);
    assert.deepEqual(ofDay('09:00-09:00'), ['week.0.0.until ends-before-it-begins']);
    assert.deepEqual(ofDay('20:00-02:00'), ['week.0.0.until crosses-midnight']);
    assert.deepEqual(ofDay('20:00-00:00'), ['week.0.0.until crosses-midnight']);
    assert.deepEqual(ofDay('09:00-12:00', '11:00-13:00'), ['week.0.1.from overlaps']);
    assert.deepEqual(ofDay('11:00-13:00', '09:00-12:00'), ['week.0.0.from overlaps']);
    assert.deepEqual(ofDay('09:00-12:00', '09:00-12:00'), ['week.0.1.from overlaps']);
    assert.deepEqual(ofDay('08:00-09:00', '10:00-11:00', '12:00-13:00', '14:00-15:00'), ['week.0 too-many']);
    const long = 'x'.repeat(openingLimits.note + 1);
    assert.deepEqual(errorsOf(hours([range('09:00-12:00', long)])), ['week.0.0.note too-long']);
    assert.deepEqual(errorsOf(hours([range('09:00-12:00', 'a\r\nb')])), ['week.0.0.note invalid']);
  });

  it('say what is wrong of a closing and of a special opening', () => {
    const closing = (from: string, until: string) =>
      errorsOf(hours([range('09:00-12:00')], { closings: [{ from, until, reason: '' }] }));
    assert.deepEqual(closing('2026-12-24', '2027-01-02'), []);
    assert.deepEqual(closing('2026-12-24', '2026-12-24'), [], 'one day');
    assert.deepEqual(closing('2026-12-24', '2026-12-23'), ['closings.0.until ends-before-it-begins']);
    assert.deepEqual(closing('2026-02-30', ''), ['closings.0.from invalid', 'closings.0.until required']);
    const opening = (...openings: OpeningHours['openings']) => errorsOf(hours([], { openings }));
    const ranges = [range('09:00-12:00')];
    assert.deepEqual(opening({ date: '2026-12-05', ranges }), [], 'open on some days of the year only');
    assert.deepEqual(opening({ date: '2026-12-05', ranges }, { date: '2026-12-05', ranges }), [
      'openings.1.date taken',
    ]);
    assert.deepEqual(opening({ date: '', ranges: [] }), [
      'openings.0.date required',
      'openings.0.ranges required',
    ]);
    assert.deepEqual(opening({ date: '2026-12-05', ranges: [range('12:00-09:00')] }), [
      'openings.0.ranges.0.until ends-before-it-begins',
    ]);
  });

  it('are not there without a single range', () => assert.deepEqual(errorsOf(hours([])), ['week required']));
});

const time = fc.oneof(
  fc.constantFrom('', '9 h', '24:00', '08:60', '09:00', '12:00'),
  fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) =>
      [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':'),
    ),
);
const date = fc.oneof(
  fc.constantFrom('', '2026-02-30', '26-1-1'),
  fc.constantFrom('2026-12-24', '2027-01-02'),
);
const note = fc.oneof(fc.constant(''), fc.string({ maxLength: 90 })).map((text) => text.trim());
const ranges = fc.array(fc.record({ from: time, until: time, note }), { maxLength: 4 });
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc.array(ranges, { minLength: 7, maxLength: 7 }),
  closedOnHolidays: fc.boolean(),
  closings: fc.array(fc.record({ from: date, until: date, reason: note }), { maxLength: 3 }),
  openings: fc.array(fc.record({ date, ranges }), { maxLength: 3 }),
});

describe('the schema of opening hours', () => {
  it('says what the checker says, of anything', () => {
    fc.assert(
      fc.property(anyHours, (given) => {
        const parsed = openingHoursInput.safeParse(given);
        const issues = parsed.error?.issues ?? [];
        assert.deepEqual(
          issues.map(({ path, message }) => ({ path, code: message })),
          checkOpeningHours(given),
        );
        if (parsed.success) {
          assert.deepEqual(openingHoursInput.parse(parsed.data), parsed.data, 'in order, and stays so');
          assert.deepEqual(openingHours.parse(parsed.data), parsed.data);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('puts in order what was typed in any', () => {
    const given = hours([range('13:30-17:00'), range('09:00-12:00')], {
      closings: [
        { from: '2027-01-01', until: '2027-01-02', reason: ' ' },
        { from: '2026-12-24', until: '2026-12-24', reason: ' congés ' },
      ],
    });
    const { week, closings } = openingHoursInput.parse(given);
    assert.deepEqual(
      week[0]?.map(({ from }) => from),
      ['09:00', '13:30'],
    );
    assert.deepEqual(
      closings.map(({ reason }) => reason),
      ['congés', ''],
    );
  });

  it('takes seven days, and no member that it does not know', () => {
    const six = { ...hours([range('09:00-12:00')]), week: [[range('09:00-12:00')]] };
    assert.ok(!openingHoursInput.safeParse(six).success);
    assert.ok(!openingHoursInput.safeParse({ ...hours([range('09:00-12:00')]), extra: 1 }).success);
    assert.ok(!openingHoursInput.safeParse({ ...hours([]), week: undefined }).success);
  });
});
