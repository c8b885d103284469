import { newReport } from '@guichet/contracts/admin/report';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkReport,
  firstReport,
  positionOf,
  type ReportForm,
  reporterFactsOf,
  reportWish,
} from './report-form.js';

const report: ReportForm = { description: 'Nid-de-poule', address: 'D922', position: '', reporter: [] };
const paths = (changes: Partial<ReportForm>) =>
  checkReport({ ...report, ...changes }).map(({ path, code }) => `${path.split('.').at(-1)!} ${code}`);

test('begins with what the resident wrote, and nothing of who that is', () => {
  const content = { subject: 'Trou', message: ' Sur la D922. ' };
  const first = (written: object, timeline: object[] = []) =>
    firstReport({ content: written, timeline } as Parameters<typeof firstReport>[0]);
  assert.deepEqual(first(content), { ...report, description: 'Trou\n\nSur la D922.', address: '' });
  const long = first({ ...content, message: 'a'.repeat(10_000) });
  assert.deepEqual(checkReport({ ...long, address: 'D922' }), []);
});

test('begins again with what was tried, and whose it is up to the agent once more', () => {
  const tried = {
    description: 'Nid-de-poule',
    address: null,
    position: { latitude: 48, longitude: 1.07 },
    reporter: ['name'],
  };
  const again = firstReport({
    content: {},
    timeline: [{ report: null }, { report: tried }, { report: null }],
  } as unknown as Parameters<typeof firstReport>[0]);
  assert.deepEqual(again, { ...report, address: '', position: '48.0 ; 1.07' });
  assert.deepEqual(reportWish(again), { ...tried, reporter: [] });
});

test('wants a text and a place, in words or in degrees', () => {
  assert.deepEqual(paths({}), []);
  assert.deepEqual(paths({ description: ' ' }), ['description required']);
  assert.deepEqual(paths({ address: '' }), ['address required']);
  assert.deepEqual(paths({ address: '', position: '48.31, 1.07' }), []);
  assert.deepEqual(paths({ position: 'au bourg' }), ['position invalid']);
  assert.deepEqual(paths({ address: 'x'.repeat(301) }), ['address too-long']);
});

test('reads a position however a map writes it', () => {
  for (const text of ['48.31, 1.07', '48,31 ; 1,07', '48.31 1.07', ' 48,31,1,07 '])
    assert.deepEqual(positionOf(text), { latitude: 48.31, longitude: 1.07 }, text);
  assert.deepEqual(positionOf('-21.1, 55.5'), { latitude: -21.1, longitude: 55.5 });
  for (const text of ['', '48,31', '48', '95.0, 1.0', '48.31, 190.0', 'a, b'])
    assert.equal(positionOf(text), null, text);
});

test('the server takes what is right here', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (description, address, position) => {
      const form: ReportForm = { description, address, position, reporter: ['name'] };
      const { success } = newReport.safeParse(reportWish(form));
      assert.equal(success || checkReport(form).length > 0, true);
    }),
  );
});

test('offers to tell what there is of who wrote', () => {
  const of = (sender: object) =>
    reporterFactsOf({ sender } as Parameters<typeof reporterFactsOf>[0]).map(({ fact, value }) => [
      fact,
      value,
    ]);
  assert.deepEqual(of({ givenName: 'Angela', familyName: 'Dubois', email: 'a@b.example', phone: null }), [
    ['name', 'Angela Dubois'],
    ['email', 'a@b.example'],
  ]);
  assert.deepEqual(of({ name: 'SARL Martin', email: '', phone: '02 37 00 00 00' }), [
    ['name', 'SARL Martin'],
    ['phone', '02 37 00 00 00'],
  ]);
  assert.deepEqual(of({ kind: 'minimal', email: 'a@b.example', phone: null }), [['email', 'a@b.example']]);
});
