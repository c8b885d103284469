/**
 * Files of a form without JavaScript. They come with the form that they were chosen in and are kept, named by nothing
 * yet, as the API keeps them; the next page tells them in a hidden field, signed: what it then shows, and names, is
 * what was received here.
 */
import type { Attachment } from '@guichet/contracts/attachment';
import { FILE_FIELD, kindOfFile } from '@guichet/contracts/attachment-types';
import { type FileLimits, fileLimits } from '@guichet/contracts/file-limits';
import { fileSize } from '@guichet/contracts/file-size';
import type { Draft } from '@guichet/contracts/request-draft';
import { kindsIn } from '@guichet/contracts/words/file-kinds';
import { filesEn } from '@guichet/contracts/words/files.en';
import { filesFr } from '@guichet/contracts/words/files.fr';
import type { FilesWords } from '@guichet/contracts/words/files';
import * as z from 'zod';
import { MOST_TEXT } from '../../edge/multipart.js';
import { ProblemError } from '../../edge/problem-error.js';
import type { EdgeCall } from '../../edge/route.js';
import { getService } from '../../strapi/services.js';
import { isSame } from '../../vault/secrets.js';
import { formText } from './form-text.js';
import { languageOf } from './language.js';
import { pageWords } from './layout.js';
import { minutesOf } from './problem.page.js';

export const filesWords: Record<'fr' | 'en', FilesWords> = { fr: filesFr, en: filesEn };

/** What a page tells of a file; its size is in bytes. */
export type KeptFile = Pick<Attachment, 'id' | 'name' | 'size' | 'type'>;

export interface PageFiles {
  kept: readonly KeptFile[];
  /** One sentence for each that could not be kept, with its name. */
  refused: readonly string[];
}

/** A call whose form may have brought files. */
export type FilesCall<Input> = EdgeCall<Input> & { files: PageFiles };

const texts = z.union([z.string(), z.array(z.string())]).default([]);

/** What every form that takes files sends besides them. */
export const fileFields = {
  /** Those that came before, signed. */
  files: formText,
  /** Ids of those that are not to be sent after all. */
  removed: texts.transform((ids) => [ids].flat()),
};

/** Far more than are kept: each of the others is refused by its name, and nothing that was typed is lost for it. */
const MOST_SENT = 100;

const tooMuch = () =>
  new ProblemError('validation-failed', { errors: [{ path: 'attachments', code: 'too-long' }] });

/**
 * Reads a form with the files that came with it, beside those that had come before.
 *
 * @throws ProblemError where the form could not be read; whatever is wrong with a file alone is in `refused`
 */
export async function receiveFiles<
  Input extends { files: string; removed: readonly string[]; draft?: Draft },
>(call: EdgeCall<Input>): Promise<FilesCall<Input>> {
  const { strapi, tenant, network } = call;
  const { maxFiles, maxFileBytes, maxTotalBytes } = getService(strapi, 'settings').attachments;
  const rates = getService(strapi, 'rates');
  const { fields, attachments, refused } = await getService(strapi, 'attachments').receiveForm(call, {
    field: FILE_FIELD,
    files: MOST_SENT,
    // One too large still comes in whole, so that it can be said which.
    bytes: maxTotalBytes + maxFileBytes + MOST_TEXT,
    requestId: null,
    async admit(taken) {
      if (taken >= maxFiles) throw tooMuch();
      await rates.spend('upload', network);
      await rates.spend('uploadToAdministration', tenant.id);
    },
  });
  const kept = readFiles(call, fields.files).filter(({ id }) => !fields.removed.includes(id));
  const limits = fileLimits(tenant.administration, fields.draft?.['procedure']);
  const refusals = refused.map(({ name, problem }) => refusalOf(call, name, problem, limits));
  const words = filesWords[languageIn(call)];
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  for (const { id, name, size, type } of attachments) {
    const problem = problemOf({ size, type }, limits);
    if (problem) refusals.push(refusalOf(call, name, problem, limits));
    else if (kept.length >= limits.maxFiles) refusals.push(named(call, name, words.tooMany(limits.maxFiles)));
    else if (bytes + size > maxTotalBytes)
      refusals.push(named(call, name, words.tooHeavy(fileSize(maxTotalBytes, languageIn(call)))));
    else {
      kept.push({ id, name, size, type });
      bytes += size;
    }
  }
  return { ...call, input: fields, files: { kept, refused: refusals } };
}

/** The sentence of the field that files are chosen in, by its name. */
export function errorsOf({ refused }: PageFiles): Record<string, string> {
  return refused.length ? { [FILE_FIELD]: refused.join(' ') } : {};
}

/** What is left where these could not be named: the others, and a sentence for each that is gone. */
export function withoutLost(call: FilesCall<unknown>, problem: ProblemError): PageFiles {
  const { kept } = call.files;
  const paths = new Set(problem.errors.map(({ path }) => path));
  const isLost = (_: KeptFile, i: number) => paths.has('attachments') || paths.has(`attachments.${i}`);
  const { expired } = filesWords[languageIn(call)];
  return {
    kept: kept.filter((file, i) => !isLost(file, i)),
    refused: kept.filter(isLost).map(({ name }) => named(call, name, expired)),
  };
}

type Signing = Pick<EdgeCall, 'strapi' | 'tenant'>;

const macOf = ({ strapi }: Signing, administrationId: string, text: string) =>
  getService(strapi, 'secrets').mac('page-files', administrationId, text);

/** `<MAC>.<JSON>`, for one administration; nothing of no file. */
export function signFiles(call: Signing, kept: readonly KeptFile[]): string {
  if (!kept.length) return '';
  const text = JSON.stringify(kept.map(({ id, name, size, type }) => ({ id, name, size, type })));
  return `${macOf(call, call.tenant.id, text).toString('base64url')}.${text}`;
}

/** Those that a form carries on to the next exchange. */
export interface CarriedFiles {
  kept: readonly KeptFile[];
  signed: string;
}

export const carried = (call: Signing, kept: readonly KeptFile[]): CarriedFiles => ({
  kept,
  signed: signFiles(call, kept),
});

/** @returns none where they are not as they were signed */
function readFiles(call: Signing, signed: string): KeptFile[] {
  const [mac = ''] = signed.split('.', 1);
  const text = signed.slice(mac.length + 1);
  const given = Buffer.from(mac, 'base64url');
  const isOurs = call.tenant.ids.some((id) => isSame(macOf(call, id, text), given));
  return isOurs ? (JSON.parse(text) as KeptFile[]) : [];
}

const languageIn = (call: Pick<EdgeCall, 'tenant' | 'query' | 'header'>) =>
  languageOf(call, call.tenant.administration);

/** Why a file that the hosting would keep is not one that its procedure takes. */
function problemOf(
  { size, type }: Pick<KeptFile, 'size' | 'type'>,
  { maxFileBytes, kinds }: FileLimits,
): ProblemError | null {
  if (size > maxFileBytes) return new ProblemError('file-too-large');
  return kinds.includes(kindOfFile(type)) ? null : new ProblemError('file-type-not-accepted');
}

function refusalOf(
  call: EdgeCall,
  name: string,
  problem: ProblemError,
  { maxFiles, maxFileBytes, kinds }: FileLimits,
): string {
  const language = languageIn(call);
  const words = filesWords[language];
  const isFileProblem = (code: string): code is keyof typeof words.refused => code in words.refused;
  const sentence = isFileProblem(problem.code)
    ? words.refused[problem.code](fileSize(maxFileBytes, language), kindsIn(kinds, words))
    : problem.code === 'rate-limited'
      ? pageWords[language].files.throttled(minutesOf(problem.retryAfter))
      : words.tooMany(maxFiles);
  return named(call, name, sentence);
}

const LONGEST_NAME = 60;

/** A sentence about a file that may be called anything: in one line, and turned around by nothing. */
function named(call: Parameters<typeof languageIn>[0], name: string, sentence: string): string {
  const visible = name
    .toWellFormed()
    .replace(/^.*[/\\]/su, '')
    .replace(/\p{Cc}|\p{Zl}|\p{Zp}|(?![\u200c\u200d])\p{Cf}/gu, '');
  const letters = [...new Intl.Segmenter('fr').segment(visible)].map(({ segment }) => segment);
  const short = letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : visible;
  // Between isolates (UAX 9): a name in Arabic or Hebrew stays where it is.
  return pageWords[languageIn(call)].files.refused(`\u2068${short}\u2069`, sentence);
}
