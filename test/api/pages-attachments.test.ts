/** Files by a browser that runs no script: with a request and with a message, refused in words, fetched back. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Attachment } from '@guichet/contracts/attachment';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { aPdf, aPng } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount } from './admin-calls.js';
import { favril, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';
import { attribute, type ChosenFile, elements, openPage, type PlainPage, textOf } from './plain-page.js';

/** What the harness calls itself: browsers send it as the origin of the pages' forms. */
const OWN = 'http://127.0.0.1';
const MEGABYTE = 1024 * 1024;

const filled = {
  nature: 'request',
  subject: 'Éclairage',
  message: 'Bonjour,\n\nLe lampadaire ne s’allume plus.',
  'sender.kind': 'individual',
  'sender.givenName': 'Angela',
  'sender.familyName': 'Dubois',
  'sender.postalAddress.lines': '3 rue de la Mairie',
  'sender.postalAddress.postalCode': '28190',
  'sender.postalAddress.city': 'Le Favril',
  'sender.email': 'angela.dubois@boite.example',
};

const author = { givenName: 'Marie', familyName: 'Dupont', capacity: 'Maire', service: 'Mairie du Favril' };

const pdf = (name: string, text = name): ChosenFile => ({ name, bytes: aPdf(text) });
const largePdf = (name: string, bytes: number): ChosenFile =>
  pdf(name, randomBytes(bytes / 2).toString('hex'));

/** With ordinary spaces, and without the isolates around names. */
const plain = (text: string) =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .trim();

/** The sentence beside the field, which the summary links to. */
function refusalOn(page: PlainPage): string {
  const error = page.byId('file-error');
  assert.ok(error, page.text);
  assert.equal(attribute(page.byId('file')!, 'aria-invalid'), 'true');
  const links = elements(page.byId('summary')!).filter(({ tagName }) => tagName === 'a');
  const link = links.find((each) => attribute(each, 'href') === '#file');
  assert.equal(textOf(link!), textOf(error));
  return plain(textOf(error));
}

/** Names of the files that a form would still send. */
function keptOn(page: PlainPage): string[] {
  const boxes = page.elements.filter((each) => attribute(each, 'name') === 'removed');
  return boxes.map((box) => textOf(elements(box.parentNode!).find(({ tagName }) => tagName === 'bdi')!));
}

const idOf = (page: PlainPage, name: string): string => {
  const box = page.elements.find(
    (each) => attribute(each, 'name') === 'removed' && textOf(each.parentNode!).includes(name),
  );
  return attribute(box!, 'value')!;
};

after(stopDatabases);

for (const database of databases) {
  describe(`files without JavaScript, on ${database}`, () => {
    let harness: Harness;
    let marie: Account;

    before(async () => {
      harness = await startHarness({
        database,
        config: {
          rates: { upload: generous, uploadToAdministration: generous, send: generous, track: generous },
          attachments: { maxFiles: 3, maxFileBytes: 1.5 * MEGABYTE, maxTotalBytes: 2 * MEGABYTE },
        },
      });
      const administrations = getService(harness.strapi, 'administration');
      const { uid } = await administrations.create({ ...favril, languages: ['fr', 'en'] });
      marie = await makeAccount(harness, 'guichet-mayor');
      await marie.serves(uid);
    });
    after(() => harness.stop());

    const open = (query = '') =>
      openPage(harness.origin + pathOf('contactPage', '28148') + query, { origin: OWN });
    const review = async (files: readonly ChosenFile[], changes: Record<string, string> = {}) =>
      (await open()).press('review', { ...filled, ...changes }, {}, files);
    const count = async () => (await harness.knex('guichet_attachments')).length;

    /** Presses a button that stands beside a file. */
    async function pressBeside(page: PlainPage, name: string, value: string): Promise<Response> {
      const button = page.elements.find(
        (each) =>
          each.tagName === 'button' && attribute(each, 'name') === name && attribute(each, 'value') === value,
      )!;
      const form = attribute(button, 'form');
      const values = form
        ? elements(page.byId(form)!).filter(({ tagName }) => tagName === 'input')
        : elements(page.all('form').find((each) => elements(each).includes(button))!);
      const body = new URLSearchParams({ [name]: value });
      for (const input of values.filter(({ tagName }) => tagName === 'input'))
        body.append(attribute(input, 'name')!, attribute(input, 'value') ?? '');
      const address = harness.origin + pathOf('trackingPage', '28148');
      return fetch(form ? address : page.url, { method: 'POST', body, headers: { Origin: OWN } });
    }

    it('leave with the request, stand on its receipt, and are fetched back as they were', async () => {
      const files = [pdf('Plan 🏡 été.pdf'), pdf('عقد.pdf')];
      const reviewed = await review(files);
      assert.equal(reviewed.heading, 'Relisez votre message');
      assert.deepEqual(keptOn(reviewed).length, 2);
      const sent = await reviewed.press('send');
      assert.equal(sent.status, 201, sent.text);
      assert.match(sent.text, /Plan 🏡 été\.pdf.*عقد\.pdf/);
      // Sent again from the same page, it is the same receipt, with its files.
      const again = await reviewed.press('send');
      assert.equal(again.fact('Référence'), sent.fact('Référence'));
      assert.match(again.text, /Plan 🏡 été\.pdf/);

      const opened = await sent.press('open');
      const buttons = opened.elements.filter((each) => attribute(each, 'name') === 'download');
      assert.match(plain(textOf(buttons[0]!)), /^Télécharger Plan 🏡 été\.pdf \(\d+ octets\)$/u);
      for (const [i, button] of buttons.entries()) {
        const got = await pressBeside(opened, 'download', attribute(button, 'value')!);
        assert.equal(got.status, 200);
        assert.ok(Buffer.from(await got.arrayBuffer()).equals(Buffer.from(files[i]!.bytes)));
        assert.match(got.headers.get('content-disposition')!, /^attachment; /);
        assert.equal(got.headers.get('content-security-policy'), "sandbox; default-src 'none'");
        assert.equal(got.headers.get('cache-control'), 'private, no-store');
        assert.ok(!got.url.includes('?'));
      }
    });

    it('stay through what is to be corrected, and can be taken away', async () => {
      const wrong = await review([pdf('a.pdf'), pdf('b.pdf')], { 'sender.email': 'angela' });
      assert.equal(wrong.status, 400);
      assert.deepEqual(keptOn(wrong), ['a.pdf', 'b.pdf']);
      assert.equal(wrong.values('review')['message'], filled.message);
      const more = await wrong.press('review', { 'sender.email': filled['sender.email'] }, {}, [
        pdf('c.pdf'),
      ]);
      assert.equal(more.heading, 'Relisez votre message');
      const answer = await pressBeside(
        more,
        'removed',
        attribute(
          more.elements.find((each) => attribute(each, 'name') === 'removed')!,
          'value',
        )!,
      );
      assert.equal(answer.status, 200);
      const source = await answer.text();
      assert.ok(!source.includes('a.pdf') && source.includes('b.pdf') && source.includes('c.pdf'));
      const edited = await more.press('edit');
      assert.deepEqual(keptOn(edited), ['a.pdf', 'b.pdf', 'c.pdf']);
      const less = await edited.press('review', { removed: idOf(edited, 'b.pdf') });
      const sent = await less.press('send');
      assert.match(sent.text, /a\.pdf.*c\.pdf/);
      assert.ok(!sent.text.includes('b.pdf'));
    });

    it('are refused each in a sentence, and neither the text nor the other files are lost', async () => {
      const before = await count();
      const page = await review([
        pdf('bon.pdf'),
        { name: 'page.pdf', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') },
        { name: 'vide.pdf', bytes: Buffer.alloc(0) },
        { name: 'cassé.pdf', bytes: Buffer.from('%PDF-1.7\nbroken') },
        { name: 'image.png', bytes: aPng({ width: 30_000, height: 30_000 }) },
        largePdf('lourd.pdf', 1.6 * MEGABYTE),
      ]);
      assert.equal(page.status, 400);
      assert.deepEqual(keptOn(page), ['bon.pdf']);
      for (const [name, value] of Object.entries(filled))
        assert.equal(page.values('review')[name], value, name);
      const refusal = refusalOn(page);
      for (const sentence of [
        '« page.pdf » : Ce type de fichier n’est pas accepté',
        '« vide.pdf » : Ce fichier est vide.',
        '« cassé.pdf » : Ce fichier est abîmé ou incomplet.',
        '« image.png » : Cette image a trop de points',
        '« lourd.pdf » : Ce fichier est trop lourd : 1,5 Mo au plus.',
      ])
        assert.ok(refusal.includes(sentence), `${sentence} — ${refusal}`);
      assert.equal(await count(), before + 1);
      assert.equal((await page.press('review')).heading, 'Relisez votre message');
    });

    it('are as many and as heavy as the hosting says; those that are one too many are told', async () => {
      const page = await review(['1.pdf', '2.pdf', '3.pdf', '4.pdf', '5.pdf'].map((name) => pdf(name)));
      assert.deepEqual(keptOn(page), ['1.pdf', '2.pdf', '3.pdf']);
      assert.match(
        refusalOn(page),
        /« 4\.pdf » : Ce fichier n’a pas été ajouté : 3 fichiers au plus.*5\.pdf/u,
      );
      const more = await page.press('review', {}, {}, [pdf('6.pdf')]);
      assert.match(refusalOn(more), /6\.pdf.*3 fichiers au plus/u);
      const heavy = await review([largePdf('x.pdf', 1.2 * MEGABYTE), largePdf('y.pdf', 1.2 * MEGABYTE)]);
      assert.deepEqual(keptOn(heavy), ['x.pdf']);
      assert.match(refusalOn(heavy), /y\.pdf.*dépasseraient 2 Mo ensemble/u);
      const whole = await review([1, 2, 3, 4].map((n) => largePdf(`${n}.pdf`, 1.4 * MEGABYTE)));
      assert.equal(whole.status, 413);
      assert.match(whole.text, /trop lourd.*Revenez à la page précédente.*moins de fichiers/u);
    });

    it('may be called anything: in 300 letters, in emoji, from right to left, as markup', async () => {
      const names = [`${'é'.repeat(300)}.pdf`, 'facture\u202efdp.exe', '"><img src=x onerror=alert(1)>.pdf'];
      const page = await review(names.map((name) => pdf(name, 'x')));
      assert.equal(page.heading, 'Relisez votre message');
      assert.equal(page.all('img').length, 0);
      assert.deepEqual(keptOn(page), [
        `${'é'.repeat(88)}.pdf`,
        'facturefdp.pdf',
        '___img src=x onerror=alert(1)_.pdf',
      ]);
      const sent = await page.press('send');
      assert.equal(sent.status, 201);
      const opened = await sent.press('open');
      for (const each of [page, await page.press('edit'), sent, opened]) {
        assert.ok(
          Buffer.byteLength(each.source) <= 20_000,
          `${each.title}: ${Buffer.byteLength(each.source)}`,
        );
        assert.equal(each.all('img').length, 0);
      }
      // What is refused keeps its name within a line as well.
      const empty = names.map((name) => ({ name, bytes: Buffer.alloc(0) }));
      const refused = await review(empty);
      assert.equal(refused.all('img').length, 0);
      assert.ok(refusalOn(refused).includes(`${'é'.repeat(60)}…`));
      assert.doesNotMatch(refusalOn(refused), /\u202e/);
    });

    it('cannot be put into the form by a hand that changes what the page says', async () => {
      const page = await review([pdf('a.pdf')]);
      const files = page.values('send')['files']!;
      const sent = await page.press('send', { files: files.replace('a.pdf', 'b.pdf') });
      assert.equal(sent.status, 201);
      assert.ok(!sent.text.includes('b.pdf') && !sent.text.includes('a.pdf'));
    });

    it('that are no longer there are asked for again; all else stays', async () => {
      const page = await review([pdf('a.pdf'), pdf('b.pdf')]);
      const [{ id }] = JSON.parse(page.values('send')['files']!.replace(/^[^.]*\./, '')) as [{ id: string }];
      await harness.knex('guichet_attachments').where({ id }).delete();
      const answer = await page.press('send');
      assert.equal(answer.status, 400);
      assert.match(refusalOn(answer), /« a\.pdf » : Ce fichier a été envoyé il y a plus d’un jour/u);
      assert.deepEqual(keptOn(answer), ['b.pdf']);
      assert.equal(answer.values('review')['message'], filled.message);
    });

    it('come with a message, or alone; the bearer may end meanwhile, and they are kept', async () => {
      const opened = await (await (await review([])).press('send')).press('open');
      const alone = await opened.press('message', {}, {}, [pdf('pièce.pdf')]);
      assert.equal(alone.status, 201, alone.text);
      assert.match(plain(alone.text), /Télécharger pièce\.pdf/u);
      assert.deepEqual(keptOn(alone), []);
      const refused = await alone.press('message', { message: 'Voici.' }, {}, [
        pdf('bon.pdf'),
        { name: 'vide.pdf', bytes: Buffer.alloc(0) },
      ]);
      assert.equal(refused.status, 400);
      assert.deepEqual(keptOn(refused), ['bon.pdf']);
      assert.equal(refused.values('message')['message'], 'Voici.');
      assert.ok(refusalOn(refused).includes('vide.pdf'));
      // Reading again, withdrawing and coming back lose neither.
      const withdrawing = await refused.press('withdraw');
      const back = await withdrawing.press('refresh');
      assert.deepEqual(keptOn(back), ['bon.pdf']);
      const token = back.values('message')['token']!.replace(/.$/, '');
      const door = await back.press('message', { token });
      assert.equal(door.status, 401);
      assert.match(door.text, /Les fichiers que vous avez ajoutés sont conservés/);
      const values = { reference: opened.fact('Référence')!, trackingCode: '4F7T-2MZK-8RWA-Q6PH' };
      const wrong = await door.press('open', values);
      assert.equal(wrong.values('open')['files'], door.values('open')['files']);
      const sent = await back.press('message');
      assert.equal(sent.status, 201);
      assert.match(plain(sent.text), /Voici\..*Télécharger bon\.pdf/u);
    });

    it('come back with a decision: its signed copy, beside what was decided', async () => {
      const sent = await (await review([])).press('send');
      const row = await harness
        .knex('guichet_requests')
        .where({ reference: sent.fact('Référence') })
        .first<{ id: string }>('id');
      const at = (path: string) => path.replace(':id', row.id);
      const scan = aPdf('signé');
      const { body: file } = await marie.send<Attachment>(
        at(adminPaths.inboxAttachments),
        scan,
        'arrêté signé.pdf',
      );
      const { body: seen } = await marie.call<InboxRequest>('GET', at(adminPaths.inboxRequest));
      const decision = { outcome: 'granted', message: 'C’est accepté.', author };
      const act = (body: object) => marie.call<any>('POST', at(adminPaths.inboxActions), body);
      const draft = await act({ action: 'draft', seen: seen.version, decision });
      const approve = { action: 'approve', seen: draft.body.version, attachments: [file.id] };
      // Approved alone, nothing leaves that they could go with.
      const alone = await act(approve);
      assert.deepEqual(alone.body.error.details.errors, [{ path: 'attachments', code: 'not-allowed' }]);
      const notified = await act({ ...approve, signature: 'handwritten' });
      assert.equal(notified.status, 200, JSON.stringify(notified.body));
      const granted = (notified.body as InboxRequest).timeline.at(-1)!;
      assert.deepEqual(
        [granted.kind, granted.attachments.map(({ name }) => name)],
        ['granted', ['arrêté signé.pdf']],
      );
      const opened = await sent.press('open');
      const got = await pressBeside(opened, 'download', file.id);
      assert.ok(Buffer.from(await got.arrayBuffer()).equals(scan));
    });

    it('are fetched by whoever holds the bearer, from these pages, and by nobody else', async () => {
      const opened = await (await (await review([pdf('a.pdf')])).press('send')).press('open');
      const other = await (await (await review([pdf('b.pdf')])).press('send')).press('open');
      const id = attribute(
        opened.elements.find((each) => attribute(each, 'name') === 'download')!,
        'value',
      )!;
      const address = harness.origin + pathOf('trackingPage', '28148');
      const get = async (body: Record<string, string>, origin = OWN) => {
        const headers = { Origin: origin };
        const got = await fetch(address, { method: 'POST', body: new URLSearchParams(body), headers });
        return [got.status, got.headers.get('content-type')];
      };
      const token = opened.values('refresh')['token']!;
      assert.deepEqual(await get({ token, download: id }), [200, 'application/pdf']);
      const page = 'text/html; charset=utf-8';
      assert.deepEqual(await get({ token: other.values('refresh')['token']!, download: id }), [404, page]);
      assert.deepEqual(await get({ token: 'x.y.z.w', download: id }), [401, page]);
      assert.deepEqual(await get({ token, download: id }, TRILPORT), [403, page]);
      await harness.knex('guichet_attachments').where({ id }).update({ state: 'waiting' });
      assert.deepEqual(await get({ token, download: id }), [409, page]);
      const waiting = await opened.press('refresh');
      assert.match(plain(waiting.text), /a\.pdf \(\d+ octets\) – en cours de vérification/u);
    });
  });
}
