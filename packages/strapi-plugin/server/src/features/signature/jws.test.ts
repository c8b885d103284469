import { RECEIPT_TYPE, type ReceiptClaims } from '@guichet/contracts/verification';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { before, describe, it } from 'node:test';
import { createVault } from '../../vault/vault.js';
import type { SigningKeyRow } from '../../store/signing-keys.js';
import { type Signer, signReceipt, verifyReceipt } from './jws.js';
import { isCurrent, makeSigningKey, publicKeyOf, signerOf } from './signing-key.js';

const ringKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const MADE = new Date('2026-11-21T20:04:10Z');

const claims: ReceiptClaims = {
  v: 1,
  iss: 'https://guichet.example',
  administration: { siren: '200000016', name: 'Mairie du Favril' },
  reference: '28148-2026-7K3M-9QXB',
  receivedAt: '2026-11-21T21:04:10+01:00',
  issuedAt: '2026-11-21T21:04:10+01:00',
  kind: 'acknowledgement',
  service: { name: 'Mairie du Favril', address: '1 place de l’Église', email: '', phone: '01 99 00 28 14' },
  silence: { effect: 'rejection', date: '2027-01-21', basis: 'CRPA L231-4, 2°' },
  appeal: { body: 'Tribunal administratif d’Orléans', delay: 'P2M', online: null },
  attachments: [],
};

const encode = (value: object | string | Buffer) =>
  (Buffer.isBuffer(value)
    ? value
    : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  ).toString('base64url');

describe('a signed receipt', () => {
  const vault = createVault([ringKey('new'), ringKey('old')]);
  let row: SigningKeyRow;
  let signer: Signer;
  const keyOf = (kid: string) => Promise.resolve(kid === row.kid ? publicKeyOf(row) : undefined);
  const outcome = async (jws: string) => {
    const verified = await verifyReceipt(jws, keyOf);
    return 'reason' in verified ? verified.reason : verified.claims;
  };
  /** Anything as our own key would sign it. */
  const forged = (header: object, payload: object = claims) => {
    const text = `${encode(header)}.${encode(payload)}`;
    const key = { key: KeyObject.from(signer.privateKey), dsaEncoding: 'ieee-p1363' as const };
    return `${text}.${encode(sign('sha256', Buffer.from(text), key))}`;
  };

  before(async () => {
    row = await makeSigningKey(vault, 1, MADE);
    signer = signerOf(row, vault)!;
  });

  it('is read back as it was signed, by us and by any other implementation', async () => {
    const jws = await signReceipt(signer, claims);
    assert.deepEqual(await outcome(jws), claims);
    const [header = '', payload = '', signature = ''] = jws.split('.');
    assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), {
      alg: 'ES256',
      kid: row.kid,
      typ: RECEIPT_TYPE,
    });
    const key = createPublicKey({ key: JSON.parse(row.public_key) as object, format: 'jwk' } as never);
    const signed = Buffer.from(`${header}.${payload}`);
    assert.ok(
      verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')),
    );
  });

  it('is invalid as soon as one character of it is another', async () => {
    const jws = await signReceipt(signer, claims);
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ '];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(jws.length - 1),
        fc.constantFrom(...letters, 'é'),
        fc.constantFrom('replace', 'insert', 'delete'),
        async (at, letter, how) => {
          const rest = how === 'insert' ? jws.slice(at) : jws.slice(at + 1);
          const other = jws.slice(0, at) + (how === 'delete' ? '' : letter) + rest;
          fc.pre(other !== jws);
          assert.equal(typeof (await outcome(other)), 'string', other);
        },
      ),
      { numRuns: 500 },
    );
    // The last character of a signature carries four bits that decoding drops.
    for (const letter of letters.filter((each) => each !== jws.at(-1))) {
      assert.equal(typeof (await outcome(jws.slice(0, -1) + letter)), 'string', letter);
    }
  });

  it('says why it is refused', async () => {
    const jws = await signReceipt(signer, claims);
    const [header, , signature] = jws.split('.');
    const moved = `${header}.${encode({ ...claims, receivedAt: '2026-11-20T21:04:10+01:00' })}.${signature}`;
    assert.equal(await outcome(moved), 'altered');
    const other = signerOf(await makeSigningKey(vault, 1, MADE), vault)!;
    assert.equal(await outcome(await signReceipt(other, claims)), 'unknown-key');
    assert.equal(await outcome(await signReceipt({ ...other, kid: row.kid }, claims)), 'altered');
    for (const text of ['', 'eyJ', 'a.b', 'a.b.c.d', '{}', `${jws}.`, `${header}..${signature}`])
      assert.equal(typeof (await outcome(text)), 'string', text);
    assert.equal(await outcome('bonjour'), 'malformed');
  });

  it('is of its own kind and algorithm: neither none, nor a secret read from the public key', async () => {
    const { kid } = row;
    const typ = RECEIPT_TYPE;
    assert.deepEqual(await outcome(forged({ alg: 'ES256', kid, typ })), claims);
    const none = { alg: 'none', kid, typ };
    assert.equal(await outcome(`${encode(none)}.${encode(claims)}.`), 'malformed');
    assert.equal(await outcome(forged(none)), 'malformed');
    const spki = createPublicKey(
      createPrivateKey(KeyObject.from(signer.privateKey).export({ format: 'pem', type: 'pkcs8' })),
    );
    const secrets = [row.public_key, spki.export({ format: 'pem', type: 'spki' }), publicKeyOf(row).x];
    for (const secret of secrets) {
      const text = `${encode({ alg: 'HS256', kid, typ })}.${encode(claims)}`;
      const mac = createHmac('sha256', secret).update(text).digest();
      assert.equal(await outcome(`${text}.${encode(mac)}`), 'malformed');
    }
    const { x, y, kty, crv } = publicKeyOf(await makeSigningKey(vault, 1, MADE));
    const headers = [
      { alg: 'ES256', kid },
      { alg: 'ES256', kid, typ: 'JWT' },
      { alg: 'ES384', kid, typ },
      { alg: 'ES256', kid, typ, crit: ['exp'], exp: 1 },
    ];
    for (const header of headers)
      assert.equal(await outcome(forged(header)), 'malformed', JSON.stringify(header));
    // A key of one's own in the header counts for nothing.
    assert.equal(await outcome(forged({ alg: 'ES256', typ, jwk: { x, y, kty, crv } })), 'unknown-key');
    assert.equal(await outcome(forged({ alg: 'ES256', kid, typ }, { ...claims, v: 2 })), 'malformed');
  });

  it('is made by a key that is sealed in its row, for a year, and while its ring’s key writes', () => {
    const pem = KeyObject.from(signer.privateKey).export({ format: 'pem', type: 'pkcs8' }).toString();
    const d = KeyObject.from(signer.privateKey).export({ format: 'jwk' }).d!;
    const kept = JSON.stringify(row);
    assert.ok(!kept.includes(d) && !kept.includes(pem.split('\n')[1]!));
    // Sealed in its place: another row's sealed key opens nothing.
    assert.throws(() => signerOf({ ...row, kid: 'another' }, vault), { code: 'not-authentic' });
    assert.equal(signerOf({ ...row, private_key: null }, vault), null);
    assert.equal(signerOf(row, createVault([ringKey('another')])), null);
    const after = (days: number) => new Date(MADE.getTime() + days * 24 * 3_600_000);
    assert.equal(isCurrent(row, vault, after(364)), true);
    assert.equal(isCurrent(row, vault, after(365)), false);
    assert.equal(isCurrent(row, createVault([ringKey('newer'), ringKey('new')]), MADE), false);
  });
});
