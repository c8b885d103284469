import { fileSize } from '../file-size.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileFacts } from './file-facts.js';

const facts = (cerfa: string | null, format: string | null = null, size: string | null = null) =>
  fileFacts({ cerfa, format, size });

describe('what is told of a file', () => {
  it('names a form’s number as people know it, once', () => {
    assert.deepEqual(facts('13969*01'), ['Cerfa n°\u00a013969*01']);
    assert.deepEqual(facts('N° 13969*01'), ['Cerfa n°\u00a013969*01']);
    assert.deepEqual(facts('En cours d’homologation'), ['Cerfa\u00a0: En cours d’homologation']);
    assert.deepEqual(facts(null), []);
  });

  it('names what else it is known by', () => {
    const about = { cerfa: '15247*02', number: '2070-SD', format: null, size: null };
    assert.deepEqual(fileFacts(about), ['Cerfa n°\u00a015247*02', 'n°\u00a02070-SD']);
  });

  it('names its kind in the word that people know, and no kind that is not one', () => {
    const kind = (format: string) => facts(null, format)[0];
    assert.equal(kind('application/PDF'), 'PDF');
    assert.equal(kind('application/msword;charset=UTF-8'), 'DOC');
    assert.equal(kind('application/vnd.openxmlformats-officedocument.wordprocessingml.document'), 'DOCX');
    assert.equal(kind('application/vnd.ms-excel'), 'XLS');
    assert.equal(kind('application/vnd.oasis.opendocument.text'), 'ODT');
    assert.equal(kind('application/force-download'), undefined);
    assert.equal(kind('text/html;charset=UTF-8'), undefined);
  });

  it('tells its size in French, and none without its unit', () => {
    const size = (text: string) => facts(null, null, text)[0];
    assert.equal(size('605.7 KB'), fileSize(620_237, 'fr'));
    assert.match(size('605.7 KB')!, /^606\sko$/);
    assert.match(size('1 234,56 Ko')!, /^1,2\sMo$/);
    assert.match(size('1.2 MB')!, /^1,2\sMo$/);
    assert.equal(size('0'), undefined);
  });
});
