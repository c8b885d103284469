import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptedFiles, attachmentTypes, fileKinds, kindOfFile } from './attachment-types.js';

describe('the kinds of files', () => {
  it('are of every type one', () => {
    const kinds = Object.entries(attachmentTypes).map(([type, [extension]]) => [extension, kindOfFile(type)]);
    assert.deepEqual(Object.fromEntries(kinds), {
      pdf: 'pdf',
      jpg: 'image',
      png: 'image',
      webp: 'image',
      heic: 'image',
      odt: 'document',
      ods: 'sheet',
      docx: 'document',
      xlsx: 'sheet',
    });
  });

  it('say what a field accepts', () => {
    assert.equal(acceptedFiles(['pdf', 'sheet']), '.pdf,.ods,.xlsx');
    assert.equal(acceptedFiles(fileKinds), acceptedFiles());
  });
});
