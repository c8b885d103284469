import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileSize } from './file-size.js';

describe('the size of a file', () => {
  const sizes: [number, string, string][] = [
    [0, '0 octet', '0 bytes'],
    [1, '1 octet', '1 byte'],
    [1023, '1 023 octets', '1,023 bytes'],
    [1024, '1 ko', '1 kB'],
    [317_440, '310 ko', '310 kB'],
    [2_516_582, '2,4 Mo', '2.4 MB'],
    [26_214_400, '25 Mo', '25 MB'],
    [3 * 1024 ** 4, '3 072 Go', '3,072 GB'],
  ];
  for (const [bytes, french, english] of sizes)
    it(`of ${bytes} bytes is read as ${french}`, () => {
      assert.equal(fileSize(bytes, 'fr').replaceAll(/[\u00a0\u202f]/g, ' '), french);
      assert.equal(fileSize(bytes, 'en'), english);
    });
});
