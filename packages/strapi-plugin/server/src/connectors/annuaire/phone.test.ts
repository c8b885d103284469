import { isPhone } from '@guichet/contracts/identity';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { phonesIn } from './phone.js';

describe('a telephone number', () => {
  const read: [written: string, shown: string[], department?: string][] = [
    ['01 99 00 28 14', ['01 99 00 28 14']],
    ['0199002814', ['01 99 00 28 14']],
    ['01.99.00.28.14', ['01 99 00 28 14']],
    ['+33 1 99 00 28 14', ['01 99 00 28 14']],
    ['+33 (0)1 99 00 28 14', ['01 99 00 28 14']],
    ['0033199002814', ['01 99 00 28 14']],
    ['199002814', ['01 99 00 28 14']],
    ['01 99 00 28 14 / 06 39 98 00 01', ['01 99 00 28 14', '06 39 98 00 01']],
    ['Tél. : 01 99 00 28 14 (accueil)', ['01 99 00 28 14']],
    ['01 99 00 28 14 ou 01-99-00-28-14', ['01 99 00 28 14']],
    ['0800123456', ['0 800 123 456']],
    ['0 809 54 05 50', ['0 809 540 550']],
    ['3646', ['36 46']],
    ['36 46', ['36 46']],
    ['116 117', ['116 117']],
    ['+262 262 90 00 00', ['02 62 90 00 00']],
    ['+590 590 12 34 56', ['05 90 12 34 56']],
    ['0269 61 00 00', ['02 69 61 00 00']],
    ['(689) 40 66 23 61', ['+689 40 66 23 61']],
    ['40 66 23 61', ['+689 40 66 23 61'], '987'],
    ['+ 687 29 28 76', ['+687 29 28 76']],
    ['29 28 76', ['+687 29 28 76'], '988'],
    ['41 10 50', ['+508 41 10 50'], '975'],
    ['+32 2 555 12 12', ['+32 25 55 12 12']],
    ['17', []],
    ['sur rendez-vous', []],
    ['01 99 00 28', []],
    ['', []],
    ['+', []],
    ['0'.repeat(60), []],
  ];
  for (const [written, shown, department = '28'] of read)
    it(`of ${JSON.stringify(written)} is read ${JSON.stringify(shown)}`, () =>
      assert.deepEqual(phonesIn(written, department), shown));

  it('can always be dialled, whatever was written', () => {
    const written = fc
      .array(fc.constantFrom(...'0123456789+(). -/x'), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(written, fc.constantFrom('28', '987', '988', null), (text, department) => {
        for (const number of phonesIn(text, department)) assert.ok(isPhone(number), number);
      }),
      { numRuns: 1000 },
    );
  });
});
