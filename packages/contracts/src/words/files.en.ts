import type { FilesWords } from './files.js';

export const filesEn: FilesWords = {
  kinds: {
    pdf: 'PDF',
    image: 'photographs',
    document: 'Word or LibreOffice documents',
    sheet: 'Excel or LibreOffice spreadsheets',
  },
  refused: {
    'file-empty': () => 'This file is empty. Check that it opens, then add it again.',
    'file-damaged': () => 'This file is damaged or incomplete. Open it, save it again, then add it.',
    'image-too-large': () =>
      'This picture has too many pixels to be accepted. Make it smaller, then add it again.',
    'file-too-large': (max) =>
      `This file is too heavy: ${max} at most. Make it smaller, or split it into several files.`,
    'file-type-not-accepted': (_, kinds) =>
      `This type of file is not accepted, or a password protects it. Accepted types: ${kinds}.`,
    'file-infected': () => 'A virus was recognised in this file: it was not kept. Have your device checked.',
  },
  tooMany: (count) =>
    `This file was not added: ${count > 1 ? `${count} files` : 'one file'} at most. Remove another one to add it.`,
  tooHeavy: (max) =>
    `This file was not added: together your files would exceed ${max}. Remove another one to add it.`,
  expired: 'This file was sent more than a day ago and is no longer kept. Send it again.',
  added: 'Files added',

  sending: 'Sending…',
  sent: 'Ready',
  waiting: 'Not sent yet. It will leave by itself as soon as the connection or the service is back.',
  throttled: (minutes) =>
    `Too many files were sent in a short time. It will leave by itself in ${minutes > 1 ? `${minutes} minutes` : 'one minute'}.`,
  failed: 'This file could not be sent. Try again, or remove it.',
  cancel: 'Cancel',
  remove: 'Remove',
  retry: 'Try again',
  said: {
    sending: (name) => `Sending ${name}`,
    sent: (name) => `${name} is ready.`,
    removed: (name) => `${name} is removed.`,
    waiting: (name) => `${name} is not sent yet.`,
  },
  notYet: {
    sending: 'Your files are still being sent. Wait until they are ready, or remove them.',
    failed: 'A file could not be added. Send it again or remove it, then go on.',
  },

  download: (name) => `Download ${name}`,
  downloading: 'Downloading…',
  notDownloaded: 'The file could not be downloaded. Try again in a moment.',
  states: {
    waiting: 'being checked by the antivirus',
    infected: 'deleted: the antivirus recognised a virus in it',
  },
};
