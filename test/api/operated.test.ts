/** Requests made at operators: begun here, told of by the operator or asked of it, followed here. */
import type { OperatedRequests } from '@guichet/contracts/admin/operated';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { OPERATOR_EVENTS_PATH } from '@guichet/contracts/operator-event';
import type { Problem } from '@guichet/contracts/problem';
import { pathOf } from '@guichet/contracts/routes';
import { TELEPROCEDURE_RETURN_PAGE } from '@guichet/contracts/teleprocedure-routes';
import { makeReference } from '@guichet/contracts/reference';
import { started, type Started, submission, type Submission } from '@guichet/contracts/teleprocedure';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sign } from '../../examples/webhooks/tell.mjs';
import {
  type DemarcheNumerique,
  startDemarcheNumerique,
} from '../../packages/strapi-plugin/server/src/connectors/demarche-numerique/testing/system.js';
import { forgetOld } from '../../packages/strapi-plugin/server/src/features/operated/feature.js';
import { pollDue } from '../../packages/strapi-plugin/server/src/features/operated/polling.js';
import {
  drawReference,
  readStart,
  writeStart,
} from '../../packages/strapi-plugin/server/src/features/operated/start-token.js';
import { publicRoutes } from '../../packages/strapi-plugin/server/src/index.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { makeSecret } from '../../packages/strapi-plugin/server/src/vault/webhook-signature.js';
import { makeAccount } from './admin-calls.js';
import { call, favril, FAVRIL, openTracking, seed, sirenOf, TRILPORT } from './calls.js';
import { openPage, postPage, textOf } from './plain-page.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';
import {
  anEvent,
  callTeleprocedure,
  makeOperator,
  makeTeleprocedure,
  messageOf,
  tell,
  type TestOperator,
} from './operators.js';

after(stopDatabases);

const PAGE = `${FAVRIL}/creche.html`;
const canary = `Canari${randomBytes(4).toString('hex')}`;
const prefill = {
  familyName: canary,
  givenName: 'Angela',
  email: `${canary.toLowerCase()}@boite.example`,
  addressLines: [`3 rue ${canary}`],
};

for (const database of databases) {
  describe(`requests made at operators, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let operator: TestOperator;
    let creche: { slug: string; id: string };
    let state: DemarcheNumerique;
    let passport: { slug: string; id: string };

    before(async () => {
      state = await startDemarcheNumerique();
      harness = await startHarness({
        database,
        config: {
          rates: { read: generous, send: generous, sendToAdministration: generous, track: generous },
        },
      });
      ids = await seed(harness);
      operator = await makeOperator(harness, 'https://creches.agglo.example');
      creche = await makeTeleprocedure(harness, operator);
      const numerique = await makeOperator(harness, state.origin);
      passport = await makeTeleprocedure(harness, numerique, {
        path: '/commencer/creche',
        connector: {
          name: 'demarche-numerique',
          settings: { origin: state.origin, number: state.number, familyName: 'identite_nom' },
        },
      });
    });
    after(async () => {
      state.stop();
      await harness.stop();
    });

    const secrets = () => getService(harness.strapi, 'secrets');
    const rows = async (table = 'guichet_operated') =>
      Number((await harness.knex(table).count({ n: '*' }).first())!['n']);
    const begin = async (body: object = {}, options: Parameters<typeof callTeleprocedure>[4] = {}) => {
      const reply = await callTeleprocedure<Started>(
        harness,
        'teleprocedureStarts',
        creche.slug,
        body,
        options,
      );
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      return started.parse(reply.body);
    };
    const ask = (start: string, reference: string | null = null, slug = creche.slug) =>
      callTeleprocedure<Submission>(harness, 'teleprocedureSubmissions', slug, { start, reference });
    const submitted = async (start: string, reference: string | null = null) => {
      const { body } = await ask(start, reference);
      const parsed = submission.parse(body);
      assert.ok(parsed.state === 'submitted', JSON.stringify(body));
      return parsed;
    };
    const follow = async (start: string) => {
      const { reference, trackingCode } = await submitted(start);
      const opened = await openTracking(harness, { reference, trackingCode });
      assert.equal(opened.status, 200);
      return opened.body;
    };
    const told = (
      start: string,
      data: object = {},
      at = new Date().toISOString(),
      id: string = randomUUID(),
    ) => tell(harness, operator, anEvent({ timestamp: at, data: { start, ...data } }), { id });

    it('lead to the operator with what it is to know, and what was typed beside it', async () => {
      const before = await rows();
      const { start, url, post, tracked } = await begin({
        prefill,
        returnTo: `${PAGE}#haut`,
        language: 'fr',
      });
      const at = new URL(url);
      assert.equal(at.origin + at.pathname, `${operator.origin}/creche`);
      assert.deepEqual(Object.fromEntries(at.searchParams), {
        site: '28',
        'guichet-start': start,
        'guichet-language': 'fr',
        'guichet-return': `${PAGE}#guichet-retour=${start}`,
      });
      assert.ok(!url.includes(canary));
      assert.deepEqual(post, { ...prefill, addressLines: prefill.addressLines[0] });
      assert.equal(tracked, null);
      assert.deepEqual((await ask(start)).body, { state: 'awaited' });
      assert.equal(await rows(), before, 'nothing is kept of what is only begun');
    });

    it('begin only where they are offered, on and not withdrawn, and lead back to nowhere else', async () => {
      const refused = async (slug: string, body: object, options = {}) => {
        const { status, body: problem } = await callTeleprocedure<Problem>(
          harness,
          'teleprocedureStarts',
          slug,
          body,
          options,
        );
        return [status, problem.code];
      };
      assert.deepEqual(await refused('nulle-part', {}), [404, 'teleprocedure-not-found']);
      assert.deepEqual(await refused(creche.slug, {}, { origin: TRILPORT }), [403, 'origin-not-allowed']);
      assert.deepEqual(await refused(creche.slug, {}, { key: '' }), [400, 'idempotency-key-missing']);
      for (const returnTo of [TRILPORT, `${FAVRIL}.evil.example/`, 'javascript:alert(1)', 'data:text/html,x'])
        assert.deepEqual(await refused(creche.slug, { returnTo }), [400, 'validation-failed'], returnTo);
      const withdrawn = await makeTeleprocedure(harness, operator);
      const { start } = (await callTeleprocedure<Started>(harness, 'teleprocedureStarts', withdrawn.slug, {}))
        .body;
      await harness
        .knex('guichet_teleprocedures')
        .where({ id: withdrawn.id })
        .update({ withdrawn: JSON.stringify({ on: '2026-11-01', message: 'x', replacement: null }) });
      getService(harness.strapi, 'teleprocedures').refresh();
      assert.deepEqual(await refused(withdrawn.slug, {}), [409, 'teleprocedure-closed']);
      // What was begun goes on.
      assert.equal((await told(start)).status, 204);
      assert.equal((await ask(start, null, withdrawn.slug)).body.state, 'submitted');
    });

    it('are known by a reference and a code from what their page says, and by no other’s word confirmed', async () => {
      const { start } = await begin();
      const first = await submitted(start, 'CR-2026-1');
      assert.match(first.reference, /^28148-\d{4}-/);
      assert.deepEqual([first.operatorReference, first.isConfirmed], ['CR-2026-1', false]);
      // Asked again, whatever is said then.
      assert.deepEqual(await submitted(start, 'CR-AUTRE'), first);
      assert.deepEqual(await submitted(start), first);
      const { request, token } = await follow(start);
      assert.equal(request.subject, 'Inscription en crèche');
      assert.deepEqual(request.operated, {
        operator: { name: 'Crèches de l’agglo', phone: '02 99 00 12 34', email: 'creches@agglo.example' },
        reference: 'CR-2026-1',
        isSent: true,
        isConfirmed: false,
        steps: [],
        url: null,
        acknowledgement: null,
        staleSince: null,
      });
      // Nothing is added to it here: the operator takes it in.
      for (const [route, body] of [
        ['trackingMessages', { message: 'Bonjour' }],
        ['trackingWithdrawal', {}],
        ['trackingReasons', {}],
      ] as const) {
        const reply = await call(harness, 'POST', route, '28148', body, { bearer: token, key: randomUUID() });
        assert.deepEqual([reply.status, reply.body.code], [409, 'request-closed'], route);
      }
      const read = await call<TrackedRequest>(harness, 'GET', 'trackedRequest', '28148', undefined, {
        bearer: token,
      });
      assert.deepEqual(read.body, request);
    });

    it('are one, where a hundred say so at the same time', async () => {
      const { start } = await begin();
      const before = await rows();
      const replies = await Promise.all([
        ...Array.from({ length: 80 }, () => ask(start, 'CR-2026-2')),
        ...Array.from({ length: 20 }, (_, i) => told(start, { status: 'depose' }, undefined, `m-${i % 4}`)),
      ]);
      assert.ok(replies.every(({ status }) => status === 200 || status === 204));
      assert.equal((await rows()) - before, 1);
      assert.equal((await follow(start)).request.operated!.isConfirmed, true);
    });

    it('are confirmed by their operator, followed in its words, in the order of its clock', async () => {
      const { start } = await begin();
      const { reference } = await submitted(start, 'CR-2026-3');
      const today = Date.now();
      const day = (n: number) => new Date(today - (30 - n) * 86_400_000).toISOString();
      const acknowledgement = { on: day(1).slice(0, 10), url: 'https://creches.agglo.example/ar/3' };
      const url = 'https://creches.agglo.example/dossiers/3';
      assert.equal((await told(start, { status: 'attribuee', url }, day(20))).status, 204);
      const late = randomUUID();
      assert.equal((await told(start, { acknowledgement }, day(1), late)).status, 204);
      assert.equal((await told(start, { status: 'visite' }, day(10))).status, 204);
      // Again, and altered under the same id: it is what it was.
      assert.equal((await told(start, { status: 'attribuee' }, day(29), late)).status, 204);
      const { request } = await follow(start);
      const { operated } = request;
      assert.deepEqual(
        operated!.steps.map(({ label, status }) => [label, status]),
        [
          ['Demande déposée', 'received'],
          ['visite', 'in-progress'],
          ['Place attribuée', 'answered'],
        ],
      );
      assert.deepEqual([request.status, request.reference], ['answered', reference]);
      assert.deepEqual(
        [operated!.isConfirmed, operated!.url, operated!.acknowledgement],
        [true, url, acknowledgement],
      );
      assert.equal(operated!.reference, 'CR-2026-17');
      assert.equal(new Date(request.receivedAt).toISOString().slice(0, 19), day(1).slice(0, 19));
    });

    it('exist by their operator’s word alone, where its page said nothing', async () => {
      const { start } = await begin();
      assert.equal((await told(start)).status, 204);
      assert.equal((await submitted(start)).isConfirmed, true);
      // A claim that comes later changes nothing.
      assert.equal((await submitted(start, 'AUTRE')).operatorReference, 'CR-2026-17');
    });

    it('answer an operator alike whatever a start lacks, and take nothing of the future', async () => {
      const { start } = await begin();
      const other = await makeOperator(harness, `https://${randomUUID()}.example`);
      const elsewhere = await makeTeleprocedure(harness, other);
      const foreign = (await callTeleprocedure<Started>(harness, 'teleprocedureStarts', elsewhere.slug, {}))
        .body;
      const known = readStart(secrets(), start)!;
      const old = writeStart(secrets(), { ...known, id: randomUUID(), begun: known.begun - 181 * 86_400 });
      const nobody = writeStart(secrets(), { ...known, id: randomUUID(), administrationId: randomUUID() });
      const before = await rows();
      const answers = [];
      for (const one of [foreign.start, old, nobody, `${start}x`, 'x', '....']) answers.push(await told(one));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [404]);
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      assert.equal((await told(start, {}, new Date(Date.now() + 600_000).toISOString())).status, 400);
      assert.equal((await told(start, { status: '' })).status, 400);
      assert.equal(await rows(), before);
      // Known in time, it is told of as long as it is kept.
      const was = { ...known, id: randomUUID(), begun: known.begun - 170 * 86_400 };
      assert.equal((await told(writeStart(secrets(), was))).status, 204);
      const later = writeStart(secrets(), { ...was, begun: was.begun - 100 * 86_400 });
      assert.equal((await told(later, { status: 'attribuee' })).status, 204);
    });

    it('give a page nothing a day later, nor another administration, nor of another téléprocédure', async () => {
      const { start } = await begin();
      await submitted(start, 'CR-2026-4');
      const known = readStart(secrets(), start)!;
      const yesterday = writeStart(secrets(), { ...known, begun: known.begun - 86_401 });
      const another = await makeTeleprocedure(harness, operator);
      const refusals = [
        await ask(yesterday),
        await ask(start, null, another.slug),
        await callTeleprocedure(
          harness,
          'teleprocedureSubmissions',
          creche.slug,
          { start },
          {
            code: '77475',
            origin: TRILPORT,
          },
        ),
        await ask(start.slice(0, -1) + (start.endsWith('A') ? 'Q' : 'A')),
      ];
      for (const { status, body } of refusals)
        assert.deepEqual([status, (body as Problem).code], [401, 'token-invalid']);
    });

    // Ten thousand alterations of the signature alone: `webhook-signature.test.ts`.
    it('change by nothing that is forged, altered or replayed: a thousand of it', async () => {
      const { start } = await begin();
      const id = randomUUID();
      const body = anEvent({ data: { start } });
      assert.equal((await tell(harness, operator, body, { id })).status, 204);
      const { operated: known } = (await follow(start)).request;
      const snapshot = async () => [await rows(), await rows('guichet_operated_steps')];
      const before = await snapshot();
      const forger = { id: operator.id, secret: makeSecret() };
      const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
      const kinds: ((i: number) => Parameters<typeof messageOf>)[] = [
        // Signed with another key.
        (i) => [forger, anEvent({ data: { start, status: `faux-${i}` } })],
        // Altered on its way: the signature, the id, the instant.
        () => [
          operator,
          body,
          { headers: { 'webhook-signature': `v1,${randomBytes(32).toString('base64')}` } },
        ],
        (i) => [operator, body, { id, headers: { 'webhook-id': `autre-${i}` } }],
        (i) => [operator, body, { headers: { 'webhook-timestamp': String(i) } }],
        // Kept, and sent later.
        (i) => [operator, body, { at: ago(301 + i) }],
        (i) => [operator, body, { at: ago(-310 - i) }],
        // Without a signature, or as if from another operator.
        () => [operator, body, { headers: { 'webhook-signature': '' } }],
        () => [{ ...operator, id: randomUUID() }, body],
        // Right, and sent before.
        () => [operator, body, { id }],
        () => [operator, anEvent({ data: { start, status: 'attribuee' } }), { id }],
      ];
      const expected = kinds.map((_, i) => (i < 8 ? 401 : 204));
      const byNetwork = await Promise.all(kinds.map((kind) => tell(harness, ...kind(0))));
      assert.deepEqual(
        byNetwork.map(({ status }) => status),
        expected,
      );
      // The rest without the network between, which has nothing to say in it.
      const route = publicRoutes.find(({ path }) => path === OPERATOR_EVENTS_PATH)!;
      for (let i = 0; i < 1000; i++) {
        // What is right waits for the disk: fewer of these.
        const kind = i % 8 || i % 80 ? i % 8 : 8 + ((i / 80) % 2);
        const [to, text, options] = kinds[kind]!(i);
        const { headers, bytes } = messageOf(to, text, options);
        const call = {
          strapi: harness.strapi,
          params: { id: to.id },
          header: (name: string) => headers[name] ?? '',
          input: bytes,
          now: new Date(),
        };
        const handled = Promise.resolve(route.handle(call as never));
        const status = await handled.then(
          (reply) => reply.status,
          (error: unknown) => (error as { status: number }).status,
        );
        assert.equal(status, expected[kind], String(i));
      }
      assert.deepEqual(await snapshot(), before);
      assert.deepEqual((await follow(start)).request.operated, known);
    });

    it('take a signature for the bytes it was made of, of no other kind, no longer than a few lines', async () => {
      const { start } = await begin();
      const body = anEvent({ data: { start } });
      assert.equal((await tell(harness, operator, `${body} `)).status, 204);
      const example = sign(operator.secret, JSON.parse(body) as object);
      const address = harness.origin + OPERATOR_EVENTS_PATH.replace(':id', operator.id);
      assert.equal((await fetch(address, example)).status, 204);
      const padded = anEvent({ data: { start, label: 'x'.repeat(20_000) } });
      assert.equal((await tell(harness, operator, padded)).status, 413);
      assert.equal(
        (await tell(harness, operator, body, { headers: { 'Content-Type': 'text/plain' } })).status,
        415,
      );
      assert.equal((await tell(harness, operator, '{"type":')).status, 400);
      const reply = await fetch(harness.origin + OPERATOR_EVENTS_PATH.replace(':id', operator.id), {
        headers: { Origin: FAVRIL },
      });
      assert.equal(reply.status, 405);
    });

    it('take another reference where one of another kind has it already', async () => {
      const { start } = await begin();
      const known = readStart(secrets(), start)!;
      const year = new Date().getFullYear();
      const taken = drawReference(secrets(), known, '28148', year, 0);
      await harness.knex('guichet_remains').insert({
        request_id: randomUUID(),
        administration_id: ids.favril,
        reference: taken,
        procedure: 'contact',
        nature: 'request',
        received_at: new Date().toISOString(),
        ended_at: new Date().toISOString(),
        outcome: 'eliminated',
      });
      const { reference } = await submitted(start, 'CR-2026-5');
      assert.equal(reference, drawReference(secrets(), known, '28148', year, 1));
      assert.equal((await follow(start)).request.reference, reference);
    });

    it('are followed by nobody without the code, at the same cost as what is not there', async () => {
      const { start } = await begin();
      const { reference, trackingCode } = await submitted(start, 'CR-2026-6');
      const wrong = (trackingCode.startsWith('A') ? 'B' : 'A') + trackingCode.slice(1);
      const answers = [
        await openTracking(harness, { reference, trackingCode: wrong }),
        await openTracking(harness, {
          reference: makeReference('28148', 2026, randomBytes(7)),
          trackingCode,
        }),
        await openTracking(harness, { reference, trackingCode }, { code: '77475', origin: TRILPORT }),
      ];
      assert.deepEqual(
        [...new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))].length,
        1,
      );
      assert.equal(answers[0]!.status, 404);
    });

    it('are followed without JavaScript, in the operator’s words, and lead on beside the page', async () => {
      const { start } = await begin();
      const { reference, trackingCode } = await submitted(start, 'CR-2026-7');
      const door = await openPage(harness.origin + pathOf('trackingPage', '28148'), {
        origin: 'http://127.0.0.1',
      });
      const page = await door.press('open', { reference, trackingCode });
      const text = (of: typeof page) => textOf(of.document).replace(/\s+/g, ' ');
      assert.equal(page.heading, 'Inscription en crèche');
      for (const said of ['pas encore confirmé', 'CR-2026-7', '02 99 00 12 34', 'Crèches de l’agglo'])
        assert.ok(text(page).includes(said), said);
      assert.equal(page.all('textarea').length, 0);
      await told(start, { status: 'commission', url: 'https://creches.agglo.example/<b>' });
      const later = await page.press('refresh');
      assert.ok(text(later).includes('En cours. En commission'));
      const apart = later.all('a').find((link) => textOf(link).startsWith('Ouvrir votre dossier'));
      assert.ok(apart && textOf(apart).includes('nouvelle fenêtre'));
    });

    it('are come back from without JavaScript by a form: told of as soon as known, claimed by nobody', async () => {
      const address = harness.origin + TELEPROCEDURE_RETURN_PAGE.replace(':code', '28148');
      // What comes next is pressed on the hosting's own page.
      const own = 'http://127.0.0.1';
      const back = (start: string, slug = creche.slug, origin = operator.origin) =>
        postPage(address.replace(':id', slug), new URLSearchParams({ 'guichet-start': start }), {
          origin: own,
          headers: { Origin: origin },
        });
      const { start } = await begin();
      const before = await rows();
      let page = await back(start);
      for (const again of [await back(start, creche.slug, 'null'), await page.press('check')]) {
        page = again;
        assert.equal(page.status, 200);
        assert.equal(page.headers.get('cache-control'), 'no-store');
        assert.equal(page.headers.get('referrer-policy'), 'same-origin');
        assert.match(page.text, /la confirmation peut prendre quelques minutes/);
        assert.equal(page.values('check')['guichet-start'], start);
      }
      assert.equal(await rows(), before, 'nothing is stored of who only asks');
      assert.deepEqual((await ask(start)).body, { state: 'awaited' });

      await told(start, { reference: 'CR-2026-99' });
      const receipt = await page.press('check');
      const { reference, trackingCode } = await submitted(start);
      assert.equal(receipt.heading, 'Votre demande est envoyée');
      assert.equal(receipt.fact('Référence'), reference);
      assert.equal(receipt.fact('Code de suivi'), trackingCode);
      assert.ok(receipt.text.includes('CR-2026-99') && receipt.text.includes('nous l’a confirmé'));
      assert.ok(!receipt.source.includes(start));
      const followed = await receipt.press('open');
      assert.equal(followed.heading, 'Inscription en crèche');

      const altered = `${start.slice(0, -2)}AA`;
      for (const [token, slug] of [
        [altered, creche.slug],
        [start, passport.slug],
        ['', creche.slug],
      ] as const) {
        const { source } = await back(token, slug);
        assert.ok(!source.includes(reference) && !source.includes(trackingCode), slug);
        assert.match(source, /Ce lien de retour n’est plus valable/);
      }
      assert.equal((await back(start, 'nothing')).status, 404);
      assert.equal((await back('x'.repeat(501))).status, 400);
    });

    it('are made at Démarche numérique with what was typed, kept before the resident leaves, once', async () => {
      const key = randomUUID();
      const again = () =>
        callTeleprocedure<Started>(harness, 'teleprocedureStarts', passport.slug, { prefill }, { key });
      const { body } = await again();
      const file = state.dossiers.at(-1)!;
      assert.deepEqual(file.fields, { identite_nom: canary });
      assert.equal(body.url, `${state.origin}/commencer/creche?prefill_token=${file.token}`);
      assert.equal(body.post, null);
      const files = state.dossiers.length;
      assert.deepEqual((await again()).body.tracked, body.tracked);
      assert.equal(state.dossiers.length, files, 'made again, there is one');
      const opened = await openTracking(harness, body.tracked!);
      const { operated } = opened.body.request;
      assert.deepEqual([operated!.isSent, operated!.isConfirmed], [false, true]);
      assert.equal(operated!.reference, String(file.number));
      assert.equal(operated!.url, body.url);
      const reply = await ask(body.start, null, passport.slug);
      assert.deepEqual(reply.body, { state: 'awaited' });
    });

    it('begin at Démarche numérique with nothing filled in while it is away', async () => {
      for (const mood of ['down', 'busy', 'refuses', 'nonsense', 'away'] as const) {
        state.mood = mood;
        const { status, body } = await callTeleprocedure<Started>(
          harness,
          'teleprocedureStarts',
          passport.slug,
          { prefill },
        );
        assert.equal(status, 201);
        assert.equal(
          new URL(body.url).origin + new URL(body.url).pathname,
          `${state.origin}/commencer/creche`,
        );
        assert.deepEqual([body.tracked, body.url.includes(canary)], [null, false], mood);
      }
      state.mood = 'ok';
    });

    it('are asked about many at a time, less often while nothing happens, later where that fails', async () => {
      const { signal } = new AbortController();
      const begun = [];
      for (let i = 0; i < 60; i++)
        begun.push(
          (await callTeleprocedure<Started>(harness, 'teleprocedureStarts', passport.slug, {})).body.tracked!,
        );
      const [first] = begun;
      const opened = async () => (await openTracking(harness, first)).body.request;
      const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
      const due = await harness.knex('guichet_operated').where({ teleprocedure_id: passport.id });
      for (const dossier of state.dossiers)
        Object.assign(dossier, { state: 'en_construction', submitted_at: new Date().toISOString() });
      let before = state.calls.length;
      await pollDue(harness.strapi, inMinutes(5), signal);
      assert.equal(state.calls.length, before, 'it was begun just now');
      await pollDue(harness.strapi, inMinutes(11), signal);
      assert.equal(state.calls.length - before, Math.ceil(due.length / 50));
      const { operated, status } = await opened();
      assert.deepEqual([operated!.isSent, status], [true, 'received']);
      assert.deepEqual(
        operated!.steps.map(({ label }) => label),
        ['Préparé, pas encore envoyé', 'Déposé'],
      );

      state.mood = 'busy';
      before = state.calls.length;
      await pollDue(harness.strapi, inMinutes(30), signal);
      assert.equal(state.calls.length - before, 1, 'all wait together');
      const stale = (await opened()).operated!.staleSince!;
      assert.equal(new Date(stale).toISOString().slice(0, 15), inMinutes(30).toISOString().slice(0, 15));
      await pollDue(harness.strapi, inMinutes(33), signal);
      assert.equal(state.calls.length - before, 1, 'not before it wants');
      state.mood = 'ok';
      for (const dossier of state.dossiers) dossier.state = 'en_instruction';
      await pollDue(harness.strapi, inMinutes(120), signal);
      const now = await opened();
      assert.deepEqual([now.status, now.operated!.staleSince], ['in-progress', null]);
    });

    it('keep working where the administration has merged into another', async () => {
      const administrations = getService(harness.strapi, 'administration');
      const abondant = {
        ...favril,
        siren: sirenOf(60),
        insee: '28001',
        origins: ['https://abondant.example'],
      };
      const merged = await administrations.create(abondant);
      const at = { code: '28001', origin: 'https://abondant.example' };
      const { start } = await begin({}, at);
      await administrations.update(merged.uid, {
        ...abondant,
        successorUid: ids.favril,
        successorFrom: '2026-01-01',
      });
      const now = { code: '28148', origin: FAVRIL };
      assert.equal((await told(start)).status, 204);
      const { body } = await callTeleprocedure<Submission>(
        harness,
        'teleprocedureSubmissions',
        creche.slug,
        { start, reference: null },
        now,
      );
      assert.ok(body.state === 'submitted');
      const { reference, trackingCode } = body;
      assert.equal((await openTracking(harness, { reference, trackingCode })).status, 200);
    });

    it('leave nothing of a person here, and nothing but a reference after a year', async () => {
      const tables = ['guichet_operated', 'guichet_operated_steps', 'guichet_requests'];
      for (const table of tables) {
        const all = JSON.stringify(await harness.knex(table));
        assert.ok(!all.includes(canary) && !all.includes(canary.toLowerCase()), table);
        assert.ok(!all.includes('prefill-'), 'what opens a file at the operator’s is sealed');
        assert.ok(!all.includes('/dossiers/3'), 'so are addresses');
      }
      assert.ok(!harness.logs().includes(canary));
      const { start } = await begin();
      await told(start, { url: 'https://creches.agglo.example/x' });
      const { reference, trackingCode } = await submitted(start);
      const inYears = (years: number) => new Date(Date.now() + years * 366 * 86_400_000);
      const before = await rows();
      assert.equal(await forgetOld(harness.strapi, inYears(0.9)), 0);
      assert.equal(await forgetOld(harness.strapi, inYears(1)), before);
      assert.equal(await rows(), before);
      assert.equal(await rows('guichet_operated_steps'), 0);
      assert.equal((await openTracking(harness, { reference, trackingCode })).status, 404);
      assert.equal((await told(start)).status, 404);
      const row = await harness.knex('guichet_operated').where({ reference }).first();
      assert.deepEqual(
        [row.tracking_hash, row.wrapped_key, row.handle, row.operator_reference, row.poll_at],
        [null, null, null, null, null],
      );
    });

    const list = async (
      account: { call: Awaited<ReturnType<typeof makeAccount>>['call'] },
      query: object,
    ) => {
      const { status, body } = await account.call<OperatedRequests>('POST', adminPaths.operatedSearch, query);
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    };

    it('are seen by who serves the resident’s mairie, and by who serves the operator, by nobody else', async () => {
      const { start } = await begin();
      const reference = `CR-${randomUUID()}`;
      await told(start, { reference, status: 'commission' });
      const mairie = await makeAccount(harness);
      await mairie.serves(ids.favril);
      const { requests, teleprocedures } = await list(mairie, { reference });
      assert.deepEqual(
        requests.map(({ operatorReference, label, status, isConfirmed, administration, teleprocedure }) => [
          operatorReference,
          label,
          status,
          isConfirmed,
          administration.id,
          teleprocedure.slug,
        ]),
        [[reference, 'En commission', 'in-progress', true, ids.favril, creche.slug]],
      );
      assert.ok(teleprocedures.some(({ slug }) => slug === creche.slug));
      assert.equal(
        (await list(mairie, { reference: requests[0]!.reference.toLowerCase() })).requests.length,
        1,
      );
      assert.equal((await list(mairie, { reference, status: 'answered' })).requests.length, 0);

      const other = await makeAccount(harness);
      await other.serves(ids.trilport);
      const nothing = { requests: [], next: null, teleprocedures: [], administrations: [] };
      assert.deepEqual(await list(other, {}), nothing);
      // Whatever is asked for, it is not a way in.
      for (const query of [
        { reference },
        { reference: requests[0]!.reference },
        { administrationId: ids.favril },
        { teleprocedure: creche.slug },
      ])
        assert.deepEqual(await list(other, query), nothing);

      const of = harness.knex('guichet_operators').where({ id: operator.id });
      await of.clone().update({ administration_id: ids.trilport });
      const there = await list(other, { reference });
      assert.equal(there.requests[0]?.administration.id, ids.favril);
      assert.deepEqual(
        there.administrations.map(({ id }) => id),
        [ids.favril],
      );
      // By commune, as its agents are asked.
      assert.equal((await list(other, { reference, administrationId: ids.favril })).requests.length, 1);
      assert.equal((await list(other, { reference, administrationId: ids.trilport })).requests.length, 0);
      await of.clone().update({ administration_id: null });
      assert.deepEqual(await list(other, {}), nothing);
    });

    it('are seen by who serves the owner of their téléprocédure, where the operator is no administration', async () => {
      const owned = await makeTeleprocedure(harness, operator);
      const { start } = (await callTeleprocedure<Started>(harness, 'teleprocedureStarts', owned.slug, {}))
        .body;
      await told(start, { reference: `CR-${randomUUID()}` });
      const owner = await makeAccount(harness);
      await owner.serves(ids.trilport);
      assert.equal((await list(owner, {})).requests.length, 0);
      const of = harness.knex('guichet_teleprocedures').where({ id: owned.id });
      await of.clone().update({ owner_id: ids.trilport });
      const { requests } = await list(owner, {});
      assert.deepEqual(
        requests.map(({ teleprocedure, administration }) => [teleprocedure.slug, administration.id]),
        [[owned.slug, ids.favril]],
      );
      // The operator that is an administration is competent itself.
      const by = harness.knex('guichet_operators').where({ id: operator.id });
      await by.clone().update({ administration_id: ids.favril });
      assert.equal((await list(owner, {})).requests.length, 0);
      await by.clone().update({ administration_id: null });
    });

    it('are listed for nobody without the permission, nor for who serves nothing', async () => {
      const nobody = await makeAccount(harness);
      assert.equal((await list(nobody, {})).requests.length, 0);
      const manager = await makeAccount(harness, ['administrations.configure', 'administrations.read']);
      await manager.serves(ids.favril);
      const refused = await manager.call('POST', adminPaths.operatedSearch, {});
      assert.equal(refused.status, 403);
      const host = await makeAccount(harness, 'strapi-super-admin');
      // Who looks after the hosting reads no commune's requests by that alone.
      assert.equal((await list(host, {})).requests.length, 0);
    });

    it('are listed a page at a time, each once', async () => {
      const page = 50;
      for (let i = 0; i <= page; i++) {
        const { start } = await begin();
        await told(start, { reference: `P-${i}` });
      }
      const mairie = await makeAccount(harness);
      await mairie.serves(ids.favril);
      const seen: string[] = [];
      for (let after: string | null = null, isFirst = true; isFirst || after; isFirst = false) {
        const { requests, next }: OperatedRequests = await list(mairie, { after });
        assert.ok(requests.length <= page);
        seen.push(...requests.map(({ id }) => id));
        after = next;
      }
      assert.ok(seen.length > page);
      assert.equal(new Set(seen).size, seen.length);
      const kept = harness.knex('guichet_operated').whereNull('ended_at');
      const { n } = (await kept.where({ administration_id: ids.favril }).count({ n: '*' }).first())!;
      assert.equal(seen.length, Number(n));
    });
  });
}
