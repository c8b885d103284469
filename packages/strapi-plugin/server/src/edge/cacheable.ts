/** A public read that rarely changes: its bytes are made once, and not sent again to who has them. */
import { createHash } from 'node:crypto';
import type { EdgeCall, Reply } from './route.js';

/** As long as nodes keep it themselves; a CDN may hand out the old one while it asks for the new. */
const FRESH_S = 10;
const STALE_S = 60;

const written = new WeakMap<object, { body: Buffer; etag: string }>();

function tagged(text: string): { body: Buffer; etag: string } {
  const body = Buffer.from(text);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

function write(content: object | string): { body: Buffer; etag: string } {
  if (typeof content === 'string') return tagged(content);
  const earlier = written.get(content);
  if (earlier) return earlier;
  const made = tagged(JSON.stringify(content));
  written.set(content, made);
  return made;
}

/**
 * @param content a text as it is; an object leaves as JSON, another object where it has changed
 * @param trueFor seconds after which it will have changed for sure: no cache shows it any longer
 */
export function cacheable(
  { header }: Pick<EdgeCall, 'header'>,
  content: object | string,
  type: string,
  trueFor = Infinity,
): Reply {
  const fresh = Math.min(FRESH_S, trueFor);
  const stale = Math.min(STALE_S, trueFor - fresh);
  const { body, etag } = write(content);
  const headers = {
    ETag: etag,
    'Cache-Control': `public, max-age=${fresh}, stale-while-revalidate=${stale}`,
    'Content-Type': type,
  };
  // A cache on the way may have weakened the tag (RFC 9110 13.1.2 compares without regard to that).
  const known = header('if-none-match')
    .replace(/W\//g, '')
    .split(/\s*,\s*/);
  return known.includes(etag) ? { status: 304, headers } : { status: 200, body, headers };
}
