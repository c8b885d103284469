import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import fc from 'fast-check';
import { isSigned, makeSecret, signedHeaders, type SignedMessage } from './webhook-signature.js';

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

describe('a signed message that comes', () => {
  const now = new Date();
  const [present, former] = [makeSecret(), makeSecret()];
  const bytes = Buffer.from(body);
  const message = (secrets: string[], at = now): SignedMessage => {
    const headers = signedHeaders(secrets, 'a-1', at, body);
    return {
      id: headers['webhook-id']!,
      timestamp: headers['webhook-timestamp']!,
      signature: headers['webhook-signature']!,
    };
  };
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

  it('is who shares a secret’s, as the specification’s own library signs it', () => {
    const signature = new Webhook(present).sign('a-1', now, body);
    assert.ok(isSigned([present], { ...message([present]), signature }, bytes, now));
    for (const secrets of [[present], [former], [former, present]])
      assert.ok(isSigned([present, former], message(secrets), bytes, now));
    assert.ok(!isSigned([present], message([former]), bytes, now));
    assert.ok(!isSigned([], message([present]), bytes, now));
  });

  it('is of the last five minutes, by either’s clock', () => {
    for (const [seconds, isGood] of [
      [299, true],
      [-299, true],
      [302, false],
      [-302, false],
    ] as const)
      assert.equal(
        isSigned([present], message([present], ago(seconds)), bytes, now),
        isGood,
        String(seconds),
      );
  });

  it('is nobody’s once anything of it is altered', () => {
    const good = message([present]);
    fc.assert(
      fc.property(
        fc.constantFrom('id', 'timestamp', 'signature', 'body'),
        fc.nat(),
        fc.string({ maxLength: 3 }),
        (what, at, put) => {
          const alter = (text: string) => {
            const i = at % (text.length + 1);
            return text.slice(0, i) + put + text.slice(i + 1);
          };
          const altered = what === 'body' ? good : { ...good, [what]: alter(good[what]) };
          const sent = what === 'body' ? Buffer.from(alter(body)) : bytes;
          const isSame = sent.equals(bytes) && JSON.stringify(altered) === JSON.stringify(good);
          // Base64 is read leniently: what stands for the same bytes is the same signature.
          const bytesOf = (signature: string) => Buffer.from(signature.slice(3), 'base64');
          const isAlike = altered.signature
            .split(' ')
            .some((one) => one.startsWith('v1,') && bytesOf(one).equals(bytesOf(good.signature)));
          assert.ok(
            isSame || (what === 'signature' && isAlike) || !isSigned([present], altered, sent, now),
            JSON.stringify(altered),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
