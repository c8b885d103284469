import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Keep these in your database for four days, as a message may come again for that long, and in the same transaction as
 * what you do of it: what fails half-way is then new when it comes again.
 */
const seen = new Set();

/** @returns what Guichet tells; throws unless it comes from Guichet, unaltered, just now, for the first time */
export function verify(secret, headers, body) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= 300)) throw new Error('too old');
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  const given = headers['webhook-signature'].split(' ').map((one) => Buffer.from(one.slice(3), 'base64'));
  if (!given.some((one) => one.length === expected.length && timingSafeEqual(one, expected)))
    throw new Error('not from Guichet');
  // Answer 200 all the same: what was done once is done.
  if (seen.has(id)) throw new Error('seen already');
  seen.add(id);
  return JSON.parse(body);
}
