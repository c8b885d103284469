/** What a page that sends files knows of them: apart from the schemas (`attachment.ts`). */

/**
 * What is accepted, told by the content and never by the name. Not among them: what a browser or an office suite would
 * run (SVG, HTML, macros), what hides other files (archives), and plain text, which a message holds.
 */
export const attachmentTypes = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type AttachmentType = keyof typeof attachmentTypes;

/** The same as people tell them apart: which of them a procedure accepts is chosen by these. */
export const fileKinds = ['pdf', 'image', 'document', 'sheet'] as const;
export type FileKind = (typeof fileKinds)[number];

export function kindOfFile(type: string): FileKind {
  if (/pdf$/.test(type)) return 'pdf';
  if (/^image/.test(type)) return 'image';
  return /sheet$/.test(type) ? 'sheet' : 'document';
}

/** What a file field accepts: `.pdf,.jpg,…`. */
export const acceptedFiles = (kinds: readonly FileKind[] = fileKinds): string =>
  Object.entries(attachmentTypes)
    .filter(([type]) => kinds.includes(kindOfFile(type)))
    .flatMap(([, extensions]) => extensions.map((extension) => `.${extension}`))
    .join(',');

/** The form field that holds the file. */
export const FILE_FIELD = 'file';

/** Where an agent's browser says the file's name, percent-encoded UTF-8; the body is the file itself. */
export const FILE_NAME = 'Guichet-File-Name';
