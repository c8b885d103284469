import { attachmentTypes, type AttachmentType } from '@guichet/contracts/attachment-types';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanName } from './file-name.js';

const PDF = 'application/pdf';

describe('a file’s name', () => {
  const names: [given: string, type: AttachmentType, clean: string][] = [
    ['Facture d’eau (2026).pdf', PDF, 'Facture d’eau (2026).pdf'],
    ['Été 🏖️👨‍👩‍👧.JPEG', 'image/jpeg', 'Été 🏖️👨‍👩‍👧.JPEG'],
    ['e\u0301te\u0301.pdf', PDF, 'été.pdf'],
    ['C:\\Users\\angela\\photo.jpg', 'image/jpeg', 'photo.jpg'],
    ['../../etc/passwd', PDF, 'passwd.pdf'],
    ['photo.jpg', 'image/png', 'photo.png'],
    ['facture.pdf.exe', PDF, 'facture.pdf'],
    ['facture\u202efdp.exe', PDF, 'facturefdp.pdf'],
    ['a\r\nSet-Cookie: b\0.pdf', PDF, 'aSet-Cookie_ b.pdf'],
    ['.pdf', PDF, 'document.pdf'],
    ['', PDF, 'document.pdf'],
    ['.htaccess', PDF, 'htaccess.pdf'],
    ['rapport 12.2026', PDF, 'rapport 12.2026.pdf'],
    ['\ud800.pdf', PDF, '�.pdf'],
  ];
  for (const [given, type, clean] of names) {
    it(`${JSON.stringify(given)} becomes ${clean}`, () => assert.equal(cleanName(given, type), clean));
  }

  it('stays whole to 180 bytes, and is never cut within a letter', () => {
    const family = '👨‍👩‍👧';
    const long = cleanName(`${family.repeat(300)}.pdf`, PDF);
    assert.ok(Buffer.byteLength(long) <= 180);
    assert.match(long, /^(?:👨‍👩‍👧)+\.pdf$/u);
    assert.equal(cleanName(`${'é'.repeat(300)}.pdf`, PDF), `${'é'.repeat(88)}.pdf`);
  });

  it('is safe whatever was given, and cleaning it again changes nothing', () => {
    const types = Object.keys(attachmentTypes) as AttachmentType[];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'.. /\\a\u202ee.pdf\0') }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...types), (given, type) => {
        const name = cleanName(given, type);
        assert.doesNotMatch(name, /[/\\\p{Cc}\p{Bidi_Control}"]/u);
        assert.ok(name.isWellFormed() && name === name.normalize('NFC') && Buffer.byteLength(name) <= 180);
        assert.ok(attachmentTypes[type].some((extension) => name.toLowerCase().endsWith(`.${extension}`)));
        assert.equal(cleanName(name, type), name);
      }),
      { numRuns: 2000 },
    );
  });
});
