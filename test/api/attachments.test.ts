/** Files beside requests: sent, named, read back, and never anybody else's. */
import type { Attachment, ListedAttachment } from '@guichet/contracts/attachment';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { ADMIN_PREFIX, adminPaths } from '@guichet/contracts/admin/paths';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import type { ReceiptClaims } from '@guichet/contracts/verification';
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { pathOf } from '@guichet/contracts/routes';
import {
  aDocx,
  aJpeg,
  aPdf,
  aPng,
  aZip,
  jpegExif,
} from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { removeUnclaimed } from '../../packages/strapi-plugin/server/src/store/attachments.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount } from './admin-calls.js';
import { download, refusal, upload } from './attachment-calls.js';
import { aRequest, begun, call, FAVRIL, openTracking, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const MEGABYTE = 1024 * 1024;
const config = {
  rates: {
    send: generous,
    sendToAdministration: generous,
    track: generous,
    upload: generous,
    uploadToAdministration: generous,
  },
  attachments: { maxFiles: 3, maxFileBytes: 1.5 * MEGABYTE, maxTotalBytes: 2 * MEGABYTE },
};

/** A PDF of about this many bytes, whose bytes are nowhere the same. */
const largePdf = (bytes: number) => aPdf(randomBytes(bytes / 2).toString('hex'));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

for (const database of databases) {
  describe(`a request’s files, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;
    let formToken: string;

    before(async () => {
      harness = await startHarness({ database, config });
      ids = await seed(harness);
      marie = await makeAccount(harness);
      await marie.serves(ids.favril);
      formToken = begun(harness, ids.favril);
    });
    after(() => harness.stop());

    const rows = async (table: string) => harness.knex<Record<string, unknown>>(table);
    const counts = async () => [
      (await rows('guichet_attachments')).length,
      (await rows('guichet_attachment_chunks')).length,
    ];

    /** Sends a request that names these files, and opens it. */
    async function sendWith(attachments: string[], options: Parameters<typeof send>[2] = {}) {
      const sent = await send(harness, aRequest({ formToken, attachments }), options);
      assert.equal(sent.status, 201, JSON.stringify(sent.body));
      const { reference, trackingCode } = sent.body;
      const opened = await openTracking(harness, { reference, trackingCode });
      const row = await harness.knex('guichet_requests').where({ reference }).first('id');
      return { ...sent.body, id: String(row.id), bearer: opened.body.token, request: opened.body.request };
    }

    it('come back as they were sent, whatever their length, with their hash in the signed receipt', async () => {
      const files = [aPdf('Bonjour'), largePdf(1.2 * MEGABYTE), largePdf(600_000)];
      const sent = await Promise.all(files.map((file, i) => upload(harness, file, { name: `n° ${i}.pdf` })));
      assert.deepEqual(
        sent.map(({ status, body: { id: _, ...rest } }) => ({ status, ...rest })),
        files.map((file, i) => ({
          status: 201,
          name: `n° ${i}.pdf`,
          size: file.length,
          sha256: sha256(file),
          type: 'application/pdf',
        })),
      );
      const { bearer, id, request, receipt } = await sendWith(sent.map(({ body }) => body.id));
      assert.deepEqual(
        request.timeline[0]!.attachments,
        sent.map(({ body: { sha256: _, ...rest } }) => ({ ...rest, state: 'available' })),
      );
      const hashesIn = (jws: string) =>
        (JSON.parse(String(Buffer.from(jws.split('.')[1]!, 'base64url'))) as ReceiptClaims).attachments;
      assert.deepEqual(
        hashesIn(receipt.jws!),
        files.map((file) => sha256(file)),
      );
      // And so does the acknowledgement that follows.
      const path = adminPaths.inboxActions.replace(':id', id);
      const acknowledge = { action: 'acknowledge', seen: 1, nature: 'request' };
      const { body: acted } = await marie.call<InboxRequest>('POST', path, acknowledge);
      const acknowledged = acted.timeline.find(({ kind }) => kind === 'acknowledged');
      assert.deepEqual(hashesIn(acknowledged!.receipt!.jws!), hashesIn(receipt.jws!));
      for (const [i, { body }] of sent.entries()) {
        const got = await download(harness, body.id, { bearer });
        assert.equal(got.status, 200);
        assert.ok(got.bytes.equals(files[i]!));
      }
    });

    it('are saved by a browser, never shown', async () => {
      const { body } = await upload(harness, aPdf(), { name: 'Attestation d’été.pdf' });
      const { bearer } = await sendWith([body.id]);
      const { headers } = await download(harness, body.id, { bearer });
      const of = (name: string) => headers.get(name);
      assert.match(
        of('content-disposition')!,
        /^attachment; filename="Attestation d_ete.pdf"; filename\*=UTF-8''Attestation%20d%E2%80%99%C3%A9t%C3%A9.pdf$/,
      );
      assert.equal(of('x-content-type-options'), 'nosniff');
      assert.equal(of('content-security-policy'), "sandbox; default-src 'none'");
      assert.equal(of('cache-control'), 'private, no-store');
      assert.equal(of('content-type'), 'application/pdf');
      assert.equal(of('content-length'), String(body.size));
    });

    it('are kept without the position that a camera wrote', async () => {
      const photo = aJpeg({ extra: [jpegExif({ position: 'N48.3156 E1.1375' })] });
      const { body } = await upload(harness, photo, { name: 'photo.JPG' });
      const { bearer } = await sendWith([body.id]);
      const { bytes } = await download(harness, body.id, { bearer });
      assert.ok(!bytes.includes('N48.3156') && bytes.includes('Exif'));
      assert.equal(sha256(bytes), body.sha256);
    });

    it('are named once, by one request of the same administration', async () => {
      const { body } = await upload(harness, aPdf());
      await sendWith([body.id]);
      const elsewhere = (await upload(harness, aPdf(), { code: '77475', origin: TRILPORT })).body;
      for (const id of [body.id, elsewhere.id, randomUUID()]) {
        const { body: problem } = await send<{ code: string; errors: object[] }>(
          harness,
          aRequest({ attachments: [id] }),
        );
        assert.equal(problem.code, 'validation-failed');
        assert.deepEqual(problem.errors, [{ path: 'attachments.0', code: 'invalid' }]);
      }
      // Ten at once: one has it.
      const { id } = (await upload(harness, aPdf())).body;
      const all = await Promise.all(
        Array.from({ length: 10 }, () => send(harness, aRequest({ attachments: [id] }))),
      );
      assert.equal(all.filter(({ status }) => status === 201).length, 1);
      assert.equal(all.filter(({ status }) => status === 400).length, 9);
    });

    it('are as few and as small together as the hosting says', async () => {
      const four = await Promise.all([1, 2, 3, 4].map(() => upload(harness, aPdf())));
      const tooMany = await send<{ errors: object[] }>(
        harness,
        aRequest({ attachments: four.map(({ body }) => body.id) }),
      );
      assert.deepEqual(tooMany.body.errors, [{ path: 'attachments', code: 'too-long' }]);
      const large = await Promise.all([1, 2].map(() => upload(harness, largePdf(1.1 * MEGABYTE))));
      const tooLarge = await send<{ errors: object[] }>(
        harness,
        aRequest({ attachments: large.map(({ body }) => body.id) }),
      );
      assert.deepEqual(tooLarge.body.errors, [{ path: 'attachments', code: 'too-long' }]);
      assert.deepEqual(await refusal(harness, largePdf(1.6 * MEGABYTE)), {
        status: 413,
        code: 'file-too-large',
      });
    });

    it('are the same sent again under their key, at once or later, and other bytes are refused', async () => {
      const key = randomUUID();
      const file = largePdf(700_000);
      const before = await counts();
      const at = await Promise.all([1, 2, 3, 4].map(() => upload(harness, file, { key })));
      const [first] = at;
      for (const reply of at) assert.deepEqual([reply.status, reply.body], [201, first!.body]);
      assert.deepEqual(await counts(), [before[0]! + 1, before[1]! + 3]);
      assert.deepEqual(await refusal(harness, aPdf('other'), { key }), {
        status: 422,
        code: 'idempotency-key-reused',
      });
      assert.deepEqual(await refusal(harness, file, { key, name: 'other.pdf' }), {
        status: 422,
        code: 'idempotency-key-reused',
      });
      // Another administration's keys are its own.
      assert.equal((await upload(harness, aPdf(), { key, code: '77475', origin: TRILPORT })).status, 201);
      // The request is sent twice as well.
      const send1 = { key: randomUUID() };
      const one = await sendWith([first!.body.id], send1);
      const two = await sendWith([first!.body.id], send1);
      assert.equal(one.reference, two.reference);
      assert.deepEqual((await upload(harness, file, { key })).body, first!.body);
      assert.deepEqual(await counts(), [before[0]! + 2, before[1]! + 4]);
      const other = (await upload(harness, aPdf())).body.id;
      assert.equal((await send(harness, aRequest({ formToken, attachments: [other] }), send1)).status, 422);
    });

    it('cost a submission one statement before its transaction, and one within', async () => {
      const files = await Promise.all([1, 2, 3].map(() => upload(harness, aPdf())));
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      harness.knex.on('query', listen);
      const sent = await send(
        harness,
        aRequest({ formToken, attachments: files.map(({ body }) => body.id) }),
      );
      harness.knex.off('query', listen);
      assert.equal(sent.status, 201);
      const own = statements.filter((sql) => /guichet_attach/.test(sql));
      assert.deepEqual(
        own.map((sql) => sql.split(' ')[0]),
        ['select', 'update'],
      );
      const commits = statements.slice(statements.findIndex((sql) => /^begin/i.test(sql)));
      assert.ok(commits.findIndex((sql) => /^commit/i.test(sql)) <= 8, commits.join('\n'));
    });

    it('are refused by what they hold, each with its code, and leave nothing behind', async () => {
      const before = await counts();
      const cases: [Uint8Array, { status: number; code: string }][] = [
        [Buffer.alloc(0), { status: 400, code: 'file-empty' }],
        [Buffer.from('%PDF-1.7\nbroken'), { status: 400, code: 'file-damaged' }],
        [aPng({ width: 30_000, height: 30_000 }), { status: 400, code: 'image-too-large' }],
        [Buffer.from('GIF89a/*…*/=1;alert(1)'), { status: 415, code: 'file-type-not-accepted' }],
        [Buffer.from('<svg onload="alert(1)"/>'), { status: 415, code: 'file-type-not-accepted' }],
        [
          aZip([{ name: 'lib 0.zip' }, { name: 'lib 1.zip' }]),
          { status: 415, code: 'file-type-not-accepted' },
        ],
        [aDocx({ name: 'word/vbaProject.bin' }), { status: 415, code: 'file-type-not-accepted' }],
        [Buffer.concat([aPdf(), randomBytes(MEGABYTE)]), { status: 400, code: 'file-damaged' }],
      ];
      for (const [file, expected] of cases) assert.deepEqual(await refusal(harness, file), expected);
      assert.deepEqual(await counts(), before);
    });

    it('have names that are clean', async () => {
      const names = {
        [`${'é'.repeat(300)}.pdf`]: `${'é'.repeat(88)}.pdf`,
        '👨‍👩‍👧 vacances.pdf': '👨‍👩‍👧 vacances.pdf',
        'facture\u202efdp.exe': 'facturefdp.pdf',
        '../../etc/passwd': 'passwd.pdf',
        'guillemets " et ; point-virgule.pdf': 'guillemets _ et ; point-virgule.pdf',
      };
      for (const [name, clean] of Object.entries(names)) {
        const { status, body } = await upload(harness, aPdf(), { name });
        assert.deepEqual([status, body.name], [201, clean]);
      }
    });

    it('go both ways: with a resident’s message, with an agent’s answer', async () => {
      const { bearer, id, reference, trackingCode } = await sendWith([]);
      const tracking = { route: 'trackingAttachments', bearer } as const;
      assert.deepEqual(await refusal(harness, aPdf(), { ...tracking, bearer: 'x.y.z.w' }), {
        status: 401,
        code: 'token-invalid',
      });
      const file = aPdf('du résident');
      const mine = (await upload(harness, file, { ...tracking, name: 'pièce.pdf' })).body;
      // Sent for this request: no other can have it.
      assert.equal((await send(harness, aRequest({ attachments: [mine.id] }))).status, 400);
      const message = { message: '', attachments: [mine.id] };
      const added = await call<TrackedRequest>(harness, 'POST', 'trackingMessages', '28148', message, {
        bearer,
        key: randomUUID(),
      });
      assert.equal(added.status, 201);
      const listed = ({ sha256: _, ...rest }: typeof mine): ListedAttachment => ({
        ...rest,
        state: 'available',
      });
      assert.deepEqual(added.body.timeline.at(-1)!.attachments, [listed(mine)]);
      assert.equal(added.body.timeline.at(-1)!.message, null);

      const at = (path: string) => path.replace(':id', id);
      const answer = aPdf('de la mairie');
      const sent = await marie.send<typeof mine>(
        at(adminPaths.inboxAttachments),
        answer,
        'Réponse d’été.pdf',
      );
      assert.deepEqual(
        [sent.status, sent.body.name, sent.body.sha256],
        [201, 'Réponse d’été.pdf', sha256(answer)],
      );
      const { body: seen } = await marie.call<InboxRequest>('GET', at(adminPaths.inboxRequest));
      assert.deepEqual(seen.timeline.at(-1)!.attachments, [listed(mine)]);
      const act = { action: 'answer', seen: seen.version, message: 'Voici.', attachments: [sent.body.id] };
      // A resident cannot send an agent's file.
      assert.equal(
        (
          await call(
            harness,
            'POST',
            'trackingMessages',
            '28148',
            { message: 'x', attachments: [sent.body.id] },
            { bearer, key: randomUUID() },
          )
        ).status,
        400,
      );
      const acted = await marie.call<InboxRequest>('POST', at(adminPaths.inboxActions), act);
      assert.equal(acted.status, 200, JSON.stringify(acted.body));
      assert.deepEqual(acted.body.timeline.at(-1)!.attachments, [listed(sent.body)]);
      const again = { ...act, seen: acted.body.version };
      assert.equal((await marie.call('POST', at(adminPaths.inboxActions), again)).status, 400);

      assert.ok((await download(harness, sent.body.id, { bearer })).bytes.equals(answer));
      assert.equal(
        (await download(harness, sent.body.id, { bearer, code: '77475', origin: TRILPORT })).status,
        401,
      );
      const got = await marie.fetch(at(adminPaths.inboxAttachment).replace(':attachmentId', mine.id));
      assert.equal(got.status, 200);
      assert.ok(Buffer.from(await got.arrayBuffer()).equals(file));
      assert.equal(got.headers.get('content-security-policy'), "sandbox; default-src 'none'");
      assert.equal(got.headers.get('cache-control'), 'private, no-store');

      const other = await makeAccount(harness);
      await other.serves(ids.trilport);
      const path = at(adminPaths.inboxAttachment).replace(':attachmentId', mine.id);
      assert.equal((await other.fetch(path)).status, 404);
      assert.equal((await other.send(at(adminPaths.inboxAttachments), answer, 'x.pdf')).status, 404);
      assert.equal((await fetch(harness.origin + ADMIN_PREFIX + path)).status, 401);
      const opened = await openTracking(harness, { reference, trackingCode });
      assert.equal(opened.body.request.timeline.flatMap(({ attachments }) => attachments).length, 2);
    });

    it('go with what is asked for, with a decision, whose signature covers them, and with what is forwarded', async () => {
      const { id, reference, trackingCode } = await sendWith([]);
      const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
      const at = (path: string) => path.replace(':id', id);
      const file = async (text: string) =>
        (await marie.send<Attachment>(at(adminPaths.inboxAttachments), aPdf(text), `${text}.pdf`)).body;
      async function act(action: object): Promise<void> {
        const { body: seen } = await marie.call<InboxRequest>('GET', at(adminPaths.inboxRequest));
        const body = { ...action, seen: seen.version };
        const acted = await marie.call('POST', at(adminPaths.inboxActions), body);
        assert.equal(acted.status, 200, JSON.stringify(acted.body));
      }
      const opened = async () => (await openTracking(harness, { reference, trackingCode })).body;
      const form = await file('Formulaire');
      await act({ action: 'ask-items', items: [{ name: 'Plan' }], attachments: [form.id] });
      const [signed, map] = [await file('Arrêté'), await file('Plan')];
      const decision = { outcome: 'granted', message: 'Oui.', author };
      const attachments = [signed.id, map.id];
      await act({ action: 'decide', decision, signature: 'handwritten', attachments });
      const { token: bearer, request } = await opened();
      assert.deepEqual(
        request.timeline.slice(1).map(({ attachments: files }) => files.map(({ name }) => name)),
        [['Formulaire.pdf'], ['Arrêté.pdf', 'Plan.pdf']],
      );
      assert.ok((await download(harness, form.id, { bearer })).bytes.equals(aPdf('Formulaire')));
      assert.ok(request.decision && 'jws' in request.decision);
      const verified = await getService(harness.strapi, 'signature').verify(request.decision.jws);
      assert.ok(verified.valid);
      assert.deepEqual(verified.attachments, [signed.sha256, map.sha256]);

      const given = await sendWith([]);
      const path = adminPaths.inboxAttachments.replace(':id', given.id);
      const letter = (await marie.send<Attachment>(path, aPdf('Courrier'), 'Courrier.pdf')).body;
      const forward = {
        action: 'forward',
        seen: 1,
        to: { kind: 'here', administrationId: ids.trilport },
        attachments: [letter.id],
      };
      const gone = await marie.call('POST', adminPaths.inboxActions.replace(':id', given.id), forward);
      assert.equal(gone.status, 200, JSON.stringify(gone.body));
      const paul = await makeAccount(harness);
      await paul.serves(ids.trilport);
      const { body: there } = await paul.call<InboxRequest>(
        'GET',
        adminPaths.inboxRequest.replace(':id', given.id),
      );
      assert.deepEqual(
        there.timeline.at(-1)!.attachments.map(({ name }) => name),
        ['Courrier.pdf'],
      );
      const fetched = await paul.fetch(
        adminPaths.inboxAttachment.replace(':id', given.id).replace(':attachmentId', letter.id),
      );
      assert.ok(Buffer.from(await fetched.arrayBuffer()).equals(aPdf('Courrier')));
      const { reference: kept, trackingCode: its } = given;
      const followed = await openTracking(harness, { reference: kept, trackingCode: its });
      const theirs = await download(harness, letter.id, { bearer: followed.body.token });
      assert.ok(theirs.bytes.equals(aPdf('Courrier')));
    });

    it('are refused to an agent with the same codes', async () => {
      const { id } = await sendWith([]);
      const path = adminPaths.inboxAttachments.replace(':id', id);
      const code = async (bytes: Uint8Array) =>
        (await marie.send<any>(path, bytes, 'x.pdf')).body.error.details.code as string;
      assert.equal(await code(Buffer.from('<html>')), 'file-type-not-accepted');
      assert.equal(await code(largePdf(1.6 * MEGABYTE)), 'file-too-large');
      assert.equal(await code(Buffer.alloc(0)), 'file-empty');
    });

    it('are nothing once the request’s key is deleted', async () => {
      const { body } = await upload(harness, aPdf());
      const { id } = await sendWith([body.id]);
      const store = getService(harness.strapi, 'store');
      const request = (await store.find(id))!;
      const attachments = getService(harness.strapi, 'attachments');
      (await attachments.open(request, body.id)).bytes.destroy();
      const another = await sendWith([]);
      const wrong = { ...request, wrappedKey: (await store.find(another.id))!.wrappedKey };
      await harness.knex('guichet_requests').where({ id }).update({ wrapped_key: '' });
      await assert.rejects(attachments.open(request, body.id), { name: 'VaultError' });
      await assert.rejects(attachments.open(wrong, body.id), { name: 'VaultError' });
    });

    it('end abruptly where they were tampered with, and not one wrong byte leaves', async () => {
      const file = largePdf(1.2 * MEGABYTE);
      const { id } = (await upload(harness, file)).body;
      const { bearer } = await sendWith([id]);
      const of = { attachment_id: id };
      const chunk = await harness
        .knex('guichet_attachment_chunks')
        .where({ ...of, seq: 1 })
        .first<{ bytes: Buffer }>('bytes');
      const bytes = Buffer.from(chunk.bytes);
      bytes[200_000]! ^= 1;
      await harness
        .knex('guichet_attachment_chunks')
        .where({ ...of, seq: 1 })
        .update({ bytes });
      const response = await fetch(harness.origin + pathOf('trackingAttachment', '28148', id), {
        headers: { Origin: FAVRIL, Authorization: `Bearer ${bearer}` },
      });
      const got: Uint8Array[] = [];
      await assert.rejects(async () => {
        for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) got.push(part);
      });
      const whole = Buffer.concat(got);
      assert.ok(whole.length < file.length && whole.equals(file.subarray(0, whole.length)));
    });

    it('that nothing names are swept, their keys with them; what is named, or young, stays', async () => {
      const [lost, kept] = [(await upload(harness, aPdf())).body, (await upload(harness, aPdf())).body];
      await sendWith([kept.id]);
      const attachments = getService(harness.strapi, 'attachments');
      await attachments.sweep(new Date(Date.now() + 23 * 3_600_000));
      const has = async (id: string) => (await rows('guichet_attachments')).some((row) => row['id'] === id);
      assert.ok(await has(lost.id));
      await attachments.sweep(new Date(Date.now() + 25 * 3_600_000));
      assert.deepEqual([await has(lost.id), await has(kept.id)], [false, true]);
      const owners = new Set((await rows('guichet_attachments')).map((row) => row['id']));
      for (const chunk of await rows('guichet_attachment_chunks'))
        assert.ok(owners.has(chunk['attachment_id']));
    });

    it('that a request has named since the sweep looked stay with it', async () => {
      const { body: file } = await upload(harness, aPdf('à temps'));
      const { bearer } = await sendWith([file.id]);
      await harness.knex.transaction((trx) => removeUnclaimed(trx, file.id));
      const { status, bytes } = await download(harness, file.id, { bearer });
      assert.deepEqual([status, bytes.length], [200, file.size]);
    });

    it('fill no more room, unnamed, than a few forms of one network take', async () => {
      const { maxTotalBytes } = getService(harness.strapi, 'settings').attachments;
      const table = () => harness.knex('guichet_attachments');
      const { id } = (await upload(harness, aPdf())).body;
      await table()
        .where({ id })
        .update({ size: 5 * maxTotalBytes });
      const refused = await upload(harness, aPdf());
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.headers.get('retry-after')) > 0);
      // What another network has counts for the administration alone, up to what ten networks may.
      await table().where({ id }).update({ network: 'another' });
      assert.equal((await upload(harness, aPdf())).status, 201);
      await table()
        .where({ id })
        .update({ size: 50 * maxTotalBytes });
      assert.equal((await upload(harness, aPdf())).status, 429);
      assert.equal((await upload(harness, aPdf(), { code: '77475', origin: TRILPORT })).status, 201);
      await getService(harness.strapi, 'attachments').sweep(new Date(Date.now() + 25 * 3_600_000));
      assert.equal((await upload(harness, aPdf())).status, 201);
    });

    it('leave nothing where they were cut off, or sent in forms of any other shape', async () => {
      const before = await counts();
      const path = pathOf('attachments', '28148');
      const post = (body: string | Buffer, contentType: string, cutAt?: number) =>
        new Promise<number>((resolve) => {
          const bytes = Buffer.from(body);
          const outgoing = httpRequest(
            harness.origin + path,
            {
              method: 'POST',
              headers: {
                Origin: FAVRIL,
                'Idempotency-Key': randomUUID(),
                'Content-Type': contentType,
                'Content-Length': bytes.length,
              },
            },
            (reply) => reply.resume().on('end', () => resolve(reply.statusCode!)),
          );
          outgoing.on('error', () => resolve(0));
          if (cutAt === undefined) outgoing.end(bytes);
          else outgoing.write(bytes.subarray(0, cutAt), () => setTimeout(() => outgoing.destroy(), 5));
        });
      const boundary = 'b';
      const type = `multipart/form-data; boundary=${boundary}`;
      const part = (disposition: string, content: string) =>
        `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
      const pdf = aPdf().toString('latin1');
      const good = part('name="file"; filename="a.pdf"', pdf);
      const shapes: [string, string][] = [
        ['', type],
        [good, 'multipart/form-data'],
        [good, 'multipart/form-data; boundary='],
        [good, 'multipart/mixed; boundary=b'],
        [good, 'application/json'],
        [good, type],
        [`${good}--b`, type],
        [`${part('name="other"; filename="a.pdf"', pdf)}--b--\r\n`, type],
        [`${part('name="__proto__"; filename="a.pdf"', pdf)}--b--\r\n`, type],
        [`${part('filename="a.pdf"', pdf)}--b--\r\n`, type],
        [`${part('name="file"', pdf)}--b--\r\n`, type],
        [`${part('name="file"; filename=""', '')}--b--\r\n`, type],
        [`${good}${part('name="more"', 'x')}--b--\r\n`, type],
        [`${good}${part('name="__proto__"', 'x')}--b--\r\n`, type],
        [`${good}${good}--b--\r\n`, type],
        [`${part('name="more"', 'x')}${good}--b--\r\n`, type],
        [`${good}${part('name="more"', 'x'.repeat(300_000))}--b--\r\n`, type],
        [`${part('name="x"', '').repeat(200)}${good}--b--\r\n`, type],
        [`--b\r\n${'X-Header: y\r\n'.repeat(5000)}\r\n${pdf}\r\n--b--\r\n`, type],
        [
          `--b\r\nContent-Disposition: attachment; name="file"; filename="a.pdf"\r\n\r\n${pdf}\r\n--b--\r\n`,
          type,
        ],
        [`${part(`name="${'f'.repeat(20_000)}"; filename="a.pdf"`, pdf)}--b--\r\n`, type],
        ['\r\n'.repeat(1000), type],
        [pdf, type],
      ];
      const statuses = new Set<number>();
      for (let i = 0; i < 1000; i += 20) {
        const some = Array.from({ length: 20 }, (_, j) => {
          const [body, contentType] = shapes[(i + j) % shapes.length]!;
          // Every third is cut off somewhere.
          return post(body, contentType, (i + j) % 3 ? undefined : (i * 7) % Math.max(1, body.length));
        });
        for (const status of await Promise.all(some)) statuses.add(status);
      }
      assert.ok(
        [...statuses].every((status) => [0, 400, 413, 415].includes(status)),
        String([...statuses]),
      );
      // What was cut off is noticed a moment later.
      const left = () => counts().then((now) => String(now) !== String(before));
      for (let i = 0; i < 100 && (await left()); i++) await new Promise((done) => setTimeout(done, 20));
      assert.deepEqual(await counts(), before);
      assert.equal((await upload(harness, aPdf())).status, 201);
    });
  });
}
