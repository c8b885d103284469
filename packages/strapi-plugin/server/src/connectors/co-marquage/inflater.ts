/**
 * Unpacks one file of a zip after another by one inflater. Node's own calls make one each, which stays until the next full
 * collection: thousands of them would take as much memory as Strapi itself.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { createGunzip, type Gunzip } from 'node:zlib';

/** Of gzip: its mark, the method (deflate), no flag, no date, no hint, any system (RFC 1952, 2.3). */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** What the zip says of a file. */
export interface Packed {
  bytes: Buffer;
  /** CRC-32 of what it unpacks to. */
  checksum: number;
  /** Bytes that it unpacks to. */
  length: number;
}

export class Inflater {
  // gunzip takes one member after another as one file, and checks each (RFC 1952, 2.2). Deflated bytes lack no more than
  // a head and a tail to be one.
  #gunzip: Gunzip | null = null;

  /**
   * To be asked for one at a time.
   *
   * @throws an Error where the bytes are broken, or unpack to something else than was said: no more is unpacked then
   */
  async unpack({ bytes, checksum, length }: Packed): Promise<Buffer> {
    // An error also comes to who waits for it.
    const gunzip = (this.#gunzip ??= createGunzip().on('error', () => {}));
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(checksum, 0);
    tail.writeUInt32LE(length, 4);
    const parts: Buffer[] = [];
    let unpacked = 0;
    const take = (part: Buffer) => {
      parts.push(part);
      unpacked += part.length;
      if (unpacked > length) gunzip.destroy();
    };
    gunzip.on('data', take);
    try {
      await new Promise<void>((resolve, reject) => {
        gunzip.once('error', reject);
        gunzip.write(Buffer.concat([HEAD, bytes, tail]), () => {
          gunzip.off('error', reject);
          resolve();
        });
      });
      // What it had to give has come.
      await turn();
      if (unpacked !== length) throw new Error('it does not unpack to the length that it says');
      return Buffer.concat(parts);
    } catch (error) {
      this.close();
      throw error;
    } finally {
      gunzip.off('data', take);
    }
  }

  /** Another file may still be unpacked. */
  close(): void {
    this.#gunzip?.destroy();
    this.#gunzip = null;
  }
}
