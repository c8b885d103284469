/** The source's zip: one file of XML a guide, flat. What is not as it should be is told, and the rest is read. */
import { createHash } from 'node:crypto';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { NoGuide, readGuide, type ReadGuide } from './guide.js';
import { parseXml, XmlError } from './xml.js';

/** To be counted up when guides are read in another way than before: those that did not change are read again. */
const READING = '1';

/** Of one file, unpacked. The longest guide has 3 MB. */
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
  /** Equal where the file is the same, and is read as it was. */
  digest: string;
  /** @throws Faulty where the file is no guide */
  read(): ReadGuide;
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
export class BadArchive extends Error {
  override name = 'BadArchive';
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function readFile(file: string, bytes: Buffer): ReadGuide {
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
      if (entry.uncompressedSize > MAX_FILE_BYTES) {
        yield { file, fault: 'too-large', detail: `it has ${entry.uncompressedSize} bytes` };
        continue;
      }
      total += entry.uncompressedSize;
      if (total > MAX_TOTAL_BYTES) throw new BadArchive(`it unpacks to more than ${MAX_TOTAL_BYTES} bytes`);
      let bytes: Buffer;
      try {
        // No longer than its header says: yauzl ends a stream that goes on.
        bytes = await bytesOf(zip, entry);
      } catch (error) {
        yield { file, fault: 'unreadable', detail: (error as Error).message };
        continue;
      }
      const digest = createHash('sha256').update(READING).update(bytes).digest('base64url');
      yield { file, id, digest, read: () => readFile(file, bytes) };
    }
  } catch (error) {
    throw error instanceof BadArchive ? error : new BadArchive((error as Error).message);
  } finally {
    zip.close();
  }
}
