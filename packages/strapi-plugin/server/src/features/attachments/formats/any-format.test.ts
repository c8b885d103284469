import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  aDocx,
  aHeic,
  aJpeg,
  anOdt,
  anXlsx,
  aPdf,
  aPng,
  aWebp,
  aZip,
  exif,
  jpegExif,
} from '../testing/files.js';
import { jpegSegment, pngChunk, webpChunk } from '../testing/files.js';
import { AnyFormat } from './any-format.js';
import { exifOf, orientationOf } from './exif.js';
import { FileRefusal } from './reader.js';

/** Reads a file that comes in pieces of these sizes, again and again. */
function read(file: Buffer, sizes: readonly number[] = [file.length || 1]) {
  const reader = new AnyFormat();
  const kept: Buffer[] = [];
  for (let at = 0, i = 0; at < file.length; i++) {
    const size = sizes[i % sizes.length]!;
    kept.push(...reader.write(file.subarray(at, at + size)).map((part) => Buffer.from(part)));
    at += size;
  }
  const end = reader.end();
  return { type: end.type, bytes: Buffer.concat([...kept, ...end.kept]) };
}

const refuses = (file: Buffer, code: FileRefusal['code'], why = '') =>
  assert.throws(
    () => read(file),
    (error) => error instanceof FileRefusal && error.code === code,
    why,
  );

const PERSONAL = 'N48.3156 E1.1375';
const personal = Buffer.from(PERSONAL);

const accepted = {
  'application/pdf': aPdf(),
  'image/jpeg': aJpeg({ extra: [jpegExif()] }),
  'image/png': aPng({ extra: [pngChunk('eXIf', exif())] }),
  'image/webp': aWebp([webpChunk('EXIF', exif())]),
  'image/heic': aHeic(),
  'application/vnd.oasis.opendocument.text': anOdt(),
  'application/vnd.oasis.opendocument.spreadsheet': anOdt('application/vnd.oasis.opendocument.spreadsheet'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': aDocx(),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': anXlsx(),
};

describe('every accepted format', () => {
  for (const [type, file] of Object.entries(accepted)) {
    it(`is recognised by its content: ${type}`, () => assert.equal(read(file).type, type));

    it(`is read the same in pieces of any size: ${type}`, () => {
      const whole = read(file);
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }), (sizes) => {
          assert.deepEqual(read(file, sizes), whole);
        }),
        { numRuns: 60 },
      );
    });

    it(`is refused where it is cut off: ${type}`, () => {
      for (const at of [0.5, 0.8, 0.95]) {
        assert.throws(() => read(file.subarray(0, Math.floor(file.length * at))), FileRefusal);
      }
    });

    it(`is read again as it was kept: ${type}`, () => {
      const kept = read(file);
      assert.deepEqual(read(kept.bytes), kept);
    });
  }

  it('never fails otherwise than by a refusal, whatever the bytes', () => {
    const heads = Object.values(accepted);
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.nat(),
        fc.uint8Array({ maxLength: 60 }),
        (file, at, bytes) => {
          const broken = Buffer.from(file);
          broken.set(bytes.slice(0, broken.length - (at % broken.length)), at % broken.length);
          try {
            read(broken);
          } catch (error) {
            assert.ok(error instanceof FileRefusal, String(error));
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('what tells of the person', () => {
  const xmp = `http://ns.adobe.com/xap/1.0/\0${PERSONAL}`;
  const files = {
    'a JPEG’s Exif': aJpeg({ extra: [jpegExif()] }),
    'a JPEG’s XMP, IPTC, comment': aJpeg({
      extra: [jpegSegment(0xe1, xmp), jpegSegment(0xed, PERSONAL), jpegSegment(0xfe, PERSONAL)],
    }),
    'a second picture behind a JPEG': aJpeg({ behind: aJpeg({ extra: [jpegExif()] }) }),
    'a PNG’s Exif and texts': aPng({
      extra: [
        pngChunk('eXIf', exif()),
        pngChunk('tEXt', personal),
        pngChunk('iTXt', personal),
        pngChunk('abCd', personal),
      ],
    }),
    'what follows a PNG': aPng({ behind: personal }),
    'a WebP’s Exif, XMP, and what nobody knows': aWebp([
      webpChunk('EXIF', exif()),
      webpChunk('XMP ', personal),
      webpChunk('abcd', personal),
    ]),
    'a HEIC’s Exif, XMP, film': aHeic(),
  };
  for (const [what, file] of Object.entries(files)) {
    it(`is not kept: ${what}`, () => {
      assert.ok(file.includes(PERSONAL));
      assert.ok(!read(file).bytes.includes(PERSONAL));
    });
  }

  it('leaves the picture, and what its colours depend on', () => {
    const icc = jpegSegment(0xe2, 'ICC_PROFILE\0 colours');
    const adobe = jpegSegment(0xee, 'Adobe\0d');
    assert.deepEqual(
      read(aJpeg({ extra: [jpegExif({ orientation: 1 }), icc, adobe] })).bytes,
      aJpeg({ extra: [icc, adobe] }),
    );
    const colours = pngChunk('iCCP', personal);
    assert.deepEqual(
      read(aPng({ extra: [colours, pngChunk('tIME', personal)] })).bytes,
      aPng({ extra: [colours] }),
    );
    const heic = aHeic();
    const kept = read(heic).bytes;
    assert.equal(kept.length, heic.length);
    assert.ok(kept.includes('the picture itself') && kept.includes('irot'));
  });

  it('leaves how to hold the picture', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (orientation) => {
        const own = exif({ orientation });
        assert.equal(orientationOf(own), orientation);
        assert.equal(orientationOf(exifOf(orientation)), orientation);
        const kept = [
          read(aJpeg({ extra: [jpegExif({ orientation })] })).bytes,
          read(aPng({ extra: [pngChunk('eXIf', own)] })).bytes,
          read(aWebp([webpChunk('EXIF', own)])).bytes,
        ];
        for (const bytes of kept) {
          const at = bytes.indexOf('MM\0*');
          assert.equal(at === -1 ? 1 : orientationOf(bytes.subarray(at)), orientation);
        }
      }),
    );
    assert.equal(orientationOf(Buffer.from('49492a00080000000100120103000100000008000000', 'hex')), 8);
    fc.assert(fc.property(fc.uint8Array(), (bytes) => orientationOf(Buffer.from(bytes)) >= 1));
  });

  it('leaves compressed data as it is, whatever stands in it', () => {
    // A byte 0xff is followed by a stuffed zero, or by one of the eight restart markers.
    const piece = fc.oneof(
      fc.integer({ min: 0, max: 254 }).map((byte) => [byte]),
      fc.constantFrom(...[0, ...Array.from({ length: 8 }, (_, i) => 0xd0 + i)]).map((byte) => [0xff, byte]),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (pieces, size) => {
        const file = aJpeg({ data: Buffer.from(pieces.flat()) });
        assert.deepEqual(read(file, [size]).bytes, file);
      }),
    );
  });
});

describe('what is refused', () => {
  it('is an empty file, by a code of its own', () => refuses(Buffer.alloc(0), 'file-empty'));

  it('is what is not on the list, whatever its name says', () => {
    const others = {
      svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      html: '<!doctype html><script>alert(1)</script>',
      'html with a PDF behind': `<html>\n${aPdf().toString('latin1')}`,
      'a script that is a GIF': 'GIF89a/*' + '\0'.repeat(60) + '*/=1;alert(1)',
      gif: 'GIF89a\x01\0\x01\0\0\0\0;',
      program: `MZ${'\0'.repeat(80)}`,
      elf: `\x7fELF${'\0'.repeat(80)}`,
      'old Word': '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(80),
      gzip: '\x1f\x8b\x08' + '\0'.repeat(80),
      '7z': "7z\xbc\xaf'\x1c" + '\0'.repeat(80),
      rar: 'Rar!\x1a\x07' + '\0'.repeat(80),
      text: 'Bonjour, voici mon document.',
    };
    for (const [what, text] of Object.entries(others)) {
      refuses(Buffer.from(text, 'latin1'), 'file-type-not-accepted', what);
    }
  });

  it('is an archive that is no document, or one that carries what is none', () => {
    refuses(aZip([{ name: 'lib 0.zip', data: 'PK' }]), 'file-type-not-accepted');
    refuses(aDocx({ name: 'word/vbaProject.bin' }), 'file-type-not-accepted');
    refuses(aDocx({ name: 'word/embeddings/setup.exe' }), 'file-type-not-accepted');
    refuses(aDocx({ name: '../../etc/passwd' }), 'file-type-not-accepted');
    refuses(aDocx({ name: 'secret.xml', flags: 1 }), 'file-type-not-accepted');
    refuses(aDocx({ name: 'word/media/image.png', unpacked: 0xffff_fff0 }), 'file-type-not-accepted');
    refuses(anOdt('application/vnd.oasis.opendocument.graphics'), 'file-type-not-accepted');
    refuses(Buffer.concat([aDocx(), Buffer.from('behind')]), 'file-damaged');
  });

  it('is a damaged file', () => {
    refuses(Buffer.from('%PDF-1.7\nand nothing that ends it'), 'file-damaged');
    refuses(aPdf().subarray(0, 60), 'file-damaged');
    refuses(Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'file-damaged');
    refuses(aPng().subarray(0, -12), 'file-damaged');
  });

  it('is an image of too many pixels', () => {
    refuses(aPng({ width: 30_000, height: 30_000 }), 'image-too-large');
    refuses(aJpeg({ width: 30_000, height: 30_000 }), 'image-too-large');
    refuses(aHeic({ width: 30_000, height: 30_000 }), 'image-too-large');
    assert.equal(read(aJpeg({ width: 16_320, height: 12_240 })).type, 'image/jpeg');
  });
});
