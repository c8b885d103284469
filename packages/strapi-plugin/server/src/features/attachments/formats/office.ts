/**
 * Documents of office suites: OpenDocument and Office Open XML, both ZIP archives. Which of them, and that it is nothing
 * else, is told by the archive's directory, at its end. Other archives are refused, and those that carry macros, programs,
 * encrypted parts or far more than they weigh.
 */
import type { AttachmentType } from '@guichet/contracts/attachment-types';
import { FileRefusal } from './reader.js';
import { type Ends, TailReader } from './tail.js';

/** The directory of a document with some thousand pictures. */
const TAIL_BYTES = 512 * 1024;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MOST_UNPACKED = 500 * 1024 * 1024;
const ENCRYPTED = 0x2041;

const openDocument: Readonly<Record<string, AttachmentType>> = {
  'application/vnd.oasis.opendocument.text': 'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet': 'application/vnd.oasis.opendocument.spreadsheet',
};
const officeOpen: readonly [string, AttachmentType][] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

/** Macros of either family, programs, archives within. */
const UNWANTED =
  /(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\/|^basic\/|^scripts\/|\.(?:exe|dll|com|scr|msi|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|lnk|jar|zip|7z|rar|gz)$/i;

export const isZip = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));

/** The names in the directory, which ends where the end record begins, and begins where it says. */
function namesIn({ tail, length }: Ends): string[] {
  const end = tail.subarray(-END_BYTES);
  if (tail.length < END_BYTES || end.readUInt32LE() !== 0x06054b50) throw new FileRefusal('file-damaged');
  const [entries, size, offset] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const directory = tail.subarray(-END_BYTES - size, -END_BYTES);
  if (directory.length !== size || offset + size + END_BYTES !== length)
    throw new FileRefusal('file-damaged');
  const names: string[] = [];
  let unpacked = 0;
  for (let at = 0; at < size;) {
    if (at + ENTRY_BYTES > size || directory.readUInt32LE(at) !== 0x02014b50)
      throw new FileRefusal('file-damaged');
    if (directory.readUInt16LE(at + 8) & ENCRYPTED) throw new FileRefusal('file-type-not-accepted');
    unpacked += directory.readUInt32LE(at + 24);
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + ENTRY_BYTES, nameEnd));
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  if (names.length !== entries || !entries) throw new FileRefusal('file-damaged');
  if (unpacked > MOST_UNPACKED) throw new FileRefusal('file-type-not-accepted');
  return names;
}

/** OpenDocument 1.3, part 2, 3.3: the first member, stored as it is, says the type. */
function openDocumentType(head: Buffer): AttachmentType | undefined {
  if (head.length < 30 || head.readUInt16LE(8) !== 0) return undefined;
  const nameEnd = 30 + head.readUInt16LE(26);
  if (head.toString('latin1', 30, nameEnd) !== 'mimetype') return undefined;
  const content = nameEnd + head.readUInt16LE(28);
  return openDocument[head.toString('latin1', content, content + head.readUInt32LE(18))];
}

function judge(ends: Ends): AttachmentType {
  const names = namesIn(ends);
  if (
    names.some((name) => UNWANTED.test(name) || name.startsWith('/') || /\\|(?:^|\/)\.\.(?:\/|$)/.test(name))
  )
    throw new FileRefusal('file-type-not-accepted');
  const has = new Set(names);
  const odf = has.has('content.xml') ? openDocumentType(ends.head) : undefined;
  const ooxml = has.has('[Content_Types].xml') ? officeOpen.find(([part]) => has.has(part))?.[1] : undefined;
  const type = odf ?? ooxml;
  if (!type) throw new FileRefusal('file-type-not-accepted');
  return type;
}

export const office = () => new TailReader(TAIL_BYTES, judge);
