/** Receipts as PDFs: by the API, by the forms of pages, beside mails. What is in them: `draw.test.ts` of the feature. */
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Problem } from '@guichet/contracts/problem';
import { pathOf, receiptRoutes } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount } from './admin-calls.js';
import { angela, aRequest, begun, call, FAVRIL, openTracking, seed, send, TRILPORT } from './calls.js';
import { inboxOf } from './examined.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

/** All its text, without white space; its links. */
async function read(bytes: Uint8Array) {
  const data = new Uint8Array(bytes);
  const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  let text = '';
  const links: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const item of (await page.getTextContent()).items) text += 'str' in item ? item.str : '';
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) links.push(url);
  }
  return { text: text.replace(/\s+/g, ''), links };
}

for (const database of databases) {
  describe(`receipts as PDFs, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let ids: { favril: string };
    let marie: Account;

    before(async () => {
      smtp = await startSmtp();
      const config = { rates: { send: generous, sendToAdministration: generous, track: generous } };
      harness = await startHarness({ database, smtpPort: smtp.port, config });
      ids = await seed(harness);
      marie = await makeAccount(harness);
      await marie.serves(ids.favril);
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    async function sent() {
      const email = `r${randomUUID()}@boite.example`;
      const body = aRequest({ sender: { ...angela, email } });
      const { status, body: created } = await send(harness, {
        ...body,
        formToken: begun(harness, ids.favril),
      });
      assert.equal(status, 201);
      return { ...created, email, jws: created.receipt.jws! };
    }

    const post = (body: object, headers: Record<string, string> = {}) =>
      fetch(harness.origin + receiptRoutes.receiptDocument, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });

    async function fromTracker(
      kind: string,
      bearer: string,
      { query = '', origin = FAVRIL, code = '28148' } = {},
    ) {
      const address = harness.origin + pathOf('trackingDocument', code, kind) + query;
      const reply = await fetch(address, { headers: { Origin: origin, Authorization: `Bearer ${bearer}` } });
      return { status: reply.status, headers: reply.headers, bytes: await reply.bytes() };
    }

    it('draws one from what was signed, for whoever has it', async () => {
      const { jws, reference, trackingCode } = await sent();
      const reply = await post({ jws, language: 'fr' }, { Origin: 'https://n.importe.example' });
      assert.equal(reply.status, 200);
      const { headers } = reply;
      assert.equal(headers.get('content-type'), 'application/pdf');
      assert.equal(
        headers.get('content-disposition'),
        `attachment; filename="accuse-d-enregistrement-${reference}.pdf"`,
      );
      assert.deepEqual(
        [headers.get('cache-control'), headers.get('x-content-type-options')],
        ['no-store', 'nosniff'],
      );
      const { text, links } = await read(await reply.bytes());
      assert.ok(text.includes(reference) && text.includes('Accuséd’enregistrementélectronique'));
      assert.deepEqual(links, [`http://127.0.0.1${receiptRoutes.verificationPage}#${jws}`]);
      for (const personal of [angela.familyName, angela.email, trackingCode, aRequest().subject])
        assert.ok(!text.includes(personal.replace(/\s+/g, '')), personal);
      const english = await post({ jws, language: 'en' });
      assert.match(english.headers.get('content-disposition')!, /registration-receipt-/);
    });

    it('prints the tracking code that it is given, in its one form, and nothing else in its place', async () => {
      const { jws, trackingCode } = await sent();
      const typed = ` ${trackingCode.toLowerCase().replaceAll('-', ' ')} `;
      const { text } = await read(await (await post({ jws, language: 'fr', trackingCode: typed })).bytes());
      assert.ok(text.includes(trackingCode));
      const reply = await post({ jws, language: 'fr', trackingCode: 'Payez sur ce compte' });
      const problem = (await reply.json()) as Problem;
      assert.deepEqual(
        [reply.status, problem.code, problem.errors?.[0]?.path],
        [400, 'validation-failed', 'trackingCode'],
      );
    });

    it('draws nothing that was not issued here, was altered or is too long', async () => {
      const { jws } = await sent();
      const [header, payload = '', signature] = jws.split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      const moved = { ...claims, receivedAt: '2020-01-01T00:00:00+01:00' };
      const altered = [header, Buffer.from(JSON.stringify(moved)).toString('base64url'), signature].join('.');
      for (const text of [altered, 'eyJ', '', `${jws}A`]) {
        const reply = await post({ jws: text, language: 'fr' });
        const problem = (await reply.json()) as Problem;
        assert.deepEqual([reply.status, problem.code], [400, 'validation-failed'], text);
      }
      assert.equal((await post({ jws: 'e'.repeat(70_000), language: 'fr' })).status, 413);
    });

    it('is downloaded by the form of a page, whatever that page tells of its origin', async () => {
      const { jws, reference, trackingCode } = await sent();
      const submit = (fields: Record<string, string>, origin: string) =>
        fetch(harness.origin + receiptRoutes.documentPage, {
          method: 'POST',
          headers: { Origin: origin, 'Accept-Language': 'fr' },
          body: new URLSearchParams(fields),
        });
      for (const origin of [FAVRIL, 'null']) {
        const reply = await submit({ jws, language: 'fr', trackingCode }, origin);
        assert.match(
          reply.headers.get('content-disposition')!,
          new RegExp(`^attachment; .*${reference}\\.pdf`),
        );
        assert.ok((await read(await reply.bytes())).text.includes(trackingCode));
      }
      const refused = await submit({ jws: 'eyJ', language: 'fr' }, FAVRIL);
      assert.deepEqual(
        [refused.status, refused.headers.get('content-type')],
        [400, 'text/html; charset=utf-8'],
      );
    });

    it('leaves from the tracker with its bearer, as often as it is asked for', async () => {
      const { reference, trackingCode, receivedAt } = await sent();
      const { token, request } = (await openTracking(harness, { reference, trackingCode })).body;
      assert.deepEqual(request.documents, ['registration']);
      const { status, headers, bytes } = await fromTracker('registration', token);
      assert.deepEqual([status, headers.get('content-type')], [200, 'application/pdf']);
      assert.deepEqual(
        ['content-disposition', 'x-content-type-options', 'cache-control'].map((name) => headers.get(name)),
        [`attachment; filename="accuse-d-enregistrement-${reference}.pdf"`, 'nosniff', 'no-store'],
      );
      const { text, links } = await read(bytes);
      assert.ok(text.includes(reference) && !text.includes(trackingCode));
      const verified = await getService(harness.strapi, 'signature').verify(new URL(links[0]!).hash.slice(1));
      assert.ok(verified.valid);
      assert.deepEqual([verified.receivedAt, verified.issuedAt], [receivedAt, receivedAt]);
      const english = await fromTracker('registration', token, { query: '?language=en' });
      assert.match(english.headers.get('content-disposition')!, /registration-receipt-/);

      const refusals = [
        await fromTracker('decision', token),
        await fromTracker('autre', token),
        await fromTracker('registration', 'forged'),
        await fromTracker('registration', token, { query: '?language=xx' }),
        await fromTracker('registration', token, { origin: 'https://n.importe.example' }),
        await fromTracker('registration', token, { code: '77475', origin: TRILPORT }),
      ];
      assert.deepEqual(
        refusals.map(({ status }) => status),
        [404, 404, 401, 400, 403, 401],
      );
    });

    it('draws the decision with who took it, its text, its reasons and how to challenge it', async () => {
      const { reference, trackingCode, email } = await sent();
      const inbox = inboxOf(marie);
      const { id } = (await harness.knex('guichet_requests').where({ reference }).first('id'))!;
      const author = {
        givenName: 'Léa',
        familyName: 'Martin',
        capacity: 'Maire',
        service: 'Mairie du Favril',
      };
      const decision = {
        outcome: 'refused',
        message: 'Votre demande est refusée.\n\nLe lampadaire est privé.',
        author,
        reasons: { law: 'L’article L2212-2 du code.', facts: 'La voie est fermée au public.' },
        illegality: null,
      };
      await inbox.does(id, { action: 'decide', decision, signature: 'handwritten' });
      const { token, request } = (await openTracking(harness, { reference, trackingCode })).body;
      assert.ok(request.documents.includes('decision'));
      const { headers, bytes } = await fromTracker('decision', token, { query: '?language=en' });
      assert.equal(headers.get('content-disposition'), `attachment; filename="decision-${reference}.pdf"`);
      const { text, links } = await read(bytes);
      for (const said of [
        'Décision : demande refusée',
        'Léa Martin, Maire, Mairie du Favril',
        decision.message,
        decision.reasons.law,
        decision.reasons.facts,
        'tribunal administratif',
        'Vérifier cette décision',
      ])
        assert.ok(text.toLowerCase().includes(said.replace(/\s+/g, '').toLowerCase()), said);
      assert.ok(!text.includes(email) && !text.includes(angela.familyName));
      const verified = await getService(harness.strapi, 'signature').verify(
        new URL(links.at(-1)!).hash.slice(1),
      );
      assert.ok(verified.valid && verified.kind === 'decision');
      const service = getService(harness.strapi, 'receiptDocument');
      const altered = { message: 'Votre demande est acceptée.', reasons: null, illegality: null };
      assert.ok(request.decision && 'jws' in request.decision);
      await assert.rejects(service.downloadDecision(request.decision.jws, altered));
    });

    it('leave the date alone where the request is corrected: a mail says so, and nothing of what was written', async () => {
      const { email, reference, trackingCode } = await sent();
      await smtp.until(email, 1);
      const { token, request } = (await openTracking(harness, { reference, trackingCode })).body;
      const correction = { ...request.correctable!, message: 'Rue de la Fontaine.' };
      const options = { bearer: token, key: randomUUID() };
      assert.equal(
        (await call(harness, 'POST', 'trackingCorrection', '28148', correction, options)).status,
        201,
      );
      const mail = (await smtp.until(email, 2)).at(-1)!.parsed;
      assert.equal(mail.subject, `Correction enregistrée ${reference}`);
      assert.match(mail.text!, /reste la même\s: c’est elle qui fait foi/);
      for (const personal of ['Fontaine', angela.familyName, aRequest().message, trackingCode])
        assert.ok(!mail.text!.includes(personal) && !String(mail.html).includes(personal), personal);
    });

    it('comes with the mail that acknowledges, without the tracking code, and not with the first', async () => {
      const { email, reference, trackingCode } = await sent();
      const [registration] = await smtp.until(email, 1);
      const check = async (mail: typeof registration, file: string) => {
        const [pdf, code] = mail!.parsed.attachments;
        assert.deepEqual([pdf!.filename, pdf!.contentType], [`${file}-${reference}.pdf`, 'application/pdf']);
        assert.equal(code!.filename, `code-${reference}.txt`);
        const { text, links } = await read(pdf!.content);
        assert.ok(text.includes(reference) && !text.includes(trackingCode));
        assert.deepEqual(links, [
          `http://127.0.0.1${receiptRoutes.verificationPage}#${code!.content.toString()}`,
        ]);
        return code!.content.toString();
      };
      assert.deepEqual(registration!.parsed.attachments, []);
      const { id } = (await harness.knex('guichet_requests').where({ reference }).first('id'))!;
      const path = (template: string) => template.replace(':id', id as string);
      const { body } = await marie.call<InboxRequest>('GET', path(adminPaths.inboxRequest));
      const acted = await marie.call('POST', path(adminPaths.inboxActions), {
        action: 'acknowledge',
        seen: body.version,
        nature: 'request',
      });
      assert.equal(acted.status, 200);
      const mails = await smtp.until(email, 2);
      const acknowledged = await check(mails.at(-1), 'accuse-de-reception');
      const { acknowledgement } = (await openTracking(harness, { reference, trackingCode })).body.request;
      assert.equal(acknowledged, acknowledgement!.jws);
    });
  });
}
