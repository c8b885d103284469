import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { CHUNK_BYTES, createChunks } from '../../vault/chunks.js';
import { createVault, VaultError } from '../../vault/vault.js';
import { CHUNKS_PER_ROW, ChunkWriter, readChunks } from './chunk-writer.js';

const place = { administrationId: 'a', table: 't', record: 'r', field: 'chunks' };
const { dataKey } = createVault([`k:${Buffer.alloc(32, 1).toString('base64')}`]).createDataKey(place);
const chunks = createChunks(dataKey, place);
const ROW = CHUNKS_PER_ROW * CHUNK_BYTES;

async function write(file: Buffer, piece: number): Promise<Buffer[]> {
  const rows: Buffer[] = [];
  const writer = new ChunkWriter(chunks, async (seq, bytes) => void (rows[seq] = bytes));
  for (let at = 0; at < file.length; at += piece) await writer.write(file.subarray(at, at + piece));
  await writer.end();
  assert.equal(writer.length, file.length);
  return rows;
}

const read = async (rows: readonly Buffer[], length: number) => {
  const parts: Buffer[] = [];
  for await (const part of readChunks(chunks, length, async (seq) => rows[seq] ?? null)) parts.push(part);
  return Buffer.concat(parts);
};

describe('a file in rows', () => {
  it('is read back as it was, whatever its length and the pieces it came in', async () => {
    for (const length of [1, CHUNK_BYTES, CHUNK_BYTES + 1, ROW - 1, ROW, ROW + 1, 2 * ROW, 2 * ROW + 3]) {
      const file = randomBytes(length);
      for (const piece of [64 * 1024, 100_000, 3 * ROW]) {
        const rows = await write(file, piece);
        assert.equal(rows.length, Math.ceil(length / ROW));
        assert.deepEqual(await read(rows, length), file);
      }
    }
  });

  it('is refused with a row missing, moved, shortened or lengthened', async () => {
    const length = 3 * ROW - 5;
    const rows = await write(randomBytes(length), ROW);
    const [first, second, third] = rows as [Buffer, Buffer, Buffer];
    for (const [broken, said] of [
      [[first, second], length],
      [[first, second], 2 * ROW],
      [[second, first, third], length],
      [[first, third, second], length],
      [[first, second, third.subarray(0, -1)], length],
      [[first, second, Buffer.concat([third, third])], length],
      [[first, second.subarray(0, -CHUNK_BYTES - 16), third], length],
    ] as const) {
      await assert.rejects(read(broken, said), VaultError);
    }
  });
});
