import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { readBody } from './body.js';
import type { BodyKind } from './route.js';

const LIMIT = 100;

/** A request whose body comes in these pieces. */
function incoming(
  pieces: (string | Buffer)[],
  type: string,
  headers: Record<string, string> = {},
): IncomingMessage {
  const stream = Readable.from(pieces.map((piece) => Buffer.from(piece)));
  return Object.assign(stream, {
    headers: { 'content-type': type, ...headers },
  }) as unknown as IncomingMessage;
}

const json = (...pieces: (string | Buffer)[]) =>
  readBody(incoming(pieces, 'application/json'), 'json', LIMIT);
const form = (text: string) =>
  readBody(incoming([text], 'application/x-www-form-urlencoded'), 'form', 10_000);
const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('a body', () => {
  it('is JSON whose pieces may part a character', async () => {
    const bytes = Buffer.from('{"a":"é"}');
    assert.deepEqual(await json(bytes.subarray(0, 7), bytes.subarray(7)), { a: 'é' });
    assert.equal(await json(), undefined);
  });

  it('is refused beyond its limit, whatever was announced', async () => {
    const long = ['{"a":"', 'b'.repeat(LIMIT), '"}'];
    await assert.rejects(json(...long), code('payload-too-large'));
    const lying = incoming(long, 'application/json', { 'content-length': '10' });
    await assert.rejects(readBody(lying, 'json', LIMIT), code('payload-too-large'));
    const announced = incoming([], 'application/json', { 'content-length': String(LIMIT + 1) });
    await assert.rejects(readBody(announced, 'json', LIMIT), code('payload-too-large'));
  });

  it('may be eight deep, counted outside of strings', async () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    assert.ok(await json(nested(8)));
    await assert.rejects(json(nested(9)), code('malformed-request'));
    assert.deepEqual(await json(`["${'['.repeat(20)}\\"${'{'.repeat(20)}"]`), [
      '['.repeat(20) + '"' + '{'.repeat(20),
    ]);
  });

  it('has no member named __proto__, however deep or written', async () => {
    for (const text of ['{"__proto__":{"a":1}}', '[{"a":{"__proto__":1}}]', '{"\\u005f_proto__":1}'])
      await assert.rejects(json(text), code('malformed-request'));
    await assert.rejects(form('a=1&__proto__=2'), code('malformed-request'));
    assert.deepEqual(await json('{"a":"__proto__"}'), { a: '__proto__' });
  });

  it('of a form gives each field, and a list where one comes several times', async () => {
    assert.deepEqual(await form('a=1&b=%C3%A9+x&a=2&c='), { a: ['1', '2'], b: 'é x', c: '' });
    const fields = Array.from({ length: 101 }, (_, i) => `f${i}=1`).join('&');
    await assert.rejects(form(fields), code('malformed-request'));
  });

  it('is of the kind that its route takes', async () => {
    const send = (type: string, kind: Extract<BodyKind, 'json' | 'form'>) =>
      readBody(incoming(['{}'], type), kind, LIMIT);
    assert.deepEqual(await send('Application/JSON; Charset="UTF-8"', 'json'), {});
    for (const type of [
      'text/plain',
      '',
      'application/json; charset=latin1',
      'application/x-www-form-urlencoded',
    ]) {
      await assert.rejects(send(type, 'json'), code('unsupported-media-type'), type);
    }
    await assert.rejects(send('multipart/form-data; boundary=x', 'form'), code('unsupported-media-type'));
  });
});
