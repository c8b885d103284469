/** On the page without JavaScript: where a request stands in law, and withdrawing it in two steps. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount } from './admin-calls.js';
import { aRequest, begun, favril, roads, send } from './calls.js';
import { type Harness, startHarness } from './harness.js';
import { attribute, elements, openPage, type PlainPage, textOf } from './plain-page.js';

/** What the harness calls itself: browsers send it as the origin of the pages' forms. */
const OWN = 'http://127.0.0.1';

describe('an opened request, without JavaScript', () => {
  let harness: Harness;
  let uid: string;
  let marie: Account;

  before(() => start());
  after(() => harness.stop());

  async function start(options: Parameters<typeof startHarness>[0] = {}): Promise<void> {
    harness = await startHarness(options);
    const administrations = getService(harness.strapi, 'administration');
    ({ uid } = await administrations.create({ ...favril, languages: ['fr', 'en'] }));
    await administrations.addDesk(uid, roads);
    marie = await makeAccount(harness);
    await marie.serves(uid);
  }

  async function opened(changes: Parameters<typeof aRequest>[0] = {}, query = '') {
    const { body } = await send(harness, { ...aRequest(changes), formToken: begun(harness, uid) });
    const { reference, trackingCode } = body;
    const door = await openPage(harness.origin + pathOf('trackingPage', '28148') + query, { origin: OWN });
    const page = await door.press('open', { reference, trackingCode });
    assert.equal(page.status, 200);
    const { id } = await harness.knex('guichet_requests').where({ reference }).first('id');
    return { page, id: id as string, reference, trackingCode };
  }

  async function act(id: string, action: object): Promise<void> {
    const path = (template: string) => template.replace(':id', id);
    const { body } = await marie.call<InboxRequest>('GET', path(adminPaths.inboxRequest));
    const seen = body.version;
    const { status } = await marie.call('POST', path(adminPaths.inboxActions), { seen, ...action });
    assert.equal(status, 200);
  }

  /** What the section at its head says. */
  function standing(page: PlainPage): string {
    const section = page.all('section').find((each) => attribute(each, 'aria-labelledby') === 'standing');
    assert.ok(section, 'nothing says where the request stands');
    return textOf(section).replace(/[\s\u00a0]+/g, ' ');
  }
  const plain = (page: PlainPage) => page.text.replace(/\u00a0/g, ' ');
  const hasButton = (page: PlainPage, value: string) =>
    page.all('button').some((button) => attribute(button, 'value') === value);

  it('says when the acknowledgement comes, until when an answer is due, and what silence means', async () => {
    const { page } = await opened();
    assert.match(standing(page), /La mairie vous enverra un accusé de réception au plus tard le \d/);
    assert.match(standing(page), /La mairie doit vous répondre avant la fin du \d/);
    assert.match(standing(page), /c’est non \(CRPA L231-4, 2°\)/);
    assert.equal(page.all('details').length, 0);
  });

  it('speaks of no silence after a question', async () => {
    const { page } = await opened({ nature: 'question' });
    assert.doesNotMatch(standing(page), /la loi|doit vous répondre/);
  });

  it('shows the acknowledgement with every mention, unfolded, light enough', async () => {
    const { page, id } = await opened({ recipient: 'voirie' });
    await act(id, { action: 'acknowledge', nature: 'complaint' });
    const read = await page.press('refresh');
    const [details] = read.all('details');
    assert.ok(details && attribute(details, 'open') !== undefined);
    const text = textOf(details).replace(/[\s\u00a0]+/g, ' ');
    for (const mention of [
      'Accusé de réception du ',
      'Reçue le',
      'une réclamation',
      'Mairie du Favril, Service voirie',
      roads.address,
      roads.phone,
      roads.email,
      'sous réserve que votre demande soit complète',
      'décision implicite de rejet (CRPA L231-4, 2°)',
      'Tribunal administratif d’Orléans, dans les 2 mois',
    ])
      assert.ok(text.includes(mention), `${mention} in ${text}`);
    const links = elements(details).filter(({ tagName }) => tagName === 'a');
    assert.deepEqual(
      links.map((link) => attribute(link, 'href')!.replace(/:.*/, '')),
      ['tel', 'mailto', 'https'],
    );
    assert.match(textOf(details), /Télécharger l’accusé de réception \(PDF\)/);
    for (const [kind, file] of [
      ['registration', 'accuse-d-enregistrement'],
      ['acknowledgement', 'accuse-de-reception'],
    ] as const) {
      const pdf = await read.download('document', kind);
      assert.deepEqual([pdf.status, pdf.headers.get('content-type')], [200, 'application/pdf'], kind);
      assert.match(pdf.headers.get('content-disposition')!, new RegExp(`^attachment; .*${file}-28148-`));
    }
    assert.match(standing(read), /La mairie considère votre message comme une réclamation\./);
    assert.match(plain(read), /L’accusé de réception vous a été envoyé/);
    assert.ok(Buffer.byteLength(read.source) <= 20 * 1024, String(Buffer.byteLength(read.source)));
  });

  it('is withdrawn once what follows was said, and shows so', async () => {
    const { page } = await opened();
    const asked = await page.press('withdraw', { message: 'Une phrase commencée' });
    assert.equal(asked.status, 200);
    assert.equal(asked.heading.replace(/\u00a0/g, ' '), 'Retirer votre demande ?');
    assert.match(asked.text, /ne sera plus examinée.*revenir en arrière.*nouvelle demande/);
    assert.ok(Buffer.byteLength(asked.source) <= 20 * 1024);

    const done = await asked.press('withdrawal');
    assert.equal(done.status, 201);
    assert.match(done.text, /Votre demande est retirée\. Elle ne sera plus examinée\./);
    assert.match(done.text, /Vous avez retiré votre demande/);
    assert.doesNotMatch(standing(done), /doit vous répondre/);
    assert.ok(!hasButton(done, 'withdraw') && !hasButton(done, 'message'));
    assert.ok(done.all('textarea').some((area) => textOf(area).includes('Une phrase commencée')));

    const again = await asked.press('withdrawal');
    assert.equal(again.status, 201);
    assert.equal(again.text.split('Vous avez retiré votre demande').length, 2);
  });

  it('is corrected on a page of its own, once, and says what follows from it', async () => {
    const { page } = await opened();
    const asked = await page.press('correct', { message: 'Une phrase commencée' });
    assert.deepEqual([asked.status, asked.heading], [200, 'Corriger votre demande']);
    assert.match(plain(asked), /La date de réception de votre demande ne change pas/);
    const shown = asked.values('correction');
    assert.equal(shown['correction.sender.postalAddress.country'], 'France');
    assert.equal(shown['correction.message'], aRequest().message);
    assert.ok(!('correction.sender.email' in shown));

    const same = await asked.press('correction');
    assert.equal(same.status, 400);
    assert.match(plain(same), /Vous n’avez encore rien changé/);

    const wrong = await asked.press('correction', {
      'correction.subject': '',
      'correction.sender.postalAddress.postalCode': '2819',
      'correction.sender.postalAddress.country': 'Nulle part',
      'correction.message': 'Rue de la Fontaine.\nMerci.',
    });
    assert.equal(wrong.status, 400);
    assert.match(wrong.title, /^Erreur/);
    for (const id of ['correction.subject', 'correction.sender.postalAddress.country'])
      assert.ok(wrong.byId(`${id}-error`), id);
    assert.equal(wrong.values('correction')['correction.message'], 'Rue de la Fontaine.\nMerci.');

    const fields = {
      'correction.subject': 'Lampadaire',
      'correction.sender.postalAddress.country': 'belgique',
    };
    const done = await wrong.press('correction', {
      ...fields,
      'correction.sender.postalAddress.postalCode': '1000',
    });
    assert.equal(done.status, 201);
    assert.equal(done.heading, 'Lampadaire');
    assert.match(
      plain(done),
      /Votre correction est enregistrée\. La date de réception de votre demande reste/,
    );
    assert.ok(
      done.text.includes('Vous avez corrigé votre demande') && done.text.includes(aRequest().message),
    );
    assert.equal(done.values('message')['message'], 'Une phrase commencée');
    const again = await wrong.press('correction', {
      ...fields,
      'correction.sender.postalAddress.postalCode': '1000',
    });
    assert.equal(again.status, 201);
    assert.equal(again.text.split('Vous avez corrigé votre demande').length, 2);
  });

  it('asks for the code again without losing the correction', async () => {
    const { page, reference, trackingCode } = await opened();
    const asked = await page.press('correct', { message: 'Une phrase commencée' });
    const typed = { 'correction.message': 'Rue de la Fontaine.', token: 'forged' };
    const refused = await asked.press('correction', typed);
    assert.equal(refused.status, 401);
    assert.match(plain(refused), /Votre correction n’est pas encore partie/);
    const back = await refused.press('open', { reference, trackingCode });
    assert.deepEqual([back.status, back.heading], [200, 'Corriger votre demande']);
    assert.equal(back.values('correction')['correction.message'], 'Rue de la Fontaine.');
    const done = await back.press('correction');
    assert.equal(done.status, 201);
    assert.equal(done.values('message')['message'], 'Une phrase commencée');
  });

  it('that was closed meanwhile is not corrected, and says so', async () => {
    const { page, id } = await opened();
    const asked = await page.press('correct');
    await act(id, { action: 'close' });
    for (const late of [await asked.press('correction'), await page.press('correct')]) {
      assert.equal(late.status, 409);
      assert.match(plain(late), /Votre demande ne peut plus être corrigée/);
      assert.ok(!hasButton(late, 'correct'));
    }
  });

  it('is kept where the resident thinks better of it, with what was being written', async () => {
    const { page } = await opened();
    const asked = await page.press('withdraw', { message: 'Une phrase commencée' });
    const kept = await asked.press('refresh');
    assert.equal(kept.status, 200);
    assert.equal(kept.values('message')['message'], 'Une phrase commencée');
    assert.ok(hasButton(kept, 'withdraw'));
    assert.doesNotMatch(kept.text, /retiré/);
  });

  it('that was closed meanwhile is not withdrawn, and says so', async () => {
    const { page, id } = await opened();
    const asked = await page.press('withdraw');
    await act(id, { action: 'close' });
    for (const late of [await asked.press('withdrawal'), await page.press('withdraw')]) {
      assert.equal(late.status, 409);
      assert.match(plain(late), /Votre demande n’a pas été retirée : elle était déjà terminée\./);
      assert.doesNotMatch(late.text, /Vous avez retiré/);
    }
  });

  it('is not withdrawn by who has no bearer', async () => {
    const { page } = await opened();
    const asked = await page.press('withdraw');
    for (const each of [page, asked]) {
      const refused = await each.press(each === page ? 'withdraw' : 'withdrawal', { token: 'forged' });
      assert.equal(refused.status, 401);
      assert.ok(hasButton(refused, 'open'));
    }
    assert.ok(hasButton(await page.press('refresh'), 'withdraw'));
  });

  it('speaks English where it is asked for', async () => {
    const { page } = await opened({}, '?lang=en');
    assert.match(standing(page), /The town hall must answer you by the end of \d/);
    const done = await (await page.press('withdraw')).press('withdrawal');
    assert.match(done.text, /Your request is withdrawn\. It will no longer be examined\./);
  });

  it('waits where too much was sent, and is withdrawn later under the same key', async () => {
    await harness.stop();
    await start({ config: { rates: { send: { points: 1, seconds: 120 } } } });
    const { page } = await opened();
    const asked = await page.press('withdraw', { message: 'Une phrase commencée' });
    const late = await asked.press('withdrawal');
    assert.equal(late.status, 429);
    assert.ok(Number(late.headers.get('retry-after')) > 60);
    assert.match(plain(late), /patientez 2 minutes/);
    const { token: _, ...kept } = asked.values('withdrawal');
    const { token: __, ...shown } = late.values('withdrawal');
    assert.deepEqual(shown, kept);
    assert.equal(shown['message'], 'Une phrase commencée');
  });
});
