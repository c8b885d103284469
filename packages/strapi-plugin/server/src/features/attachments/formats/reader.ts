/** What a format's reader is: it sees a file as it comes in, and gives what is kept of it. */
import type { AttachmentType } from '@guichet/contracts/attachment-types';

export type FileRefusalCode =
  'file-empty' | 'file-damaged' | 'file-type-not-accepted' | 'file-too-large' | 'image-too-large';

/** A file that is not taken. */
export class FileRefusal extends Error {
  readonly code: FileRefusalCode;

  constructor(code: FileRefusalCode) {
    super(code);
    this.name = 'FileRefusal';
    this.code = code;
  }
}

export interface Reader {
  /** @returns what is kept, in order; may be empty. @throws FileRefusal */
  write(chunk: Buffer): Buffer[];
  /** After the last byte. @throws FileRefusal where the file ends too early, or is of no accepted type after all */
  end(): { kept: Buffer[]; type: AttachmentType };
}

/** 16,320 × 12,240 is the largest that telephones take; what is beyond only fills the memory of whoever opens it. */
const MOST_PIXELS = 200_000_000;

/** @throws FileRefusal `image-too-large` */
export function checkPixels(width: number, height: number): void {
  if (width * height > MOST_PIXELS) throw new FileRefusal('image-too-large');
}
