import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { makeSecret, signedHeaders } from './signature.js';

const body = JSON.stringify({ type: 'request.received', timestamp: '2026-11-23T07:30:00.000Z', data: {} });

describe('the signature of a webhook', () => {
  it('is what the specification’s own library reads', () => {
    const secret = makeSecret();
    const headers = signedHeaders([secret], 'a-1', new Date(), body);
    assert.deepEqual(new Webhook(secret).verify(body, headers), JSON.parse(body));
    assert.throws(() => new Webhook(makeSecret()).verify(body, headers));
    assert.throws(() => new Webhook(secret).verify(`${body} `, headers));
    assert.throws(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'a-2' }));
  });

  it('is read by who knows the former secret, and by who knows the present one', () => {
    const [present, former] = [makeSecret(), makeSecret()];
    const headers = signedHeaders([present, former], 'a-1', new Date(), body);
    for (const secret of [present, former]) assert.ok(new Webhook(secret).verify(body, headers));
  });

  it('bears the instant of the attempt', () => {
    const secret = makeSecret();
    const late = signedHeaders([secret], 'a-1', new Date(Date.now() - 6 * 60_000), body);
    assert.throws(() => new Webhook(secret).verify(body, late), /too old/);
  });

  it('has secrets of 32 random bytes', () => {
    const secret = makeSecret();
    assert.match(secret, /^whsec_/);
    assert.equal(Buffer.from(secret.slice(6), 'base64').length, 32);
    assert.notEqual(secret, makeSecret());
  });
});
