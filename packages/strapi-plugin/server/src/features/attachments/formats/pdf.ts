/**
 * PDF (ISO 32000-2, 7.5): its header at the very beginning, where the standard wants it and where no script or page can
 * stand before it, and its trailer. One that a password protects is taken: official attestations often forbid copying
 * in this way, and open without it.
 */
import { FileRefusal } from './reader.js';
import { type Ends, TailReader } from './tail.js';

const TAIL_BYTES = 2048;
/** Acrobat looks for the end mark no further (PDF 1.7 reference, appendix H, note 18). */
const MARK_WITHIN = 1024;

export const isPdf = (head: Buffer) => /^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8));

function judge({ tail }: Ends): 'application/pdf' {
  const text = tail.toString('latin1');
  if (!text.slice(-MARK_WITHIN).includes('%%EOF') || !text.includes('startxref'))
    throw new FileRefusal('file-damaged');
  return 'application/pdf';
}

export const pdf = () => new TailReader(TAIL_BYTES, judge);
