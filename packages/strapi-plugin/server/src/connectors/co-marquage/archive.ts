/** The source's zip: one file of XML a guide, flat. What is not as it should be is told, and the rest is read. */
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { Unusable } from '../source/unusable.js';
import { NoGuide, readGuide, type ReadGuide } from './guide.js';
import { Inflater } from './inflater.js';
import { parseXml, XmlError } from './xml.js';

/** To be counted up when guides are read in another way than before: those that did not change are read again. */
const READING = '1';

/** ZIP's method 8; the other that is read is 0, as it is. */
const DEFLATED = 8;
/** Of one file, unpacked and packed. The longest guide has 3 MB. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Of a whole archive, unpacked: the source's has half a gigabyte at most. */
const MAX_TOTAL_BYTES = 2 * 1024 * 1024 * 1024;
const MAX_ENTRIES = 100_000;

const GUIDE = /^([FNR]\d{1,9})\.xml$/;
/** A plain name in no folder: nothing here is ever written to a disk, and nothing that would climb out of one is read. */
const PLAIN = /^[\w-][\w.-]*$/;

/** What the import says of one file; `detail` is a few words in English, never what the file holds. */
export interface Fault {
  file: string;
  fault: 'name' | 'too-large' | 'unreadable' | 'malformed' | 'not-a-guide';
  detail: string;
}

export interface ArchivedGuide {
  file: string;
  id: string;
  /** Equal where the file is the same by its checksum (CRC-32), and is read as it was: nothing is unpacked for it. */
  digest: string;
  /** @throws Faulty where the file is no guide */
  read(): Promise<ReadGuide>;
}

/** A file of which nothing comes in. */
export class Faulty extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`${fault.file}: ${fault.detail}`);
    this.fault = fault;
  }
}

/** It is no zip, or one that goes beyond every bound: nothing of it is read. */
export class BadArchive extends Unusable {
  override name = 'BadArchive';
}

/** No longer than its header says: what goes on is no file. */
async function bytesOf(zip: ZipFile, entry: Entry, inflater: Inflater): Promise<Buffer> {
  const isPacked = entry.compressionMethod === DEFLATED;
  const stream = await zip.openReadStreamPromise(entry, isPacked ? { decompress: false } : {});
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  if (!isPacked) return bytes;
  return inflater.unpack({ bytes, checksum: entry.crc32, length: entry.uncompressedSize });
}

async function readFile(file: string, zip: ZipFile, entry: Entry, inflater: Inflater): Promise<ReadGuide> {
  const bytes = await bytesOf(zip, entry, inflater).catch((error: unknown) => {
    throw new Faulty({ file, fault: 'unreadable', detail: (error as Error).message });
  });
  try {
    return readGuide(parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    if (error instanceof NoGuide) throw new Faulty({ file, fault: 'not-a-guide', detail: error.message });
    const detail = error instanceof XmlError ? error.message : 'it is not UTF-8';
    throw new Faulty({ file, fault: 'malformed', detail });
  }
}

/**
 * Its guides one after the other; of the other files the source's are passed over.
 * @throws BadArchive
 */
export async function* guidesIn(path: string): AsyncGenerator<ArchivedGuide | Fault> {
  // Names as bytes: yauzl would end at the first that climbs out of its folder.
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false }).catch((error: unknown) => {
    throw new BadArchive((error as Error).message);
  });
  const inflater = new Inflater();
  try {
    if (zip.entryCount > MAX_ENTRIES) throw new BadArchive(`it has more than ${MAX_ENTRIES} files`);
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const file = (entry.fileName as unknown as Buffer).toString('utf8');
      if (!PLAIN.test(file)) {
        yield { file: file.slice(0, 100), fault: 'name', detail: 'its name is not that of a file' };
        continue;
      }
      const id = GUIDE.exec(file)?.[1];
      if (!id) continue;
      const length = Math.max(entry.uncompressedSize, entry.compressedSize);
      if (length > MAX_FILE_BYTES) {
        yield { file, fault: 'too-large', detail: `it has ${length} bytes` };
        continue;
      }
      total += entry.uncompressedSize;
      if (total > MAX_TOTAL_BYTES) throw new BadArchive(`it unpacks to more than ${MAX_TOTAL_BYTES} bytes`);
      const digest = `${READING}-${entry.crc32}-${entry.uncompressedSize}`;
      yield { file, id, digest, read: () => readFile(file, zip, entry, inflater) };
    }
  } catch (error) {
    throw error instanceof BadArchive ? error : new BadArchive((error as Error).message);
  } finally {
    inflater.close();
    zip.close();
  }
}
