/** Procedures as an administration configures them: what residents start, under which rules, and what they get at once. */
import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { InboxPage, InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { noRetention } from '@guichet/contracts/admin/retention';
import type { AdminProblem } from '@guichet/contracts/admin/problem';
import type { AdminProcedures, NewProcedure } from '@guichet/contracts/admin/procedures';
import { administration, type Administration } from '@guichet/contracts/administration';
import { noProcedureFacts } from '@guichet/contracts/directory';
import { procedure, type Procedure } from '@guichet/contracts/procedure';
import { requestCreated, type NewRequestBody } from '@guichet/contracts/request';
import type { Problem } from '@guichet/contracts/problem';
import { pathOf, receiptRoutes } from '@guichet/contracts/routes';
import { receiptVerification } from '@guichet/contracts/verification';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { everythingIn, type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount } from './admin-calls.js';
import { angela, aRequest, begun, call, openTracking, seed, send } from './calls.js';
import { aDocx, aPdf } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { refusal, upload } from './attachment-calls.js';
import { attribute, openPage } from './plain-page.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

/** The hosting's own, as it is configured. */
const OWN = 'http://127.0.0.1';

const hall: NewProcedure = {
  title: 'Réserver la salle des fêtes',
  description: 'Pour une fête de famille ou une réunion.',
  nature: 'request',
  recipient: null,
  silence: 'lending-of-premises',
  attachments: null,
  retention: noRetention,
  isOpen: true,
  facts: noProcedureFacts,
};

for (const database of databases) {
  describe(`procedures, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;
    let reader: Account;

    before(async () => {
      smtp = await startSmtp();
      harness = await startHarness({
        database,
        smtpPort: smtp.port,
        config: {
          rates: { send: generous, sendToAdministration: generous, track: generous, read: generous },
        },
      });
      ids = await seed(harness);
      marie = await makeAccount(harness, [
        'inbox.read',
        'inbox.answer',
        'administrations.read',
        'administrations.configure',
      ]);
      await marie.serves(ids.favril);
      reader = await makeAccount(harness, ['administrations.read']);
      await reader.serves(ids.favril);
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    const at = (path: 'procedures' | 'readyMadeProcedures', id = ids.favril) =>
      adminPaths[path].replace(':id', id);
    const list = async () => (await marie.call<AdminProcedures>('GET', at('procedures'))).body;
    const one = async (slug: string) => (await list()).procedures.find((each) => each.slug === slug)!;
    async function made(changes: Partial<NewProcedure> = {}): Promise<string> {
      const title = `${hall.title} ${randomUUID().slice(0, 8)}`;
      const reply = await marie.call<AdminProcedures>('POST', at('procedures'), {
        ...hall,
        title,
        ...changes,
      });
      assert.equal(reply.status, 200, JSON.stringify(reply.body));
      return reply.body.procedures.find((each) => each.title === (changes.title ?? title))!.slug;
    }
    async function change(slug: string, changes: Partial<NewProcedure>): Promise<void> {
      const { version: seen, readyMade: _, offered: __, ...settings } = await one(slug);
      const reply = await marie.call('PUT', at('procedures'), { ...settings, ...changes, seen });
      assert.equal(reply.status, 200, JSON.stringify(reply.body));
    }
    const told = (slug: string, code = '28148') =>
      fetch(harness.origin + pathOf('procedure', code, slug)).then(async (reply) => ({
        status: reply.status,
        body: (await reply.json()) as Procedure & Problem,
      }));

    async function sent(slug: string, changes: Partial<NewRequestBody> = {}) {
      const email = `r${randomUUID()}@boite.example`;
      const body = aRequest({ procedure: slug, sender: { ...angela, email }, ...changes });
      const reply = await send(harness, { formToken: begun(harness, ids.favril), ...body });
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      const created = requestCreated.parse(reply.body);
      const row = await harness.knex('guichet_requests').where({ reference: created.reference }).first();
      return { ...created, email, row: row! };
    }
    const tracked = async ({ reference, trackingCode }: { reference: string; trackingCode: string }) =>
      (await openTracking(harness, { reference, trackingCode })).body.request;
    const refused = async (changes: Partial<NewRequestBody>) => {
      const { status, body } = await send<Problem>(harness, aRequest(changes));
      return { status, errors: body.errors };
    };

    it('are public: what a form needs in the list, the rule and the mentions one by one', async () => {
      const slug = await made({ recipient: 'voirie' });
      const { body } = await call<Administration>(harness, 'GET', 'administration', '28148');
      const listed = administration.parse(body).procedures;
      assert.deepEqual(listed[0], {
        slug: 'contact',
        title: 'Nous écrire',
        description: '',
        nature: null,
        recipient: null,
        attachments: null,
      });
      const { title, description } = await one(slug);
      assert.deepEqual(
        listed.find((each) => each.slug === slug),
        { slug, title, description, nature: 'request', recipient: 'voirie', attachments: null },
      );
      const reply = await told(slug);
      assert.equal(reply.status, 200);
      const { service, silence, receipt, answer, link } = procedure.parse(reply.body);
      assert.equal(service.phone, '01 99 00 28 15');
      assert.deepEqual(silence, {
        effect: 'rejection',
        months: 2,
        basis: 'décret n° 2015-1459 (CGCT L2144-3)',
      });
      assert.deepEqual([receipt, answer], ['acknowledgement', null]);
      assert.equal(link, `http://127.0.0.1/guichet/administrations/28148/contact?procedure=${slug}`);
      const general = procedure.parse((await told('contact')).body);
      assert.deepEqual([general.silence, general.receipt], [null, 'registration']);
    });

    const pdfAndPhotos = { maxFiles: 1, maxFileBytes: 4096, kinds: ['pdf', 'image'] } as const;
    const files = { ...pdfAndPhotos, kinds: ['pdf', 'image'] as ('pdf' | 'image')[] };

    it('limit the files that come with them, no further than the hosting, and say so', async () => {
      const slug = await made({ attachments: files });
      const listed = async () =>
        administration
          .parse((await call<Administration>(harness, 'GET', 'administration', '28148')).body)
          .procedures.find((each) => each.slug === slug)!.attachments;
      assert.deepEqual(await listed(), files);
      assert.deepEqual(procedure.parse((await told(slug)).body).attachments, files);
      await change(slug, { attachments: { ...files, maxFiles: 50, maxFileBytes: 100 * 1024 ** 2 } });
      const { hostingFiles } = await list();
      assert.deepEqual(await listed(), { ...files, ...hostingFiles });
      for (const wrong of [{ maxFiles: 0 }, { maxFileBytes: 10 }, { kinds: [] }]) {
        const body = { ...hall, title: randomUUID(), attachments: { ...files, ...wrong } };
        const reply = await marie.call<{ error: { details: AdminProblem } }>('POST', at('procedures'), body);
        assert.equal(reply.status, 400);
        assert.deepEqual(
          reply.body.error.details.errors?.map(({ path }) => path),
          [`attachments.${Object.keys(wrong)[0]!}`],
        );
      }
    });

    it('take no other file, neither when it comes nor with the request, whose text is not lost for it', async () => {
      const slug = await made({ attachments: files });
      const heavy = aPdf('Bonjour '.repeat(1000));
      const to = { query: `?procedure=${slug}` };
      assert.deepEqual(await refusal(harness, heavy, to), { status: 413, code: 'file-too-large' });
      assert.deepEqual(await refusal(harness, aDocx(), { ...to, name: 'a.docx' }), {
        status: 415,
        code: 'file-type-not-accepted',
      });
      assert.deepEqual(await refusal(harness, aPdf(), { query: '?procedure=inconnue' }), {
        status: 400,
        code: 'validation-failed',
      });
      assert.equal((await refusal(harness, aPdf(), { query: '?autre=1' })).status, 400);
      const ofHosting = async (bytes: Buffer, name: string) =>
        (await upload(harness, bytes, { name })).body.id;
      const [large, other, right, second] = [
        await ofHosting(heavy, 'a.pdf'),
        await ofHosting(aDocx(), 'a.docx'),
        (await upload(harness, aPdf(), to)).body.id,
        (await upload(harness, aPdf('Deux'), to)).body.id,
      ];
      const withFiles = (...attachments: string[]) => refused({ procedure: slug, attachments });
      assert.deepEqual((await withFiles(large)).errors, [{ path: 'attachments.0', code: 'not-allowed' }]);
      assert.deepEqual((await withFiles(right, other)).errors, [
        { path: 'attachments.1', code: 'not-allowed' },
        { path: 'attachments', code: 'too-long' },
      ]);
      assert.deepEqual((await withFiles(right, second)).errors, [{ path: 'attachments', code: 'too-long' }]);
      // Sent again once the procedure takes less, it is answered what it was answered.
      const key = randomUUID();
      const body = aRequest({ procedure: slug, attachments: [right] });
      const first = await send(harness, body, { key });
      assert.equal(first.status, 201);
      await change(slug, { attachments: { ...files, kinds: ['image'] } });
      assert.deepEqual((await send(harness, body, { key })).body, first.body);
      // The general form takes whatever the hosting does.
      assert.equal((await send(harness, aRequest({ attachments: [large, other] }))).status, 201);
    });

    it('are one administration’s: another’s has no such procedure, for residents and agents alike', async () => {
      const slug = await made();
      const elsewhere = await told(slug, '77475');
      assert.deepEqual([elsewhere.status, elsewhere.body.code], [404, 'procedure-not-found']);
      const trilport = await call<Administration>(harness, 'GET', 'administration', '77475');
      assert.equal(trilport.body.procedures.length, 1);
      for (const [method, path, body] of [
        ['GET', at('procedures', ids.trilport), undefined],
        ['POST', at('procedures', ids.trilport), hall],
        ['POST', at('readyMadeProcedures', ids.trilport), { readyMade: 'accessibility' }],
        ['PUT', at('procedures', ids.trilport), { ...hall, slug, seen: (await one(slug)).version }],
      ] as const) {
        const { status } = await marie.call(method, path, body);
        assert.equal(status, 404, `${method} ${path}`);
      }
      const seen = (await reader.call<AdminProcedures>('GET', at('procedures'))).body;
      assert.equal(seen.mayConfigure, false);
      assert.equal((await reader.call('POST', at('procedures'), hall)).status, 403);
    });

    it('acknowledge at once where service and rule are fixed: on screen, signed, by e-mail, in the timeline', async () => {
      const slug = await made({ recipient: 'voirie' });
      const request = await sent(slug);
      const { receipt } = request;
      const today = Temporal.Now.plainDateISO('Europe/Paris');
      assert.equal(receipt.kind, 'acknowledgement');
      assert.deepEqual(receipt.service, {
        name: 'Mairie du Favril, Service voirie',
        address: '1 place de l’Église, 28190 Le Favril',
        email: 'voirie@lefavril.example',
        phone: '01 99 00 28 15',
      });
      assert.deepEqual(receipt.silence, {
        effect: 'rejection',
        date: today.add({ months: 2 }).toString(),
        basis: 'décret n° 2015-1459 (CGCT L2144-3)',
      });
      assert.equal(receipt.appeal?.body, 'Tribunal administratif d’Orléans');
      const verified = await fetch(harness.origin + receiptRoutes.receiptVerification, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: OWN },
        body: JSON.stringify({ jws: receipt.jws }),
      });
      const proven = receiptVerification.parse(await verified.json());
      assert.ok(proven.valid && proven.kind === 'acknowledgement');

      assert.equal(request.row.recipient, 'voirie', 'the service is the procedure’s');
      assert.deepEqual([request.row.acknowledge_on, request.row.due_for], [null, 'decision']);
      const { timeline, acknowledgement } = await tracked(request);
      assert.deepEqual(
        timeline.map(({ kind }) => kind),
        ['received', 'acknowledged'],
      );
      assert.deepEqual(acknowledgement?.silence, receipt.silence);

      const mails = (await smtp.until(request.email, 1)).map(everythingIn);
      assert.match(mails[0]!, /Accusé de réception/);
      assert.match(mails[0]!, /décret n° 2015-1459/);
      // Nothing else leaves to the resident.
      assert.equal(smtp.to(request.email).length, 1);
    });

    it('acknowledge in the same transaction, by no statement more than the general form', async () => {
      const slug = await made();
      // A suspect, whose mails wait: they would add theirs.
      await send(harness, aRequest({ procedure: slug }));
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      harness.knex.on('query', listen);
      await send(harness, aRequest({ procedure: slug, formToken: begun(harness, ids.favril) }));
      harness.knex.off('query', listen);
      const begin = statements.findIndex((sql) => /^begin/i.test(sql));
      const end = statements.findIndex((sql) => /^commit/i.test(sql));
      const own = statements.slice(begin, end + 1);
      assert.ok(own.length <= 8, own.join('\n'));
    });

    it('register first where nobody chose the rule, where the resident says what it is, and where it looks suspect', async () => {
      const unchosen = await made({ silence: null });
      const declared = await made({ nature: null });
      for (const slug of [unchosen, declared]) {
        assert.equal((await told(slug)).body.receipt, 'registration');
        const request = await sent(slug);
        assert.equal(request.receipt.kind, 'registration');
        assert.ok(request.row.acknowledge_on);
      }
      // The general rule, until an agent chooses.
      assert.equal((await tracked(await sent(unchosen))).silence?.basis, 'CRPA L231-4, 2°');
      assert.equal(
        (await tracked(await sent(declared))).silence?.basis,
        'décret n° 2015-1459 (CGCT L2144-3)',
      );
      assert.equal((await tracked(await sent(declared, { nature: 'question' }))).silence, null);

      const suspect = await sent(await made(), { trap: 'https://spam.example' });
      assert.deepEqual([suspect.receipt.kind, suspect.row.suspicion], ['registration', 'suspect']);
      assert.ok(suspect.row.acknowledge_on);
    });

    it('send no more acknowledgements to one address than receipts: anybody could type it', async () => {
      const slug = await made();
      const email = `r${randomUUID()}@boite.example`;
      for (let i = 0; i < 5; i++) await sent(slug, { sender: { ...angela, email } });
      await smtp.until(email, 3);
      // A sixth, to another address, is through the queue after them.
      await smtp.until((await sent(slug)).email, 1);
      assert.equal(smtp.to(email).length, 3);
    });

    it('keep the rule of the day for what they have received', async () => {
      const slug = await made();
      const earlier = await sent(slug);
      await change(slug, { silence: 'acceptance' });
      const later = await sent(slug);
      assert.equal(later.receipt.silence?.effect, 'acceptance');
      assert.equal((await tracked(later)).silence?.effect, 'acceptance');
      assert.equal((await tracked(earlier)).silence?.effect, 'rejection');
    });

    it('take no other nature or service than theirs, and nothing once closed', async () => {
      const slug = await made({ recipient: 'voirie' });
      assert.deepEqual(await refused({ procedure: slug, nature: 'complaint' }), {
        status: 400,
        errors: [{ path: 'nature', code: 'invalid' }],
      });
      const own = await made();
      assert.deepEqual(await refused({ procedure: own, recipient: 'voirie' }), {
        status: 400,
        errors: [{ path: 'recipient', code: 'invalid' }],
      });
      assert.equal((await sent(slug, { recipient: 'voirie' })).row.recipient, 'voirie');
      const before = await sent(slug);
      await change(slug, { isOpen: false });
      const closed = { status: 400, errors: [{ path: 'procedure', code: 'invalid' }] };
      assert.deepEqual(await refused({ procedure: slug }), closed);
      assert.deepEqual(await refused({ procedure: 'inconnue' }), closed);
      assert.equal((await told(slug)).status, 404);
      // What it took goes on.
      assert.equal((await tracked(before)).timeline.length, 2);
      assert.equal((await sent('contact')).receipt.kind, 'registration');
    });

    it('let an agent read what was sent otherwise, and go back to the procedure’s rule', async () => {
      const { row } = await sent(await made());
      const path = adminPaths.inboxRequest.replace(':id', row.id);
      const act = async (nature: string) => {
        const { version } = (await marie.call<InboxRequest>('GET', path)).body;
        return marie.call<InboxRequest>('POST', adminPaths.inboxActions.replace(':id', row.id), {
          action: 'acknowledge',
          seen: version,
          nature,
        });
      };
      const question = await act('question');
      assert.equal(question.status, 200, JSON.stringify(question.body));
      assert.equal(question.body.legal.silence, null);
      const again = await act('request');
      assert.equal(again.status, 200, JSON.stringify(again.body));
      assert.equal(again.body.legal.silence?.basis, 'décret n° 2015-1459 (CGCT L2144-3)');
    });

    it('keep their name in addresses whatever their title becomes, and tell two agents apart', async () => {
      const slug = await made({ title: 'État civil : acte de naissance' });
      assert.equal(slug, 'etat-civil-acte-de-naissance');
      const { version: seen } = await one(slug);
      await change(slug, { title: 'Acte de naissance' });
      assert.equal((await one(slug)).title, 'Acte de naissance');
      const late = await marie.call<{ error: { details: AdminProblem } }>('PUT', at('procedures'), {
        ...hall,
        slug,
        seen,
      });
      assert.deepEqual([late.status, late.body.error.details.code], [409, 'request-changed']);
      const twin = await made({ title: 'État civil : acte de naissance' });
      assert.equal(twin, 'etat-civil-acte-de-naissance-2');
      assert.equal(await made({ title: 'Contact' }), 'contact-2');
      const unknown = await marie.call<{ error: { details: AdminProblem } }>('POST', at('procedures'), {
        ...hall,
        recipient: 'nulle-part',
      });
      assert.deepEqual(unknown.body.error.details.errors, [{ path: 'recipient', code: 'unknown' }]);
    });

    it('say on the administration’s page that a rule is missing', async () => {
      const title = `Sans règle ${randomUUID().slice(0, 8)}`;
      const lacking = async () => {
        const path = adminPaths.administration.replace(':id', ids.favril);
        const { lacks } = (await marie.call<AdminAdministration>('GET', path)).body;
        return lacks.flatMap((lack) => (lack.what === 'procedure-silence' ? lack.procedure : []));
      };
      const slug = await made({ title, silence: null });
      assert.ok((await lacking()).includes(title));
      await change(slug, { silence: 'general' });
      assert.ok(!(await lacking()).includes(title));
    });

    it('make the accessibility complaint in one call, answered within a week', async () => {
      assert.deepEqual((await list()).readyMade, ['accessibility']);
      const made = await marie.call<AdminProcedures>('POST', at('readyMadeProcedures'), {
        readyMade: 'accessibility',
      });
      assert.equal(made.status, 200, JSON.stringify(made.body));
      assert.deepEqual(made.body.readyMade, []);
      const again = await marie.call('POST', at('readyMadeProcedures'), { readyMade: 'accessibility' });
      assert.equal(again.status, 400);
      const { answer, nature, receipt } = (await told('accessibilite')).body;
      assert.deepEqual([answer?.days, nature, receipt], [7, 'complaint', 'acknowledgement']);

      const request = await sent('accessibilite', { nature: 'complaint' });
      const today = Temporal.Now.plainDateISO('Europe/Paris');
      assert.equal(request.receipt.silence?.basis, 'CRPA L231-4, 2°');
      const { rows } = (
        await marie.call<InboxPage>('POST', adminPaths.inboxSearch, { search: request.reference })
      ).body;
      const read = await marie.call<InboxRequest>(
        'GET',
        adminPaths.inboxRequest.replace(':id', request.row.id),
      );
      assert.equal(read.body.procedure, 'Signaler un défaut d’accessibilité');
      assert.match(read.body.legal.answer!.basis, /^loi n° 2005-102/);
      assert.deepEqual(rows[0]!.due, { for: 'answer', on: today.add({ days: 7 }).toString(), daysLeft: 7 });

      const terms = await (await fetch(harness.origin + pathOf('termsPage', '28148'))).text();
      assert.match(terms, /procedure=accessibilite/);
      const notices = () =>
        smtp
          .to('mairie@lefavril.example')
          .map(everythingIn)
          .filter((mail) => mail.includes(request.reference));
      while (!notices().length) await sleep(50);
      assert.match(notices()[0]!, /attend une réponse au plus tard le .* \(loi n° 2005-102, art\. 47/);
    });

    describe('without JavaScript', () => {
      const page = (query: string, code = '28148') =>
        openPage(`${harness.origin}${pathOf('contactPage', code)}?lang=fr&${query}`, {
          origin: OWN,
        });
      const typed = {
        subject: 'Fête de famille',
        message: 'Le 12 juin.',
        'sender.familyName': 'Dubois',
        'sender.givenName': 'Angela',
        'sender.postalAddress.lines': '3 rue de la Mairie',
        'sender.postalAddress.postalCode': '28190',
        'sender.postalAddress.city': 'Le Favril',
        'sender.email': 'angela.dubois@boite.example',
      };
      /** A person took a minute to write. */
      const unhurried = () => ({ formToken: begun(harness, ids.favril) });

      it('asks for nothing that the procedure says itself, and gives its acknowledgement with every mention', async () => {
        const title = `Salle des fêtes ${randomUUID().slice(0, 8)}`;
        const slug = await made({ title, recipient: 'voirie' });
        const form = await page(`procedure=${slug}`);
        assert.match(form.title, new RegExp(title));
        assert.match(form.text, /Pour une fête de famille/);
        assert.match(form.source, new RegExp(`procedure="${slug}"`));
        assert.equal(form.values('review')['nature'], 'request');
        assert.equal('recipient' in form.values('review'), false);
        // In the other language it is still this procedure.
        assert.match(form.source, new RegExp(`lang=en&amp;procedure=${slug}`));

        const wrong = await form.press('review', { ...typed, subject: '' });
        assert.equal(wrong.status, 400);
        assert.match(wrong.title, new RegExp(title));
        const review = await wrong.press('review', { ...typed, ...unhurried() });
        assert.match(review.text, /Faire une demande/);
        const sentPage = await review.press('send');
        assert.equal(sentPage.status, 201, sentPage.text);
        for (const mention of [
          /Accusé de réception électronique/,
          /Sans réponse/,
          /décret n° 2015-1459/,
          /Tribunal administratif d’Orléans/,
          /Mairie du Favril, Service voirie/,
          /01 99 00 28 15/,
        ])
          assert.match(sentPage.text, mention);
      });

      it('tells which files it takes, and keeps what was typed beside another', async () => {
        const slug = await made({ attachments: files });
        const form = await page(`procedure=${slug}`);
        assert.match(
          form.text.replace(/[\u00a0\u202f]/g, ' '),
          /Types acceptés : PDF, photos\. 1 au plus, de 4 ko chacun\./,
        );
        const input = form.all('input').find((each) => attribute(each, 'type') === 'file')!;
        assert.equal(attribute(input, 'accept'), '.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif');
        const wrong = await form.press('review', typed, {}, [
          { name: 'lettre.docx', bytes: aDocx() },
          { name: 'plan.pdf', bytes: aPdf() },
          { name: 'autre.pdf', bytes: aPdf('Deux') },
        ]);
        assert.equal(wrong.status, 400);
        assert.match(
          wrong.text,
          /lettre\.docx.*Types acceptés\s: PDF, photos\..*autre\.pdf.*un fichier au plus/,
        );
        assert.equal(wrong.values('review')['message'], typed.message);
        const review = await wrong.press('review', unhurried());
        assert.match(review.text, /plan\.pdf/);
        assert.equal((await review.press('send')).status, 201);
      });

      it('says that a procedure is not open, how to telephone, and offers the general form', async () => {
        for (const slug of ['inconnue', await made({ isOpen: false })]) {
          const form = await page(`procedure=${slug}`);
          assert.equal(form.status, 200);
          assert.match(
            form.text,
            /Cette démarche n’est pas ouverte en ligne\. Téléphonez-nous au 01 99 00 28 14/,
          );
          assert.match(form.title, /Nous écrire/);
          assert.equal('recipient' in form.values('review'), true);
        }
        assert.doesNotMatch((await page('procedure=contact')).text, /pas ouverte/);
      });

      it('keeps what was typed where it closes meanwhile', async () => {
        const slug = await made();
        const form = await page(`procedure=${slug}`);
        await change(slug, { isOpen: false });
        const refusedPage = await form.press('review', typed);
        assert.equal(refusedPage.status, 400);
        assert.match(refusedPage.text, /Cette démarche n’est pas ouverte en ligne/);
        const general = await refusedPage.press('review', unhurried());
        const done = await general.press('send');
        assert.equal(done.status, 201);
        assert.match(done.text, /Accusé d’enregistrement électronique/);
      });
    });
  });
}
