import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { BadArchive, Faulty, guidesIn } from './archive.js';
import { lostKeys, publication } from './testing/guides.js';
import { type ZipFile, zipOf } from './testing/zip.js';

const folder = mkdtempSync(join(tmpdir(), 'guichet-archive-'));
after(() => rmSync(folder, { recursive: true }));

let count = 0;
async function read(bytes: Buffer) {
  const path = join(folder, `${count++}.zip`);
  writeFileSync(path, bytes);
  const found: string[] = [];
  for await (const entry of guidesIn(path)) {
    if ('fault' in entry) found.push(`${entry.file}: ${entry.fault}`);
    else {
      try {
        found.push((await entry.read()).guide.title);
      } catch (error) {
        assert.ok(error instanceof Faulty);
        found.push(`${error.fault.file}: ${error.fault.fault}`);
      }
    }
  }
  return found;
}

const good: ZipFile = { name: 'F900001.xml', content: lostKeys };
const goodTitle = 'Clés trouvées : que faire ?';

describe('an archive of guides', () => {
  it('gives its guides, and passes over the source’s other files', async () => {
    const other = { name: 'arborescence.xml', content: '<Arborescence/>' };
    assert.deepEqual(await read(zipOf([other, good])), [goodTitle]);
  });

  const faulty: [string, ZipFile, string][] = [
    [
      'a name that climbs out of its folder',
      { name: '../../F1.xml', content: lostKeys },
      '../../F1.xml: name',
    ],
    ['an absolute name', { name: '/etc/F1.xml', content: lostKeys }, '/etc/F1.xml: name'],
    ['a name of another system', { name: '..\\F1.xml', content: lostKeys }, '..\\F1.xml: name'],
    ['broken XML', { name: 'F1.xml', content: '<Publication' }, 'F1.xml: malformed'],
    ['an empty file', { name: 'F1.xml', content: '' }, 'F1.xml: malformed'],
    [
      'another encoding',
      { name: 'F1.xml', content: Buffer.from(publication('F1', 'Été', ''), 'latin1') },
      'F1.xml: malformed',
    ],
    ['something else', { name: 'F1.xml', content: '<html/>' }, 'F1.xml: not-a-guide'],
    [
      'a file that says it is huge',
      { name: 'F1.xml', content: lostKeys, claims: 4_000_000_000 },
      'F1.xml: too-large',
    ],
    [
      'a file that is huge as it is packed',
      { name: 'F1.xml', content: lostKeys, packed: Buffer.alloc(21_000_000) },
      'F1.xml: too-large',
    ],
    [
      'a file that unpacks to more than it says',
      { name: 'F1.xml', content: ' '.repeat(30_000_000), claims: 1000 },
      'F1.xml: unreadable',
    ],
    [
      'a file that unpacks to less than it says',
      { name: 'F1.xml', content: lostKeys, claims: 1_000_000 },
      'F1.xml: unreadable',
    ],
    [
      'a file that is not what it was when it was packed',
      { name: 'F1.xml', content: lostKeys, checksum: 1 },
      'F1.xml: unreadable',
    ],
    [
      'a file that was cut short',
      { name: 'F1.xml', content: lostKeys, packed: deflateRawSync(lostKeys).subarray(0, 500) },
      'F1.xml: unreadable',
    ],
    [
      'a file of something else',
      { name: 'F1.xml', content: lostKeys, packed: Buffer.from(lostKeys) },
      'F1.xml: unreadable',
    ],
    [
      'a file with nothing in it',
      { name: 'F1.xml', content: lostKeys, packed: Buffer.alloc(0) },
      'F1.xml: unreadable',
    ],
  ];
  for (const [what, file, line] of faulty)
    it(`tells ${what}, and gives the rest`, async () => {
      assert.deepEqual(await read(zipOf([file, good])), [line, goodTitle]);
    });

  it('is unpacked by one inflater: what each has of memory stays for long', async () => {
    const all = Array.from({ length: 300 }, (_, index) => ({ name: `F${index}.xml`, content: lostKeys }));
    const bytes = zipOf(all);
    let inflaters = 0;
    const hook = createHook({ init: (_, type) => type === 'ZLIB' && inflaters++ }).enable();
    const titles = await read(bytes);
    hook.disable();
    assert.deepEqual(new Set(titles), new Set([goodTitle]));
    assert.equal(titles.length, 300);
    assert.equal(inflaters, 1);
  });

  it('that is no zip, or was cut short, gives nothing', async () => {
    const whole = zipOf([good]);
    for (const bytes of [Buffer.from('<html>'), Buffer.alloc(0), whole.subarray(0, whole.length - 10)])
      await assert.rejects(read(bytes), BadArchive);
  });

  it('tells a guide that changed from one that did not', async () => {
    const digest = async (content: string) => {
      const path = join(folder, `${count++}.zip`);
      writeFileSync(path, zipOf([{ name: 'F900001.xml', content }]));
      const { value: entry } = await guidesIn(path).next();
      assert.ok(entry && 'digest' in entry);
      return entry.digest;
    };
    assert.equal(await digest(lostKeys), await digest(lostKeys));
    assert.notEqual(await digest(lostKeys), await digest(`${lostKeys}\n`));
  });
});
