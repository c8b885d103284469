/** On the page without JavaScript: what the mairie waits for, what it decided, and what can be asked of it by right. */
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { silenceChoices } from '../../packages/strapi-plugin/server/src/domain/silence-choices.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { makeAccount } from './admin-calls.js';
import { favril } from './calls.js';
import { inboxOf, type Received, receivedAt } from './examined.js';
import { generous, type Harness, startHarness } from './harness.js';
import { attribute, openPage, type PlainPage, textOf } from './plain-page.js';

const OWN = 'http://127.0.0.1';
const mayor = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie du Favril' };
const reasons = { law: 'CGCT L2144-3 <script>', facts: 'La salle est prise ce jour-là.' };
const today = Temporal.Now.plainDateISO('Europe/Paris');
const monthsAgo = (months: number) =>
  new Date(
    today.subtract({ months }).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '10:00' })
      .epochMilliseconds,
  );

describe('the examination of a request, without JavaScript', () => {
  let harness: Harness;
  let inbox: ReturnType<typeof inboxOf>;

  before(() => start());
  after(() => harness.stop());

  async function start(config: object = {}): Promise<void> {
    const rates = { send: generous, sendToAdministration: generous, track: generous, read: generous };
    harness = await startHarness({ config: { rates: { ...rates, ...config } } });
    const administrations = getService(harness.strapi, 'administration');
    const { uid } = await administrations.create({ ...favril, languages: ['fr', 'en'] });
    // Who may also decide.
    const lea = await makeAccount(harness, 'guichet-mayor', { firstname: 'Léa', lastname: 'Martin' });
    await lea.serves(uid);
    inbox = inboxOf(lea);
  }

  async function opened({ reference, trackingCode }: Received, query = ''): Promise<PlainPage> {
    const door = await openPage(harness.origin + pathOf('trackingPage', '28148') + query, { origin: OWN });
    const page = await door.press('open', { reference, trackingCode });
    assert.equal(page.status, 200);
    return page;
  }

  /** What the section at its head says. */
  function standing(page: PlainPage): string {
    const section = page.all('section').find((each) => attribute(each, 'aria-labelledby') === 'standing');
    assert.ok(section, 'nothing says where the request stands');
    return textOf(section).replace(/[\s\u00a0]+/g, ' ');
  }
  const plain = (page: PlainPage) => page.text.replace(/[\s\u00a0]+/g, ' ');
  const hasButton = (page: PlainPage, value: string) =>
    page.all('button').some((button) => attribute(button, 'value') === value);
  const isLight = (page: PlainPage) =>
    assert.ok(Buffer.byteLength(page.source) <= 20 * 1024, String(Buffer.byteLength(page.source)));

  const refusedBySilence = () => receivedAt(harness, monthsAgo(3));

  async function acceptedBySilence(): Promise<Received> {
    const request = await receivedAt(harness, monthsAgo(3));
    const events = () => harness.knex('guichet_events').where({ request_id: request.id, seq: 1 });
    const { facts } = (await events().first('facts'))!;
    const opening = { ...JSON.parse(facts).opening, silence: silenceChoices.acceptance };
    await events().update({ facts: JSON.stringify({ opening }) });
    await getService(harness.strapi, 'law').keepDeadlines(new Date());
    return request;
  }

  it('lists what is missing, and takes it with the word that this is all', async () => {
    const request = await receivedAt(harness, new Date());
    const before = await opened(request);
    assert.ok(!before.byId('completes'));
    const item = { name: 'Plan de la salle <b>', basis: 'Règlement, art. 3' };
    const answerBy = today.add({ weeks: 2 }).toString();
    await inbox.does(request.id, { action: 'ask-items', items: [item, { name: 'Le jour' }], answerBy });
    const page = await before.press('refresh');
    assert.match(
      standing(page),
      /La mairie vous a demandé.*Plan de la salle <b> \(exigé par : Règlement, art\. 3\)/,
    );
    assert.match(standing(page), /inclus pour les fournir.*le délai de réponse est suspendu/);
    isLight(page);

    const late = await page.press('message', { message: '', completes: 'yes' });
    assert.equal(late.status, 400);
    const some = await page.press('message', { message: 'Voici le plan.' });
    assert.equal(some.status, 201);
    assert.match(standing(some), /La mairie vous a demandé/);
    const all = await some.press('message', { message: 'Et le jour.', completes: 'yes' });
    assert.equal(all.status, 201);
    assert.doesNotMatch(standing(all), /vous a demandé/);
    assert.match(all.text, /Vous avez fourni ce qui était demandé/);
    assert.ok(!all.byId('completes'));
  });

  it('keeps what was ticked with what was written, where it could not leave', async () => {
    const request = await receivedAt(harness, new Date());
    await inbox.does(request.id, { action: 'ask-items', items: [{ name: 'Le jour' }] });
    const page = await opened(request);
    assert.match(standing(page), /Cela ne change pas le délai de réponse\./);
    const long = await page.press('message', { message: 'a'.repeat(9000), completes: 'yes' });
    assert.equal(long.status, 400);
    assert.equal(long.values('message')['completes'], 'yes');
  });

  it('shows who decided, the text once, the reasons, and how to challenge; proves it to anyone', async () => {
    const request = await receivedAt(harness, new Date());
    const decision = { outcome: 'refused', message: 'Cette salle est prise.', author: mayor, reasons };
    await inbox.does(request.id, { action: 'decide', decision, signature: 'handwritten' });
    const page = await opened(request);
    assert.match(
      standing(page),
      /La mairie a refusé votre demande le .* Vous pouvez contester ce refus jusqu’au/,
    );
    for (const said of [
      'Léa Martin, Maire, Mairie du Favril',
      reasons.law,
      reasons.facts,
      'Tribunal administratif',
    ])
      assert.ok(standing(page).includes(said), said);
    assert.equal(plain(page).split('Cette salle est prise.').length, 2);
    assert.ok(!hasButton(page, 'withdraw') && !hasButton(page, 'reasons'));
    isLight(page);
    const pdf = await page.download('document', 'decision');
    assert.deepEqual([pdf.status, pdf.headers.get('content-type')], [200, 'application/pdf']);
    assert.match(pdf.headers.get('content-disposition')!, /^attachment; .*decision-28148-.*\.pdf/);

    const verified = await page.press('verify');
    assert.equal(verified.status, 200);
    assert.match(
      plain(verified),
      /Cette décision a bien été notifiée .* pour la mairie du Favril et n’a pas été modifiée\./,
    );
    assert.equal(verified.fact('Ce qui a été décidé'), 'La demande est refusée');
    assert.equal(verified.fact('Décision prise par'), 'Léa Martin, Maire, Mairie du Favril');
    assert.match(verified.fact('Empreinte SHA-256 du texte de la décision')!, /^[\da-f]{64}$/);
    assert.doesNotMatch(verified.text, /Cette salle est prise|Dubois/);
    const text = `${decision.message}\n\n${reasons.law}\n\n\n${reasons.facts}\n`;
    assert.match(plain(await verified.press('verify', { text })), /est exactement celui qui a été notifié/);
    const other = await verified.press('verify', { text: text.replace('prise', 'libre') });
    assert.match(plain(other), /n’est pas exactement celui qui a été notifié/);
  });

  it('lets the reasons of a tacit refusal be asked for, once, and shows them once given', async () => {
    const request = await refusedBySilence();
    await getService(harness.strapi, 'law').keepDeadlines(new Date());
    const page = await opened(request);
    assert.match(standing(page), /Vous pouvez demander pourquoi/);
    const asked = await page.press('reasons', { message: 'Une phrase commencée' });
    assert.equal(asked.status, 201);
    assert.match(plain(asked), /C’est demandé\./);
    assert.match(
      standing(asked),
      /Vous avez demandé les motifs de ce refus .* doit vous répondre avant la fin du \d/,
    );
    assert.equal(asked.values('message')['message'], 'Une phrase commencée');
    assert.ok(!hasButton(asked, 'reasons'));

    // The button pressed twice on one page.
    const again = await page.press('reasons');
    assert.equal(again.status, 201);
    assert.equal(plain(again).split('Vous avez demandé les motifs du refus').length, 2);

    await inbox.does(request.id, { action: 'give-reasons', reasons, author: mayor });
    const given = await asked.press('refresh');
    assert.match(standing(given), /La mairie vous les donne :/);
    assert.ok(standing(given).includes(reasons.law) && standing(given).includes(reasons.facts));
    isLight(given);
  });

  it('says so where they can no longer be asked for, and where another thing left under the key', async () => {
    const request = await refusedBySilence();
    const [page, other] = [await opened(request), await opened(request)];
    const sent = await page.press('message', { message: 'Pourquoi ?' });
    assert.equal(sent.status, 201);
    const reused = await page.press('reasons');
    assert.equal(reused.status, 422);
    assert.match(plain(reused), /Ce n’est pas encore demandé\./);
    assert.equal((await reused.press('reasons')).status, 201);
    const late = await other.press('reasons');
    assert.equal(late.status, 409);
    assert.match(plain(late), /Cela ne peut plus être demandé\./);
    assert.match(standing(late), /Vous avez demandé les motifs/);
  });

  it('lets the attestation of a tacit acceptance be asked for, and proves it', async () => {
    const request = await acceptedBySilence();
    const page = await opened(request);
    assert.match(standing(page), /Vous pouvez demander une attestation/);
    const asked = await page.press('attestation');
    assert.equal(asked.status, 201);
    assert.match(standing(asked), /Vous avez demandé une attestation/);
    await inbox.does(request.id, { action: 'attest', author: mayor, noRefusal: true });
    const issued = await asked.press('refresh');
    assert.match(standing(issued), /La mairie atteste que votre demande est acceptée depuis le/);
    const pdf = await issued.download('document', 'attestation');
    assert.deepEqual([pdf.status, pdf.headers.get('content-type')], [200, 'application/pdf']);
    assert.match(pdf.headers.get('content-disposition')!, /attestation-28148-.*\.pdf/);
    const verified = await issued.press('verify');
    assert.match(plain(verified), /Cette attestation a bien été délivrée/);
    assert.match(verified.fact('Ce qui a été décidé')!, /par décision implicite/);
    assert.equal(verified.fact('Attesté par'), 'Léa Martin, Maire, Mairie du Favril');
    assert.ok(!verified.byId('text'));
    isLight(issued);
  });

  it('is not asked by who has no bearer', async () => {
    const page = await opened(await refusedBySilence());
    const refused = await page.press('reasons', { token: 'forged' });
    assert.equal(refused.status, 401);
    assert.ok(hasButton(refused, 'open'));
  });

  it('says to whom a request was passed on, and how to reach it', async () => {
    const request = await receivedAt(harness, new Date());
    const to = { kind: 'elsewhere', name: 'Chartres métropole', contact: 'contact@metropole.example' };
    await inbox.does(request.id, { action: 'forward', to });
    const page = await opened(request);
    assert.match(standing(page), /a été transmise le .* à Chartres métropole/);
    assert.ok(page.all('a').some((link) => attribute(link, 'href') === 'mailto:contact@metropole.example'));
    assert.match(standing(await opened(request, '?lang=en')), /was passed on to Chartres métropole/);
  });

  it('waits where too much was sent, and is asked for later under the same key', async () => {
    await harness.stop();
    await start({ send: { points: 1, seconds: 120 } });
    const first = await opened(await refusedBySilence());
    const page = await first.press('message', { message: 'Pourquoi ?' });
    const late = await page.press('reasons', { message: 'Une phrase commencée' });
    assert.equal(late.status, 429);
    assert.ok(Number(late.headers.get('retry-after')) > 60);
    assert.match(plain(late), /patientez 2 minutes/);
    assert.equal(late.values('message')['idempotencyKey'], page.values('message')['idempotencyKey']);
    assert.equal(late.values('message')['message'], 'Une phrase commencée');
  });
});
