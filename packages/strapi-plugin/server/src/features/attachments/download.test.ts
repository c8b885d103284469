import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentDisposition } from './download.js';

describe('the name that a file is saved under', () => {
  it('is the file’s, and for old programs one in ASCII', () => {
    assert.equal(
      contentDisposition("Été d'eau (2026).pdf"),
      `attachment; filename="Ete d'eau (2026).pdf"; filename*=UTF-8''%C3%89t%C3%A9%20d%27eau%20%282026%29.pdf`,
    );
  });

  it('cannot end the header, nor what is quoted in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const header = contentDisposition(name);
        assert.match(header, /^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
        assert.equal(decodeURIComponent(header.split("''").at(-1)!), name);
      }),
    );
  });
});
