/** The plugin's configuration, `config/plugins.ts` → `guichet.config`, checked at boot: one sentence an error. */
import { isEmail } from '@guichet/contracts/identity';
import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { isLoopbackHost } from '../domain/loopback.js';
import type { ClamdAddress, Rates } from './public.js';

const KEY_BYTES = 32;
const BOUNCE_SECRET_LENGTH = 32;

const defaultRates: Rates = {
  read: { points: 1200, seconds: 60 },
  send: { points: 40, seconds: 600 },
  sendToAdministration: { points: 600, seconds: 600 },
  upload: { points: 80, seconds: 600 },
  uploadToAdministration: { points: 1200, seconds: 600 },
  track: { points: 120, seconds: 300 },
  wrongCode: { points: 10, seconds: 900 },
};

export type RateName = keyof Rates;

const budget = z.strictObject({ points: z.int().positive(), seconds: z.int().positive() });
const rates = z.strictObject(
  Object.fromEntries(Object.keys(defaultRates).map((name) => [name, budget])) as Record<
    RateName,
    typeof budget
  >,
);

const bytes = (least: number) => (text: string) =>
  /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length >= least;

const key = z
  .string()
  .regex(/^[a-z0-9-]{1,32}:/, 'begins with an id of small letters, digits and hyphens, then a colon')
  .refine(
    (text) => Buffer.from(text.slice(text.indexOf(':') + 1), 'base64').length === KEY_BYTES,
    'holds 32 bytes in base64 after its id; `openssl rand -base64 32` makes them',
  );

const MEGABYTE = 1024 * 1024;
/** Of one file: one more, and the edge would have to let bodies through that no form needs. */
export const LARGEST_FILE = 100 * MEGABYTE;
/** Of all the files of one request. */
export const LARGEST_FILES = 1024 * MEGABYTE;

// Aborting, so that one mistake is told in one sentence.
const size = (most: number, error: string) =>
  z.int({ error }).min(MEGABYTE, { error, abort: true }).max(most, { error, abort: true });

const clamd = z.union(
  [
    z.strictObject({ socket: z.string().startsWith('/') }),
    z.strictObject({ host: z.string().min(1), port: z.int().min(1).max(65_535).default(3310) }),
  ],
  {
    error:
      'is where clamd listens: { socket } is the path of its socket, { host, port } its address, port 3310 by default',
  },
);

const attachments = z
  .strictObject({
    maxFiles: z
      .int({ error: 'is how many files one request may have, from 1 to 50' })
      .min(1, { error: 'is how many files one request may have, from 1 to 50' })
      .max(50, { error: 'is how many files one request may have, from 1 to 50' })
      .default(10),
    maxFileBytes: size(LARGEST_FILE, 'is the size of one file in bytes, from 1 to 100 MiB').default(
      25 * MEGABYTE,
    ),
    maxTotalBytes: size(
      LARGEST_FILES,
      'is the size in bytes of all the files of one request, from 1 MiB to 1 GiB',
    ).default(100 * MEGABYTE),
    clamd: clamd.nullable().default(null),
  })
  .refine(({ maxFileBytes, maxTotalBytes }) => maxFileBytes <= maxTotalBytes, {
    error: 'allows one file to be larger than all files together: raise maxTotalBytes or lower maxFileBytes',
  });

/** @param what its sentence says that it is the address of */
const sourceLocation = (what: string) =>
  z
    .string({ error: `is the address of ${what}, or the absolute path of a file` })
    .refine(
      (text) => isAbsolute(text) || /^(?:https?|file):$/.test(URL.parse(text)?.protocol ?? ''),
      `is the address of ${what}, or the absolute path of a file`,
    );

const guideLocation = sourceLocation('the guides’ archive').nullable().default(null);

/** The API gives its records a page at a time and no further than the ten thousandth. */
const isPaged = (text: string) =>
  /^https?:/.test(text) && /\/records\/?$/.test(URL.parse(text)?.pathname ?? '');

const directory = z.strictObject({
  annuaire: sourceLocation('the annuaire’s export')
    .refine((text) => !isPaged(text), 'is paged by the API: give its /exports/jsonl in the place of /records')
    .nullable()
    .default(null),
  communes: sourceLocation('a list of communes').nullable().default(null),
});

const schema = z.strictObject({
  publicUrl: z
    .url({ error: 'is the public address of this hosting, such as https://guichet.example.fr' })
    .refine((url) => /^https?:$/.test(new URL(url).protocol), 'begins with https://')
    .refine((url) => new URL(url).pathname === '/' && !new URL(url).search, 'is an origin, without a path')
    .refine(
      (url) => new URL(url).protocol !== 'http:' || isLoopbackHost(new URL(url).hostname),
      'begins with https:// (http:// only on the loopback): residents’ data travel over it',
    ),
  keys: z
    .array(key, { error: 'is a list of encryption keys, each `id:base64`; the first encrypts, all decrypt' })
    .min(1, 'needs at least one encryption key')
    .refine(
      (all) => new Set(all.map((text) => text.split(':')[0])).size === all.length,
      'has two keys with the same id',
    ),
  secret: z
    .string({ error: 'is missing; `openssl rand -base64 32` makes one' })
    .refine(bytes(32), 'holds at least 32 bytes in base64; `openssl rand -base64 32` makes them'),
  mail: z.strictObject({
    from: z
      .string({ error: 'is the address that mails leave from' })
      .refine(
        isEmail,
        'is the bare address that mails leave from, such as ne-pas-repondre@guichet.example.fr',
      ),
    bounceAddress: z
      .string()
      .refine(isEmail, 'is the bare address that undelivered mails come back to')
      .nullable()
      .default(null),
    bounceSecret: z
      .string()
      .min(BOUNCE_SECRET_LENGTH, 'has at least 32 characters; `openssl rand -base64 32` makes them')
      // RFC 6750 2.1: nothing else would ever arrive as a bearer token.
      .regex(/^[\w.~+/-]+=*$/, 'has letters, digits and -._~+/ only; `openssl rand -base64 32` makes them')
      .nullable()
      .default(null),
  }),
  proxies: z.int().min(0).max(10).default(0),
  prolongsSilence: z.boolean().default(false),
  assetsDirectory: z.string().min(1).nullable().default(null),
  attachments: attachments.prefault({}),
  webhooks: z
    .strictObject({
      allowPrivate: z
        .array(z.string())
        .refine(
          (all) => all.every((text) => isIP(text)),
          'lists the IP addresses of a private network that webhooks may reach, such as 10.0.0.12',
        )
        .default([]),
    })
    .prefault({}),
  guides: z.strictObject({ individuals: guideLocation, professionals: guideLocation }).prefault({}),
  directory: directory.prefault({}),
  rates: rates.partial().default({}),
  minimumFreeBytes: z
    .int()
    .min(0)
    .default(200 * 1024 * 1024),
});

/** The configuration, parsed. */
export interface Settings {
  publicUrl: URL;
  keys: readonly string[];
  secret: Buffer;
  mailFrom: string;
  /** The envelope's sender. */
  bounceAddress: string;
  bounceSecret: string | null;
  proxies: number;
  prolongsSilence: boolean;
  assetsDirectory: string | null;
  attachments: { maxFiles: number; maxFileBytes: number; maxTotalBytes: number; clamd: ClamdAddress | null };
  webhooks: { allowPrivate: readonly string[] };
  guides: { individuals: string | null; professionals: string | null };
  directory: { annuaire: string | null; communes: string | null };
  rates: Rates;
  minimumFreeBytes: number;
}

/** @throws an Error whose message is one sentence a mistake; values are never repeated, as they may be secrets. */
export function parseConfig(config: unknown): Settings {
  const result = schema.safeParse(config);
  if (!result.success) {
    throw new Error(
      result.error.issues
        .map((issue) => {
          const name = ['guichet', 'config', ...issue.path.filter((part) => typeof part === 'string')].join(
            '.',
          );
          return issue.code === 'unrecognized_keys'
            ? `${name} has no setting ${issue.keys.join(', ')}.`
            : `${name} ${issue.message}.`;
        })
        .join('\n'),
    );
  }
  const { publicUrl, keys, secret, mail, proxies, prolongsSilence, assetsDirectory, minimumFreeBytes } =
    result.data;
  const { attachments, webhooks, guides, directory: sources } = result.data;
  return {
    publicUrl: new URL(publicUrl),
    keys,
    secret: Buffer.from(secret, 'base64'),
    mailFrom: mail.from,
    bounceAddress: mail.bounceAddress ?? mail.from,
    bounceSecret: mail.bounceSecret,
    proxies,
    prolongsSilence,
    assetsDirectory,
    attachments,
    webhooks,
    guides,
    directory: sources,
    rates: { ...defaultRates, ...(result.data.rates as Partial<Rates>) },
    minimumFreeBytes,
  };
}
