/** Signed receipts, through HTTP: who can verify them, what is in them, and what becomes of the keys. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Problem } from '@guichet/contracts/problem';
import type { Receipt } from '@guichet/contracts/receipt';
import { receiptRoutes } from '@guichet/contracts/routes';
import {
  type Jwks,
  jwks,
  receiptClaims,
  receiptVerification,
  type ReceiptVerification,
} from '@guichet/contracts/verification';
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSignatureService } from '../../packages/strapi-plugin/server/src/features/signature/service.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { makeAccount } from './admin-calls.js';
import { angela, aRequest, begun, FAVRIL, favril, openTracking, seed, send } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';
import { openPage } from './plain-page.js';

/** What the harness calls itself. */
const OWN = 'http://127.0.0.1';
const KEYS = 'guichet_signing_keys';
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const inAYear = () => new Date(Date.now() + 366 * 24 * 3_600_000);

after(stopDatabases);

async function published(harness: Harness): Promise<Jwks> {
  const response = await fetch(harness.origin + receiptRoutes.jwks);
  assert.equal(response.status, 200);
  return jwks.parse(await response.json());
}

async function post(harness: Harness, body: object, origin: string | null = OWN) {
  const response = await fetch(harness.origin + receiptRoutes.receiptVerification, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(origin !== null && { Origin: origin }) },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Problem & ReceiptVerification };
}

async function verified(harness: Harness, jws: string): Promise<ReceiptVerification> {
  const { status, body } = await post(harness, { jws });
  assert.equal(status, 200);
  return receiptVerification.parse(body);
}

/** As who has but the published keys and RFC 7515: with Node's own cryptography. */
function payloadOf(jws: string, { keys }: Jwks): Record<string, unknown> {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  const own = keys.find(({ kid }) => kid === read(header)['kid']);
  assert.ok(own, 'the key is not published');
  const publicKey = createPublicKey({ key: { ...own }, format: 'jwk' });
  const how = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  const signed = Buffer.from(`${header}.${payload}`);
  assert.ok(verify('sha256', signed, how, Buffer.from(signature, 'base64url')));
  return read(payload);
}

for (const database of databases) {
  describe(`signed receipts, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string };
    before(async () => {
      harness = await startHarness({ database });
      ids = await seed(harness);
    });
    after(() => harness.stop());

    const sent = async () =>
      (await send(harness, aRequest({ formToken: begun(harness, ids.favril), recipient: 'voirie' }))).body;
    const jwsOf = ({ receipt }: { receipt: Receipt }) => {
      assert.ok(receipt.jws, 'not signed');
      return receipt.jws;
    };
    const administration = { siren: favril.siren, name: favril.name };

    it('hands one out with each request, which the endpoint and anyone with the public keys can verify', async () => {
      const created = await sent();
      const { reference, receivedAt, receipt } = created;
      const jws = jwsOf(created);
      const { service } = receipt;
      const told = {
        administration,
        reference,
        receivedAt,
        issuedAt: receivedAt,
        kind: 'registration',
        service,
      };
      assert.deepEqual(await verified(harness, jws), { valid: true, ...told, attachments: [] });
      const claims = payloadOf(jws, await published(harness));
      assert.deepEqual(claims, { v: 1, iss: OWN, ...told, attachments: [] });
      receiptClaims.parse(claims);
      // Whoever signs canonical JSON can make it again from its mentions.
      const sorted = JSON.stringify(claims, [...new Set(JSON.stringify(claims).match(/\w+(?=":)/g))].sort());
      assert.equal(Buffer.from(jws.split('.')[1]!, 'base64url').toString(), sorted);
    });

    it('says nothing of the person, of the message, of the code', async () => {
      const created = await sent();
      const text = Buffer.from(jwsOf(created), 'base64url').toString('latin1');
      const payload = JSON.stringify(payloadOf(jwsOf(created), await published(harness)));
      const { subject, message } = aRequest();
      const unsaid = [
        angela.familyName,
        angela.givenName,
        angela.email,
        subject,
        message,
        created.trackingCode,
      ];
      for (const secret of [...unsaid, ...angela.postalAddress.lines]) {
        assert.ok(!payload.includes(secret) && !text.includes(secret), secret);
        assert.ok(!JSON.stringify(await verified(harness, jwsOf(created))).includes(secret), secret);
      }
    });

    it('refuses what was altered, what is not ours, and what is no receipt', async () => {
      const jws = jwsOf(await sent());
      const [header, , signature] = jws.split('.');
      const claims = payloadOf(jws, await published(harness));
      const other = Buffer.from(JSON.stringify({ ...claims, reference: '28148-2026-AAAA-AAAA' }));
      const refused = async (text: string) => {
        const answer = await verified(harness, text);
        return answer.valid ? 'valid' : answer.reason;
      };
      assert.equal(await refused(`${header}.${other.toString('base64url')}.${signature}`), 'altered');
      const foreign = Buffer.from(
        JSON.stringify({ alg: 'ES256', kid: 'another', typ: 'guichet-receipt+jwt' }),
      ).toString('base64url');
      assert.equal(await refused(jws.replace(header!, foreign)), 'unknown-key');
      for (const text of ['', 'bonjour', jws.slice(0, 40)]) assert.equal(await refused(text), 'malformed');
      // As a mail breaks it.
      assert.equal(await refused(jws.replace(/.{60}/g, '$&\r\n')), 'valid');
    });

    it('bounds what it takes, and takes it from its own pages', async () => {
      const jws = jwsOf(await sent());
      const answers = await Promise.all([
        post(harness, { jws }, FAVRIL),
        post(harness, { jws }, null),
        post(harness, {}),
        post(harness, { jws, more: 1 }),
        post(harness, { jws: 'a'.repeat(20_000) }),
        post(harness, { jws: 'a'.repeat(40_000) }),
      ]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [403, 403, 400, 400, 400, 413],
      );
    });

    it('publishes its keys for any page, revalidated by their tag, without the private half', async () => {
      const first = await fetch(harness.origin + receiptRoutes.jwks);
      assert.equal(first.headers.get('access-control-allow-origin'), '*');
      assert.match(first.headers.get('cache-control')!, /^public/);
      assert.match(first.headers.get('content-type')!, /^application\/jwk-set\+json/);
      for (const one of ((await first.json()) as { keys: object[] }).keys) assert.ok(!('d' in one));
      const headers = { 'If-None-Match': first.headers.get('etag')! };
      assert.equal((await fetch(harness.origin + receiptRoutes.jwks, { headers })).status, 304);
    });

    it('signs the acknowledgement with its mentions, its own hour, and the date of reception', async () => {
      const created = await sent();
      const { reference, trackingCode, receivedAt } = created;
      const { id } = (await harness.knex('guichet_requests').where({ reference }).first('id'))!;
      const marie = await makeAccount(harness);
      await marie.serves(ids.favril);
      const path = (pattern: string) => pattern.replace(':id', id as string);
      const { body } = await marie.call<InboxRequest>('GET', path(adminPaths.inboxRequest));
      const action = { action: 'acknowledge', seen: body.version, nature: 'request' };
      const acted = await marie.call<InboxRequest>('POST', path(adminPaths.inboxActions), action);
      assert.equal(acted.status, 200);
      const { acknowledgement } = (await openTracking(harness, { reference, trackingCode })).body.request;
      const answer = await verified(harness, jwsOf({ receipt: acknowledgement! }));
      assert.ok(answer.valid);
      const { service, silence, appeal } = acknowledgement!;
      assert.ok(silence && appeal);
      const { issuedAt, ...told } = answer;
      assert.deepEqual(told, {
        valid: true,
        kind: 'acknowledgement',
        administration,
        reference,
        receivedAt,
        service,
        silence,
        appeal,
        attachments: [],
      });
      assert.ok(Date.parse(issuedAt) >= Date.parse(receivedAt));
      assert.match(issuedAt, /\+0[12]:00$/);
    });

    it('is signed without a statement', async () => {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      harness.knex.on('query', listen);
      jwsOf(await sent());
      harness.knex.off('query', listen);
      assert.ok(statements.length > 0);
      assert.deepEqual(
        statements.filter((sql) => sql.includes(KEYS)),
        [],
      );
    });

    it('answers on a page without JavaScript, in both languages', async () => {
      const created = await sent();
      const jws = jwsOf(created);
      const open = (query = '') =>
        openPage(harness.origin + receiptRoutes.verificationPage + query, { origin: OWN });
      const page = await open();
      assert.equal(page.status, 200);
      assert.equal(page.heading, 'Vérifier un document');
      const told = await page.press('verify', { jws: jws.replace(/.{76}/g, '$&\n') });
      assert.equal(told.status, 200);
      assert.match(
        told.text,
        /Cet accusé a été émis par la plate-forme 127\.0\.0\.1 pour la mairie du Favril et n’a pas été modifié\./,
      );
      assert.match(told.text, /preuve d’intégrité, ni signature ni cachet qualifié/);
      assert.doesNotMatch(told.text, /recommandé/i);
      assert.equal(told.fact('Référence de la demande'), created.reference);
      const shown = told.text.replaceAll(jws, '');
      for (const secret of [angela.familyName, angela.email, created.trackingCode])
        assert.ok(!shown.includes(secret), secret);

      const altered = await page.press('verify', { jws: jws.slice(0, -8) + 'AAAAAAAA' });
      assert.equal(altered.status, 200);
      assert.match(altered.text, /Ce document a été modifié/);
      assert.equal(altered.values('verify')['jws'], jws.slice(0, -8) + 'AAAAAAAA');

      for (const [text, sentence] of [
        ['', 'Collez le code'],
        ['bonjour', 'n’est pas un code de vérification'],
        ['é'.repeat(30_000), 'n’est pas un code de vérification'],
      ] as const) {
        const wrong = await page.press('verify', { jws: text });
        assert.ok(wrong.status === 400 || wrong.status === 413, String(wrong.status));
        assert.match(wrong.title, /^Erreur/);
        assert.ok(wrong.text.includes(sentence), wrong.text);
      }

      const english = await open('?lang=en');
      assert.equal(english.heading, 'Verify a document');
      const answered = await english.press('verify', { jws });
      assert.match(answered.text, /neither a signature nor a qualified seal/);
      assert.equal((await page.press('verify', { jws }, { Origin: FAVRIL })).status, 403);
    });

    it('keeps old receipts valid when the key changes, and shreds what can sign no more', async () => {
      const old = jwsOf(await sent());
      const before = await published(harness);
      await getService(harness.strapi, 'signature').renew(inAYear());
      const after = await published(harness);
      assert.equal(after.keys.length, before.keys.length + 1);
      assert.deepEqual(after.keys.slice(0, -1), before.keys);
      const fresh = jwsOf(await sent());
      const kidOf = (jws: string) =>
        (JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid;
      assert.equal(kidOf(old), before.keys.at(-1)!.kid);
      assert.equal(kidOf(fresh), after.keys.at(-1)!.kid);
      for (const jws of [old, fresh]) {
        assert.equal((await verified(harness, jws)).valid, true);
        payloadOf(jws, after);
      }
      const rows = await harness.knex(KEYS).orderBy('generation');
      assert.deepEqual(
        rows.map(({ private_key: sealed, wrapped_key: wrapped }) => Boolean(sealed ?? wrapped)),
        [...before.keys.map(() => false), true],
      );
    });

    it('ends with one key where several nodes make one at once, and each knows the others’', async () => {
      const nodes = Array.from({ length: 4 }, () => createSignatureService({ strapi: harness.strapi }));
      const until = async (now: Date, count: number) => {
        await Promise.all(nodes.map((node) => node.renew(now)));
        assert.equal((await harness.knex(KEYS)).length, count);
        const subject = {
          administration,
          reference: 'x',
          receivedAt: now.toISOString(),
          issuedAt: now.toISOString(),
        };
        const service = { name: '', address: '', email: '', phone: '' };
        const receipts = await Promise.all(
          nodes.map((node) => node.sign({ kind: 'registration', service }, subject)),
        );
        const headers = new Set(receipts.map(({ jws }) => jws.split('.')[0]));
        assert.equal(headers.size, 1);
        for (const node of nodes) for (const { jws } of receipts) assert.ok((await node.verify(jws)).valid);
      };
      await harness.knex(KEYS).delete();
      await until(new Date(), 1);
      await until(inAYear(), 2);
    });

    if (database === 'sqlite') {
      it('has its private key nowhere in clear, in the files nor in the logs', async () => {
        const { kid } = (await published(harness)).keys.at(-1)!;
        const files = readdirSync(harness.folder).filter((name) => /^(?:data\.db|app\.log)/.test(name));
        const bytes = Buffer.concat(files.map((name) => readFileSync(join(harness.folder, name))));
        assert.ok(bytes.includes(kid));
        // Of PKCS#8 in PEM, of a JWK, and of DER with this curve.
        assert.ok(!bytes.includes('PRIVATE KEY') && !bytes.includes('"d":"'));
        const ecPrivateKey = Buffer.from('06082a8648ce3d030107046d306b0201010420', 'hex');
        assert.ok(!bytes.includes(ecPrivateKey));
        assert.ok(!bytes.includes(ecPrivateKey.toString('base64').slice(4, 20)));
      });
    }
  });

  describe(`the key that signs, on ${database}`, () => {
    it('keeps its key through a restart, and changes it with the ring of encryption keys', async () => {
      const first = await startHarness({ database, config: { keys: [`old:${key(4)}`] } });
      const { folder } = first;
      await seed(first);
      const { jws = '' } = (await send(first)).body.receipt;
      const before = await published(first);
      await first.stop({ keep: true });

      const again = await startHarness({ database, folder, config: { keys: [`old:${key(4)}`] } });
      assert.deepEqual(await published(again), before);
      assert.equal((await verified(again, jws)).valid, true);
      await again.stop({ keep: true });

      const rotated = await startHarness({
        database,
        folder,
        config: { keys: [`new:${key(5)}`, `old:${key(4)}`] },
      });
      try {
        assert.deepEqual((await published(rotated)).keys.slice(0, -1), before.keys);
        assert.equal((await published(rotated)).keys.length, before.keys.length + 1);
        assert.equal((await verified(rotated, jws)).valid, true);
        payloadOf((await send(rotated)).body.receipt.jws!, await published(rotated));
      } finally {
        await rotated.stop();
      }
    });
  });
}
