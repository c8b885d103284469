/** The plugin's configuration, `config/plugins.ts` → `guichet.config`, checked at boot: one sentence an error. */
import { isEmail } from '@guichet/contracts/identity';
import { isIP } from 'node:net';
import * as z from 'zod';
import { isLoopbackHost } from '../domain/loopback.js';

const KEY_BYTES = 32;
const BOUNCE_SECRET_LENGTH = 32;

/** A budget: `points` calls in `seconds`. */
const budget = z.strictObject({ points: z.int().positive(), seconds: z.int().positive() });
export type Budget = z.output<typeof budget>;

const defaultRates = {
  /** Public reads, per network (an IPv4 address or an IPv6 /64). */
  read: { points: 1200, seconds: 60 },
  /** Requests and messages sent, per network: a library or a school shares one address. */
  send: { points: 40, seconds: 600 },
  /** The same, per administration. */
  sendToAdministration: { points: 600, seconds: 600 },
  /** Files sent, per network. */
  upload: { points: 80, seconds: 600 },
  /** The same, per administration. */
  uploadToAdministration: { points: 1200, seconds: 600 },
  /** Opening, reading and renewing with a bearer, per network. */
  track: { points: 120, seconds: 300 },
  /** Wrong codes and controls, per reference and network. Never a permanent lock. */
  wrongCode: { points: 10, seconds: 900 },
} satisfies Record<string, Budget>;

export type RateName = keyof typeof defaultRates;

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
  rates: rates.partial().default({}),
  minimumFreeBytes: z
    .int()
    .min(0)
    .default(200 * 1024 * 1024),
});

/** What `config/plugins.ts` holds under `guichet.config`. */
export interface GuichetConfig {
  /** The public address of this hosting: `https://guichet.example.fr`. `http` on the loopback only. */
  publicUrl: string;
  /** Encryption keys, `id:base64 of 32 bytes`. The first encrypts, all decrypt: to rotate, add one in front. */
  keys: string[];
  /**
   * At least 32 bytes in base64, from which the keys of tracking codes, links, sessions and searches are derived.
   * Changing it makes every tracking code already given useless.
   */
  secret: string;
  /** The address that receipts and notices leave from (published in the terms: CRPA R112-11-3). */
  mail: {
    from: string;
    /** Where mails that cannot be delivered come back to (the envelope's sender); `from` by default. */
    bounceAddress?: string | null;
    /**
     * What the mail server proves itself by when it hands over what came back, at least 32 characters. Without it nobody
     * is let in.
     */
    bounceSecret?: string | null;
  };
  /** How many reverse proxies of one's own stand in front; their `X-Forwarded-*` are believed, and no others'. */
  proxies?: number;
  /**
   * Whether a last day to answer that falls on a Saturday, a Sunday or a public holiday moves to the next working day.
   * Code de procédure civile, art. 642, says so of court procedure; that it prolongs silence is unconfirmed. No by
   * default.
   */
  prolongsSilence?: boolean;
  /** Where widgets' files are kept, one folder a version; `<application>/.guichet-assets` by default. */
  assetsDirectory?: string | null;
  /** Files beside requests. */
  attachments?: {
    /** Of one request, message or answer; 10 by default. */
    maxFiles?: number;
    /** Of one file; 25 MiB by default, 100 MiB at most. */
    maxFileBytes?: number;
    /** Of all the files of one request, message or answer; 100 MiB by default. */
    maxTotalBytes?: number;
    /**
     * ClamAV's daemon. Without it no antivirus reads what residents send; with it, files wait until it has read them.
     * Its `StreamMaxLength` must not be below `maxFileBytes`.
     */
    clamd?: ClamdAddress | null;
  };
  /** What tells administrations' own software of requests. */
  webhooks?: {
    /**
     * IP addresses of a private network that webhooks may reach, of a hosting whose software stands beside it. None by
     * default: whoever configures a commune could otherwise have the hosting knock at its own inner doors.
     */
    allowPrivate?: string[];
  };
  /** Rate limits. */
  rates?: Partial<Record<RateName, Budget>>;
  /** SQLite only: below this much free space nothing is accepted any more. 200 MiB by default. */
  minimumFreeBytes?: number;
}

/** Where clamd listens. */
export type ClamdAddress = { socket: string } | { host: string; port: number };

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
  rates: Record<RateName, Budget>;
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
  const { attachments, webhooks } = result.data;
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
    rates: { ...defaultRates, ...(result.data.rates as Partial<Record<RateName, Budget>>) },
    minimumFreeBytes,
  };
}
