/** The examination of a request by those who serve its administration, up to its decision and what follows from it. */
import type { Absence } from '@guichet/contracts/admin/absence';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { InboxPage } from '@guichet/contracts/admin/inbox';
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { silenceChoices } from '../../packages/strapi-plugin/server/src/domain/silence-choices.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount, type Refused } from './admin-calls.js';
import { angela, favril, seed, sirenOf } from './calls.js';
import { inboxOf, mailsAbout, type Received, receivedAt, residentOf } from './examined.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const mayor = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie du Favril' };
const reasons = { law: 'CGCT L2144-3', facts: 'La salle est prise ce jour-là.' };
const refusal = { outcome: 'refused', message: 'Votre demande est refusée.', author: mayor, reasons };
const grant = { outcome: 'granted', message: 'Votre demande est acceptée.', author: mayor };
const handwritten = { signature: 'handwritten' };
const today = Temporal.Now.plainDateISO('Europe/Paris');
const in2weeks = today.add({ weeks: 2 }).toString();

for (const database of databases) {
  describe(`a request is examined and decided, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;
    let lea: Account;

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
      marie = await makeAccount(harness);
      lea = await makeAccount(harness, 'guichet-mayor', { firstname: 'Léa', lastname: 'Martin' });
      await marie.serves(ids.favril);
      await lea.serves(ids.favril);
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    const monthsAgo = (months: number) =>
      new Date(
        today.subtract({ months }).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '10:00' })
          .epochMilliseconds,
      );
    const received = (changes = {}) => receivedAt(harness, new Date(), changes);
    const resident = (request: Received) => residentOf(harness, request);
    const inbox = (account = marie) => inboxOf(account);
    /** The subjects of every mail about a request to an address, once one that is asked for has arrived. */
    const mailsTo = async (to: string, about: Received, subject: RegExp) =>
      (await mailsAbout(smtp, to, about, subject)).map(({ parsed }) => parsed.subject ?? '');
    const emailOf = async ({ id }: Account) =>
      ((await harness.strapi.db.query('admin::user').findOne({ where: { id } })) as { email: string }).email;
    const boxOf = async (account: Account, box: string) =>
      (await account.call<InboxPage>('POST', adminPaths.inboxSearch, { box })).body;
    const has = ({ rows }: InboxPage, { id }: Received) => rows.some((row) => row.id === id);

    it('is assigned to a colleague, who is told, and noted for colleagues alone', async () => {
      const request = await received();
      const assigned = await inbox().does(request.id, { action: 'assign', to: lea.id });
      assert.deepEqual(assigned.assignedTo, { id: lea.id, name: 'Léa Martin' });
      assert.deepEqual(assigned.colleagues.map(({ name }) => name).sort(), ['Léa Martin', 'Marie Lenoir']);
      assert.equal(assigned.timeline.at(-1)!.to, 'Léa Martin');
      await mailsTo(await emailOf(lea), request, /confiée/);
      const mine = await boxOf(lea, 'mine');
      assert.ok(has(mine, request) && mine.counts.mine === 1);
      assert.deepEqual(mine.rows[0]!.assignedTo, assigned.assignedTo);
      assert.ok(!has(await boxOf(marie, 'mine'), request));
      assert.equal(
        await inbox().refused(request.id, { action: 'assign', to: 999_999 }),
        'validation-failed, to unknown',
      );

      await inbox().does(request.id, { action: 'close' });
      const noted = await inbox().does(request.id, { action: 'note', message: 'Note entre nous' });
      assert.equal(noted.timeline.at(-1)!.message, 'Note entre nous');
      const seen = await resident(request).sees();
      assert.deepEqual(
        seen.timeline.map(({ kind }) => kind),
        ['received', 'closed'],
      );
      assert.ok(!JSON.stringify(seen).includes('entre nous'));
      // What one has on one's own desk is no news.
      const own = await received();
      await inbox().does(own.id, { action: 'assign', to: marie.id });
      await inbox().does(own.id, { action: 'assign', to: null });
      assert.equal((await inbox().open(own.id)).assignedTo, null);
    });

    it('is also on the desk of who stands in for a colleague, while that one is away', async () => {
      const ninon = await makeAccount(harness, undefined, { firstname: 'Ninon', lastname: 'Passerelle' });
      await ninon.serves(ids.favril);
      const announce = <T = Absence>(absence: object | null) =>
        lea.call<T>('PUT', adminPaths.inboxAbsence, { absence });
      const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      const [from, until] = [inDays(-2), inDays(2)];
      const covers = (agentId: number | null, administrationId = ids.favril) => [
        { administrationId, agentId },
      ];
      const request = await received();
      await inbox().does(request.id, { action: 'assign', to: lea.id });
      assert.ok(!has(await boxOf(ninon, 'mine'), request));

      for (const [absence, path] of [
        [{ from: until, until: from, covers: [] }, 'absence.until'],
        [{ from, until, covers: covers(lea.id) }, 'absence.covers.0.agentId'],
        [{ from, until, covers: covers(ninon.id, ids.trilport) }, 'absence.covers.0.agentId'],
        [{ from: '', until, covers: [] }, 'absence.from'],
      ] as const) {
        const { status, body } = await announce<Refused>(absence);
        assert.deepEqual([status, body.error.details?.errors?.[0]?.path], [400, path]);
      }

      const { body } = await announce({ from, until, covers: covers(ninon.id) });
      assert.deepEqual(body.period, { from, until });
      assert.deepEqual(
        body.administrations.map(({ administration, coverId }) => [administration.id, coverId]),
        [[ids.favril, ninon.id]],
      );
      assert.ok(has(await boxOf(ninon, 'mine'), request));
      assert.ok(has(await boxOf(lea, 'mine'), request));
      const cover = { id: ninon.id, name: 'Ninon Passerelle' };
      assert.deepEqual((await inbox().open(request.id)).away, { until, cover });
      const other = await received();
      await inbox().does(other.id, { action: 'assign', to: lea.id });
      await mailsTo(await emailOf(ninon), other, /confiée/);

      // Gone from the mairie, she stands in for nobody there, and what is shown can be stored as it is.
      await ninon.serves(ids.trilport);
      const { body: shown } = await lea.call<Absence>('GET', adminPaths.inboxAbsence);
      const [favril] = shown.administrations;
      assert.equal(favril!.coverId, null);
      assert.ok(!favril!.colleagues.some(({ id }) => id === ninon.id));
      assert.equal((await announce({ from, until, covers: covers(favril!.coverId) })).status, 200);
      await harness
        .knex('guichet_agents')
        .where({ admin_user_id: lea.id, administration_id: ids.favril })
        .update({ cover_id: ninon.id });
      assert.deepEqual((await inbox().open(request.id)).away, { until, cover: null });
      const third = await received();
      await inbox().does(third.id, { action: 'assign', to: lea.id });
      await mailsTo(await emailOf(lea), third, /confiée/);
      await ninon.serves(ids.favril);

      // Before and after those days, nothing of it.
      await announce({ from: inDays(3), until: inDays(9), covers: covers(ninon.id) });
      assert.ok(!has(await boxOf(ninon, 'mine'), request));
      assert.equal((await announce(null)).body.period, null);
      assert.equal((await inbox().open(request.id)).away, null);
    });

    it('waits for what a text requires, which its author sends and says is all', async () => {
      const request = await received();
      const item = { name: 'Plan de la salle', basis: 'Règlement, art. 3', isIndispensable: true };
      const ask = { action: 'ask-items', items: [item] };
      assert.equal(await inbox().refused(request.id, ask), 'validation-failed, answerBy required');
      assert.equal(
        await inbox().refused(request.id, { ...ask, answerBy: '2020-01-01' }),
        'validation-failed, answerBy invalid',
      );
      const before = (await inbox().open(request.id)).legal.silence!.date!;
      const asked = await inbox().does(request.id, {
        ...ask,
        answerBy: in2weeks,
        message: 'Il nous manque ceci.',
      });
      assert.deepEqual(asked.legal.items, {
        items: [item],
        askedOn: today.toString(),
        answerBy: in2weeks,
        suspendsExamination: true,
      });
      assert.ok(asked.legal.silence!.date! > before);
      assert.ok(!has(await boxOf(marie, 'waiting'), request));
      await mailsTo(request.email, request, /À compléter/);
      const seen = await resident(request).sees();
      assert.deepEqual(seen.items, {
        items: [{ name: item.name, basis: item.basis }],
        askedOn: today.toString(),
        answerBy: in2weeks,
        isRequired: true,
      });
      assert.equal(seen.timeline.at(-1)!.message, 'Il nous manque ceci.');
      const key = randomUUID();
      const all = { message: 'Voici le plan.', completes: true };
      const [one, other] = await Promise.all([
        resident(request).sends('trackingMessages', all, key),
        resident(request).sends('trackingMessages', all, key),
      ]);
      assert.deepEqual([one.status, other.status], [201, 201]);
      const complete = await inbox().open(request.id);
      assert.deepEqual(
        complete.timeline.map(({ kind }) => kind),
        ['received', 'items-asked', 'message', 'completed'],
      );
      assert.equal(complete.legal.items, null);
      assert.ok(has(await boxOf(marie, 'waiting'), request));
      // Nothing is asked for any more: the same is only a message.
      await resident(request).sends('trackingMessages', all);
      assert.equal((await inbox().open(request.id)).timeline.at(-1)!.kind, 'message');
      assert.equal(await inbox().refused(request.id, { action: 'complete' }), 'not-possible');
    });

    it('is complete from the day that what was asked for came by post', async () => {
      const request = await received();
      const items = [{ name: 'Plan', basis: 'Règlement, art. 3' }];
      await inbox().does(request.id, { action: 'ask-items', items, answerBy: in2weeks });
      const late = { action: 'complete', on: today.add({ days: 1 }).toString() };
      assert.equal(await inbox().refused(request.id, late), 'validation-failed, on invalid');
      const early = { action: 'complete', on: today.subtract({ days: 1 }).toString() };
      assert.equal(await inbox().refused(request.id, early), 'validation-failed, on invalid');
      const { legal } = await inbox().does(request.id, { action: 'complete' });
      assert.equal(legal.items, null);
    });

    it('is drafted, sent back, approved by the mayor and notified', async () => {
      const request = await received();
      const drafted = await inbox().does(request.id, { action: 'draft', decision: refusal });
      assert.equal(drafted.draft?.isApproved, false);
      assert.equal(drafted.draft.agentName, 'Marie Lenoir, secrétaire de mairie');
      assert.ok(!drafted.actions.includes('approve') && !drafted.actions.includes('decide'));
      assert.equal(await inbox().refused(request.id, { action: 'approve', ...handwritten }), 'not-allowed');
      await mailsTo(await emailOf(lea), request, /approuver/);
      const waiting = await boxOf(lea, 'approval');
      assert.ok(has(waiting, request) && waiting.counts.approval >= 1);
      assert.ok(has(await boxOf(marie, 'waiting'), request));

      const sentBack = await inbox(lea).does(request.id, { action: 'send-back', message: 'Plus court.' });
      assert.equal(sentBack.draft, null);
      assert.ok(!has(await boxOf(lea, 'approval'), request));
      await inbox().does(request.id, { action: 'draft', decision: refusal });
      const approved = await inbox(lea).does(request.id, { action: 'approve' });
      assert.equal(approved.draft?.isApproved, true);
      assert.deepEqual(
        (await resident(request).sees()).timeline.map(({ kind }) => kind),
        ['received'],
      );

      const notified = await inbox().does(request.id, { action: 'notify', ...handwritten });
      assert.equal(notified.draft, null);
      assert.deepEqual(notified.legal.decision?.kind, 'refused');
      assert.deepEqual(notified.legal.obstacles, []);
      assert.deepEqual(notified.signatories, [mayor]);
      assert.deepEqual(notified.timeline.at(-1)!.decision, { ...refusal, illegality: null });
      await mailsTo(request.email, request, /écision/);

      const { decision, silence, status } = await resident(request).sees();
      assert.ok(decision && 'jws' in decision);
      assert.deepEqual(
        [decision.kind, decision.on, status, silence],
        ['refused', today.toString(), 'answered', null],
      );
      assert.deepEqual(
        [decision.message, decision.author, decision.reasons],
        [refusal.message, mayor, reasons],
      );
      assert.equal(decision.appeal?.body, 'Tribunal administratif d’Orléans');
      assert.equal(decision.appeal.lastDay, notified.legal.decision.appealLastDay);
      const verified = await getService(harness.strapi, 'signature').verify(decision.jws);
      assert.ok(verified.valid);
      // As those of before files were covered.
      assert.deepEqual(verified.attachments, []);
      const { kind, decision: signed, reference } = verified;
      assert.deepEqual([kind, reference], ['decision', request.reference]);
      const text = [refusal.message, reasons.law, reasons.facts].join('\n\n');
      assert.deepEqual(signed, {
        kind: 'refused',
        on: today.toString(),
        author: 'Léa Martin, Maire, Mairie du Favril',
        textSha256: createHash('sha256').update(text).digest('hex'),
      });
      assert.equal(
        await inbox().refused(request.id, { action: 'decide', decision: refusal, ...handwritten }),
        'not-possible',
      );
    });

    it('is approved and notified at once, by who may', async () => {
      const request = await received();
      await inbox().does(request.id, { action: 'draft', decision: grant });
      const { timeline, legal } = await inbox(lea).does(request.id, { action: 'approve', ...handwritten });
      assert.deepEqual(
        timeline.map(({ kind }) => kind),
        ['received', 'draft-decided', 'approved', 'granted'],
      );
      assert.equal(legal.decision?.withdrawableUntil, today.add({ months: 4 }).toString());
    });

    it('is refused only with reasons, taken back only for an illegality, and signed as the law asks', async () => {
      const request = await received();
      const decide = (decision: object, signature = 'handwritten') => ({
        action: 'decide',
        decision,
        signature,
      });
      const { reasons: _, ...unreasoned } = refusal;
      assert.equal(
        await inbox().refused(request.id, decide(unreasoned)),
        'validation-failed, decision.reasons required',
      );
      assert.equal(
        await inbox().refused(request.id, decide(grant, 'none')),
        'validation-failed, signature not-allowed',
      );
      assert.match(
        await inbox().refused(request.id, decide({ ...grant, author: { ...mayor, familyName: ' ' } })),
        /decision.author.familyName required/,
      );
      await inbox().does(request.id, decide(grant));
      assert.equal(
        await inbox().refused(request.id, decide(refusal)),
        'validation-failed, decision.illegality required',
      );
      const back = await inbox().does(
        request.id,
        decide({ ...refusal, illegality: 'Hors du domaine communal.' }),
      );
      assert.equal(back.legal.decision?.kind, 'refused');
      const seen = (await resident(request).sees()).decision;
      assert.ok(seen && 'illegality' in seen);
      assert.equal(seen.illegality, 'Hors du domaine communal.');
    });

    it('needs no signature where the téléservice is attested', async () => {
      const attested = await getService(harness.strapi, 'administration').create({
        ...favril,
        siren: sirenOf(31),
        insee: '28031',
        securityAttestation: 'https://www.lefavril.example/attestation',
      });
      await marie.serves(ids.favril, attested.uid);
      const request = await receivedAt(harness, new Date(), {}, '28031');
      const decide = { action: 'decide', decision: grant, signature: 'none' };
      const { legal, mayNotifyUnsigned } = await inbox().does(request.id, decide);
      assert.equal(mayNotifyUnsigned, true);
      assert.equal(legal.decision?.kind, 'granted');
      // Whether a hand signed it can be told later.
      const events = harness.knex('guichet_events').where({ request_id: request.id, kind: 'granted' });
      const { facts } = (await events.first('facts'))!;
      assert.equal(JSON.parse(facts as string).signature, 'none');
    });

    it('is not decided behind who looks at an older state of it', async () => {
      const request = await received();
      const decide = { action: 'decide', seen: 1, decision: grant, ...handwritten };
      const replies = await Promise.all([
        inbox().act(request.id, decide),
        inbox(lea).act(request.id, decide),
      ]);
      assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409]);
      const loser = replies.find(({ status }) => status === 409)!;
      assert.equal(loser.body.error.details?.code, 'request-changed');
      assert.equal((await inbox().open(request.id)).timeline.length, 2);
    });

    it('refused by silence, is given its reasons within a month, or granted all the same', async () => {
      const request = await receivedAt(harness, monthsAgo(3));
      assert.equal((await resident(request).sees()).canAskReasons, true);
      await getService(harness.strapi, 'law').keepDeadlines(new Date());
      assert.equal((await resident(request).sees()).canAskReasons, true);
      const key = randomUUID();
      for (const status of [201, 201])
        assert.equal((await resident(request).sends('trackingReasons', {}, key)).status, status);
      assert.equal((await resident(request).sends('trackingReasons')).status, 409);
      const dueBy = today.add({ months: 1 }).toString();
      const seen = await resident(request).sees();
      assert.equal(seen.canAskReasons, false);
      assert.deepEqual(seen.reasons, { askedOn: today.toString(), dueBy, given: null });
      assert.equal(seen.decision?.appeal?.lastDay, null);
      const owed = await inbox().open(request.id);
      assert.deepEqual([owed.due?.for, owed.due?.on], ['reasons', dueBy]);
      assert.ok(owed.actions.includes('give-reasons') && owed.actions.includes('decide'));
      const mairie = await mailsTo('mairie@lefavril.example', request, /Du nouveau/);
      assert.equal(mairie.filter((subject) => subject.startsWith('Du nouveau')).length, 1);

      const week = today.add({ months: 1 }).subtract({ days: 7 });
      const then = new Date(
        week.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '12:00' }).epochMilliseconds,
      );
      await getService(harness.strapi, 'law').keepDeadlines(then);
      await mailsTo('mairie@lefavril.example', request, /Échéance proche/);

      const given = await inbox().does(request.id, { action: 'give-reasons', reasons, author: mayor });
      assert.deepEqual(given.timeline.at(-1)!.decision?.reasons, reasons);
      assert.deepEqual(given.legal.reasons, {
        askedOn: today.toString(),
        dueBy: null,
        givenOn: today.toString(),
      });
      assert.deepEqual((await resident(request).sees()).reasons?.given, reasons);
      await mailsTo(request.email, request, /otifs/);
      const { legal } = await inbox().does(request.id, { action: 'decide', decision: grant, ...handwritten });
      assert.equal(legal.decision?.kind, 'granted');
    });

    it('accepted by silence, is attested on request, by a code that anyone can verify', async () => {
      const request = await receivedAt(harness, monthsAgo(3));
      const events = () => harness.knex('guichet_events').where({ request_id: request.id, seq: 1 });
      const { facts } = (await events().first('facts'))!;
      const opening = { ...JSON.parse(facts).opening, silence: silenceChoices.acceptance };
      await events().update({ facts: JSON.stringify({ opening }) });
      assert.equal(
        await inbox().refused(request.id, { action: 'note', message: ' ' }),
        'validation-failed, message required',
      );
      assert.equal((await resident(request).sees()).canAskAttestation, true);
      assert.equal((await resident(request).sends('trackingReasons')).status, 409);
      assert.equal((await resident(request).sends('trackingAttestation')).status, 201);
      const asked = await resident(request).sees();
      assert.deepEqual([asked.canAskAttestation, asked.attestation?.jws], [false, null]);
      assert.equal((await inbox().open(request.id)).legal.attestation, 'asked');
      const unsure = { action: 'attest', author: mayor, noRefusal: false };
      assert.match(await inbox().refused(request.id, unsure), /noRefusal/);
      const { legal } = await inbox().does(request.id, { action: 'attest', author: mayor, noRefusal: true });
      assert.equal(legal.attestation, 'issued');
      await mailsTo(request.email, request, /ttestation/);
      const { attestation } = await resident(request).sees();
      const verified = await getService(harness.strapi, 'signature').verify(attestation!.jws!);
      assert.ok(verified.valid);
      assert.equal(verified.kind, 'attestation');
      assert.deepEqual(verified.decision, {
        kind: 'tacitly-granted',
        on: today.subtract({ months: 1 }).toString(),
        author: 'Léa Martin, Maire, Mairie du Favril',
      });
    });

    it('of who refuses to be answered electronically is never answered by mail, only acknowledged', async () => {
      const request = await received({ sender: { ...angela, refusesElectronicReply: true } });
      await inbox().does(request.id, { action: 'acknowledge', nature: 'request' });
      await inbox().does(request.id, { action: 'answer', message: 'Nous regardons.' });
      await inbox().does(request.id, { action: 'ask-items', items: [{ name: 'Un plan' }] });
      const { content } = await inbox().does(request.id, {
        action: 'decide',
        decision: grant,
        ...handwritten,
      });
      assert.equal(content.sender.refusesElectronicReply, true);
      // Sent last, of another: what was to leave before has left.
      const other = await received();
      await mailsTo(other.email, other, /enregistrement/);
      const subjects = await mailsTo(request.email, request, /réception/);
      assert.deepEqual(subjects.map((subject) => /enregistrement|réception/.exec(subject)?.[0]).sort(), [
        'enregistrement',
        'réception',
      ]);
    });

    it('offers and takes what a role allows, and no more', async () => {
      const reader = await makeAccount(harness, ['inbox.read']);
      const clerk = await makeAccount(harness, ['inbox.read', 'inbox.answer']);
      await reader.serves(ids.favril);
      await clerk.serves(ids.favril);
      const { id } = await received();
      assert.deepEqual((await inbox(reader).open(id)).actions, []);
      const { actions } = await inbox(clerk).open(id);
      assert.deepEqual(
        (['answer', 'draft', 'decide', 'forward', 'assign'] as const).filter((action) =>
          actions.includes(action),
        ),
        ['answer', 'draft'],
      );
      for (const action of [
        { action: 'decide', decision: grant, ...handwritten },
        { action: 'forward', to: { kind: 'here', administrationId: ids.trilport } },
        { action: 'assign', to: clerk.id },
      ]) {
        assert.equal(await inbox(clerk).refused(id, action), 'not-allowed');
      }
      assert.equal(await inbox(reader).refused(id, { action: 'note', message: 'Non' }), 'not-allowed');
      assert.equal((await clerk.call('POST', adminPaths.inboxAdministrations, {})).status, 403);
      assert.equal((await inbox().open(id)).timeline.length, 1);
    });

    it('leaves nothing in clear of what was written', async () => {
      const canary = (name: string) => `Canari${name}${randomUUID().slice(0, 8)}`;
      const words = {
        note: canary('Note'),
        item: canary('Piece'),
        basis: canary('Texte'),
        message: canary('Decision'),
        facts: canary('Faits'),
        law: canary('Droit'),
        illegality: canary('Illegalite'),
        contact: canary('Contact'),
      };
      const { id } = await received();
      await inbox().does(id, { action: 'note', message: words.note });
      const items = [{ name: words.item, basis: words.basis }];
      await inbox().does(id, { action: 'ask-items', items, answerBy: in2weeks });
      const decision = {
        ...refusal,
        message: words.message,
        reasons: { law: words.law, facts: words.facts },
        illegality: words.illegality,
      };
      await inbox().does(id, { action: 'draft', decision });
      await inbox(lea).does(id, { action: 'approve', ...handwritten });
      const other = await received();
      const to = { kind: 'elsewhere', name: 'Agglomération', contact: words.contact };
      await inbox().does(other.id, { action: 'forward', to });
      await mailsTo(other.email, other, /transmise/);
      const rows = JSON.stringify(await harness.knex('guichet_events'));
      for (const [name, word] of Object.entries(words)) {
        assert.ok(!rows.includes(word), name);
        assert.ok(!harness.logs().includes(word), name);
        // Whoever is forwarded is told how to reach who answers.
        const mailed = smtp.mails.some(({ parsed }) => `${parsed.text}${String(parsed.html)}`.includes(word));
        assert.equal(mailed, name === 'contact', name);
      }
    });
  });
}
