/** Small files of every accepted format, with what a camera would write into them. */
import { crc32 } from 'node:zlib';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const uint16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const uint32LE = (value: number) => Buffer.from(uint32(value)).reverse();

/** Exif data with an orientation, and a position: `position` stands in it as it is. */
export function exif({ orientation = 6, position = 'N48.3156 E1.1375' } = {}): Buffer {
  const text = latin1(`${position}\0`);
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([uint16(tag), uint16(type), uint32(count), value]);
  return Buffer.concat([
    latin1('MM\0*'),
    uint32(8),
    uint16(2),
    // Make, where any text will do; then the orientation.
    entry(0x010f, 2, text.length, uint32(38)),
    entry(0x0112, 3, 1, Buffer.concat([uint16(orientation), uint16(0)])),
    uint32(0),
    text,
  ]);
}

const segment = (code: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, code]), uint16(body.length + 2), body]);

export interface JpegParts {
  /** Segments after the start: all that an editor or a camera may add. */
  extra?: Buffer[];
  width?: number;
  height?: number;
  /** The compressed data. */
  data?: Buffer;
  behind?: Buffer;
}

export function aJpeg({ extra = [], width = 8, height = 8, data, behind }: JpegParts = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, latin1('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...extra,
    segment(
      0xc0,
      Buffer.concat([Buffer.from([8]), uint16(height), uint16(width), Buffer.from([1, 1, 17, 0])]),
    ),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    data ?? Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    Buffer.from([0xff, 0xd9]),
    behind ?? Buffer.alloc(0),
  ]);
}

export const jpegExif = (of: Parameters<typeof exif>[0] = {}) =>
  segment(0xe1, Buffer.concat([latin1('Exif\0\0'), exif(of)]));
export const jpegSegment = (code: number, text: string) => segment(code, latin1(text));

export function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([latin1(type), body]);
  return Buffer.concat([uint32(body.length), named, uint32(crc32(named))]);
}

export function aPng({
  width = 1,
  height = 1,
  extra = [] as Buffer[],
  behind = Buffer.alloc(0),
} = {}): Buffer {
  return Buffer.concat([
    latin1('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])])),
    ...extra,
    pngChunk('IDAT', Buffer.from('789c6360000000020001', 'hex')),
    pngChunk('IEND', Buffer.alloc(0)),
    behind,
  ]);
}

export function webpChunk(type: string, body: Buffer): Buffer {
  return Buffer.concat([latin1(type), uint32LE(body.length), body, Buffer.alloc(body.length % 2)]);
}

export function aWebp(extra: Buffer[] = [], flags = 0x0c): Buffer {
  const lossless = Buffer.concat([Buffer.from([0x2f, 0, 0, 0, 0]), Buffer.alloc(7, 7)]);
  const body = Buffer.concat([
    latin1('WEBP'),
    webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    webpChunk('VP8L', lossless),
    ...extra,
  ]);
  return Buffer.concat([latin1('RIFF'), uint32LE(body.length), body]);
}

const box = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([uint32(body.length + 8), latin1(type), body]);
};
const fullBox = (type: string, version: number, ...parts: Buffer[]) =>
  box(type, uint32(version << 24), ...parts);

/** A picture, its Exif, its XMP, and a film of the moment around it. */
export function aHeic({ personal = 'N48.3156 E1.1375', width = 64, height = 64 } = {}): Buffer {
  const picture = latin1('the picture itself');
  const tiff = Buffer.concat([uint32(0), exif({ position: personal })]);
  const xmp = latin1(`<x:xmpmeta>${personal}</x:xmpmeta>`);
  const item = (id: number, type: string, name = '\0') =>
    fullBox('infe', 2, uint16(id), uint16(0), latin1(type), latin1(name));
  const ftyp = box('ftyp', latin1('heic'), uint32(0), latin1('mif1heic'));
  const metaAt = (mdat: number) => {
    const place = (id: number, at: number, length: number) =>
      Buffer.concat([uint16(id), uint16(0), uint16(1), uint32(at), uint32(length)]);
    return fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, uint32(0), latin1('pict'), Buffer.alloc(13)),
      fullBox('pitm', 0, uint16(1)),
      fullBox(
        'iinf',
        0,
        uint16(3),
        item(1, 'hvc1'),
        item(2, 'Exif'),
        item(3, 'mime', '\0application/rdf+xml\0'),
      ),
      box(
        'iprp',
        box('ipco', fullBox('ispe', 0, uint32(width), uint32(height)), box('irot', Buffer.from([3]))),
      ),
      box('uuid', latin1(personal)),
      fullBox(
        'iloc',
        0,
        Buffer.from([0x44, 0]),
        uint16(3),
        place(1, mdat, picture.length),
        place(2, mdat + picture.length, tiff.length),
        place(3, mdat + picture.length + tiff.length, xmp.length),
      ),
    );
  };
  const mdatAt = ftyp.length + metaAt(0).length + 8;
  return Buffer.concat([
    ftyp,
    metaAt(mdatAt),
    box('mdat', picture, tiff, xmp),
    box('moov', latin1(personal)),
  ]);
}

/** @param text stands in it as it is */
export const aPdf = (text = 'Bonjour') =>
  latin1(
    `%PDF-1.7\n1 0 obj\n<< /Note (${text}) >>\nendobj\nxref\n0 1\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n`,
  );

export interface Member {
  name: string;
  data?: string;
  flags?: number;
  /** As the directory says, whatever it is. */
  unpacked?: number;
}

/** A ZIP archive whose members are stored. */
export function aZip(members: readonly Member[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data = '', flags = 0, unpacked } of members) {
    const [path, body] = [Buffer.from(name), Buffer.from(data)];
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(body), 0);
    sizes.writeUInt32LE(body.length, 4);
    sizes.writeUInt32LE(unpacked ?? body.length, 8);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(path.length);
    const common = Buffer.concat([
      Buffer.from([20, 0, flags & 255, flags >> 8, 0, 0, 0, 0, 0, 0]),
      sizes,
      lengths,
    ]);
    const local = Buffer.concat([latin1('PK\x03\x04'), common, path, body]);
    directory.push(
      Buffer.concat([
        latin1('PK\x01\x02'),
        Buffer.from([20, 0]),
        common,
        Buffer.alloc(10),
        uint32LE(at),
        path,
      ]),
    );
    files.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const count = Buffer.from([members.length & 255, members.length >> 8]);
  const end = Buffer.concat([
    latin1('PK\x05\x06'),
    Buffer.alloc(4),
    count,
    count,
    uint32LE(list.length),
    uint32LE(at),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([...files, list, end]);
}

export const aDocx = (...more: Member[]) =>
  aZip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml', data: '<w/>' }, ...more]);
export const anXlsx = () =>
  aZip([{ name: '_rels/.rels' }, { name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }]);
export const anOdt = (type = 'application/vnd.oasis.opendocument.text') =>
  aZip([{ name: 'mimetype', data: type }, { name: 'content.xml' }]);
