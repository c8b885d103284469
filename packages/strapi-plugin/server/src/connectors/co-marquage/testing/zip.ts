/** Zips as tests need them, those that no honest tool would write included (PKWARE APPNOTE 4.3). */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  name: string;
  content: string | Buffer;
  /** What its header says of its length, where that is a lie. */
  claims?: number;
  /** What its header says of its CRC-32, likewise. */
  checksum?: number;
  /** What there is instead of the packed bytes. */
  packed?: Buffer;
}

const little = (...parts: [value: number, bytes: 2 | 4][]): Buffer =>
  Buffer.concat(
    parts.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      if (bytes === 2) part.writeUInt16LE(value);
      else part.writeUInt32LE(value);
      return part;
    }),
  );

export function zipOf(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, checksum, packed: instead } of files) {
    const bytes = Buffer.from(content);
    const packed = instead ?? deflateRawSync(bytes);
    const title = Buffer.from(name);
    // Flags: names in UTF-8. Method 8: deflate.
    const common = little(
      [20, 2],
      [0x800, 2],
      [8, 2],
      [0, 2],
      [0x21, 2],
      [checksum ?? crc32(bytes), 4],
      [packed.length, 4],
      [claims ?? bytes.length, 4],
      [title.length, 2],
      [0, 2],
    );
    const local = Buffer.concat([little([0x04034b50, 4]), common, title, packed]);
    directory.push(
      little([0x02014b50, 4], [20, 2]),
      common,
      little([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      title,
    );
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = little(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [list.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...bodies, list, end]);
}
