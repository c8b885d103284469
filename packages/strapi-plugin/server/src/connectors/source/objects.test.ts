import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BadFile, type FoundObject, objectsIn } from './objects.js';

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  // The same buffer again and again, as some streams do.
  const chunk = Buffer.alloc(size);
  for (let from = 0; from < bytes.length; from += size) yield chunk.subarray(0, bytes.copy(chunk, 0, from));
}

async function read(text: string, size = 7, most = 1000): Promise<FoundObject[]> {
  const found: FoundObject[] = [];
  for await (const one of objectsIn(chunksOf(text, size), { most })) found.push(one);
  return found;
}
const parsed = (found: FoundObject[]) =>
  found.map((one) => ('text' in one ? (JSON.parse(one.text) as unknown) : one));

const record = fc
  .dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
  .map((value) => ({ ...value, id: 'x' }));
const layouts: [string, (all: object[]) => string][] = [
  ['lines', (all) => all.map((one) => JSON.stringify(one)).join('\n')],
  ['lines that end', (all) => all.map((one) => `${JSON.stringify(one)}\r\n`).join('')],
  ['an array', (all) => JSON.stringify(all, null, 1)],
  ['the whole file', (all) => JSON.stringify({ service: all })],
  ['a page of the API', (all) => JSON.stringify({ total_count: all.length, results: all, links: [['x']] })],
];

describe('the objects of a file', () => {
  for (const [name, written] of layouts) {
    it(`are those that were written, of ${name}, however it comes in`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(record, { minLength: 1, maxLength: 6 }),
          fc.integer({ min: 1, max: 300 }),
          async (all, size) => {
            // A line of records begins with the id, never with what wraps them.
            const records = all.map(({ id, ...rest }) => ({ id, ...rest }));
            assert.deepEqual(
              parsed(await read(written(records), size, 1e6)),
              JSON.parse(JSON.stringify(records)),
            );
          },
        ),
        { numRuns: 40 },
      );
    });
  }

  it('are none of an empty list', async () => {
    assert.deepEqual(await read('[]'), []);
    assert.deepEqual(await read('{"service":[]}'), []);
  });

  it('are passed over where they are larger than any that is expected', async () => {
    const large = { id: 'y'.repeat(2000) };
    for (const [, written] of layouts) {
      const found = await read(written([{ id: 1 }, large, { id: 2 }]));
      assert.deepEqual(
        found.map((one) => ('text' in one ? (JSON.parse(one.text) as { id: number }).id : 'large')),
        [1, 'large', 2],
      );
    }
  });

  it('take no more memory than one, of a line of a hundred megabytes', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('{"id":1}\n{"id":"');
      const chunk = Buffer.alloc(64 * 1024, 'a');
      for (let i = 0; i < 1600; i++) {
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        yield chunk;
      }
      yield Buffer.from('"}\n{"id":2}\n');
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const found: FoundObject[] = [];
    for await (const one of objectsIn(endless(), { most: 1e6 })) found.push(one);
    assert.deepEqual(found, [{ text: '{"id":1}' }, { tooLarge: 1600 * 65_536 + 9 }, { text: '{"id":2}' }]);
    assert.ok(most - before < 10e6);
  });

  it('come out of a file that ends too early, which is said of it then', async () => {
    for (const [, written] of layouts.slice(2)) {
      const text = written([{ id: 1 }, { id: 2 }, { id: 3 }]);
      const found: FoundObject[] = [];
      await assert.rejects(async () => {
        for await (const one of objectsIn(chunksOf(text.slice(0, text.lastIndexOf('3')), 5), { most: 1000 }))
          found.push(one);
      }, BadFile);
      assert.equal(found.length, 2);
    }
    await assert.rejects(read('{"id":1}\n{"id":'), BadFile);
  });

  it('are not looked for in what is no JSON', async () => {
    for (const text of ['', '  ', '<html></html>', 'id;nom\n1;x', '\0\0\0'])
      await assert.rejects(read(text), BadFile, text);
    await assert.rejects(read('[{"id":1}]]]'), BadFile);
  });
});
