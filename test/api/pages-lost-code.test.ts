/** On the page without JavaScript: a link, by mail, to who lost the code. */
import { LINK_FRAGMENT, pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SmtpCatcher, startSmtp } from '../smtp.js';
import { angela, aRequest, begun, seed, send } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';
import { attribute, elements, openPage, type PlainPage, postPage, textOf } from './plain-page.js';

/** What the harness calls itself: browsers send it as the origin of the pages' forms. */
const OWN = 'http://127.0.0.1';

after(stopDatabases);

for (const database of databases) {
  describe(`who lost the code, without JavaScript, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let uid: string;

    before(async () => {
      smtp = await startSmtp();
      await start({ wrongCode: { points: 100, seconds: 60 } });
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    async function start(rates: object): Promise<void> {
      harness = await startHarness({ database, smtpPort: smtp.port, config: { rates } });
      ({ favril: uid } = await seed(harness));
    }

    /** Of somebody of his own, whose receipt has come. */
    async function sent() {
      const email = `r${randomUUID()}@boite.example`;
      const body = { ...aRequest({ sender: { ...angela, email } }), formToken: begun(harness, uid) };
      const { reference } = (await send(harness, body)).body;
      await smtp.until(email, 1);
      return { reference, email };
    }
    const door = (query = '') =>
      openPage(harness.origin + pathOf('trackingPage', '28148') + query, { origin: OWN });
    const plain = (page: PlainPage) => page.text.replace(/[\s\u00a0]+/g, ' ');
    const isLight = (page: PlainPage) => Buffer.byteLength(page.source) <= 20 * 1024;
    const isOpen = (page: PlainPage) => attribute(page.all('details')[0]!, 'open') !== undefined;
    const errorOf = (page: PlainPage, name: string) => {
      const error = page.byId(`${name}-error`);
      return error && textOf(error);
    };
    const answer =
      /Si des demandes ont été faites ici avec cette adresse, un courriel avec un lien part dans quelques minutes\. Rien n’arrive \? Regardez parmi les courriels indésirables, ou téléphonez-nous\./;

    it('finds a form folded below the code, in a page light enough', async () => {
      const page = await door();
      const [details] = page.all('details');
      assert.ok(details && !isOpen(page));
      const [summary] = elements(details).filter(({ tagName }) => tagName === 'summary');
      assert.equal(textOf(summary!), 'Vous n’avez plus le code de suivi\u00a0?');
      assert.match(textOf(details), /ne peut pas être montré une seconde fois/);
      assert.deepEqual(page.values('link'), { linkEmail: '' });
      assert.ok(isLight(page), String(page.source.length));
    });

    it('is sent a link that leads to this page, and reads the same answer where nothing was sent from there', async () => {
      const { email } = await sent();
      const stranger = `r${randomUUID()}@boite.example`;
      const page = await door();
      const right = await page.press('link', { linkEmail: ` ${email.toUpperCase()}` });
      const wrong = await page.press('link', { linkEmail: stranger });
      for (const each of [right, wrong]) {
        assert.equal(each.status, 200);
        assert.match(plain(each), answer);
        assert.ok(isOpen(each) && isLight(each));
        assert.doesNotMatch(each.title, /Erreur/);
      }
      const without = (each: PlainPage) => each.source.replace(/value="[^"]*"/g, '');
      assert.equal(without(right), without(wrong));
      const [, mail] = await smtp.until(email, 2);
      assert.ok(mail!.parsed.text!.includes(pathOf('trackingPage', '28148') + LINK_FRAGMENT));
      await sleep(200);
      assert.equal(smtp.to(stranger).length, 0);
    });

    it('reads what is wrong with the address, finds the form unfolded, and loses nothing', async () => {
      const page = await door();
      const empty = await page.press('link');
      assert.equal(empty.status, 400);
      assert.match(empty.title, /^Erreur/);
      assert.ok(isOpen(empty));
      assert.match(errorOf(empty, 'linkEmail')!, /^Saisissez l’adresse électronique/);
      const links = elements(empty.byId('summary')!).flatMap((each) => attribute(each, 'href') ?? []);
      assert.deepEqual(links, ['#linkEmail']);

      const typed = { linkEmail: '"><script>alert(1)</script>@x' };
      const wrong = await empty.press('link', typed);
      assert.equal(wrong.status, 400);
      assert.match(errorOf(wrong, 'linkEmail')!, /erreur de frappe/);
      assert.deepEqual(wrong.values('link'), typed);
      assert.equal(wrong.all('script').length, 0);
    });

    it('finds the reference that did not open, and keeps the message that was being written', async () => {
      const { reference, email } = await sent();
      const page = await door();
      const refused = await page.press('open', { reference, trackingCode: '0000-0000-0000-0000' });
      assert.equal(refused.status, 404);
      assert.ok(!isOpen(refused));

      const body = new URLSearchParams({ step: 'message', token: 'forged', message: 'Une phrase commencée' });
      const expired = await postPage(page.url, body, { origin: OWN });
      assert.equal(expired.status, 401);
      const kept = await expired.press('link', { linkEmail: email });
      assert.match(plain(kept), answer);
      assert.equal(kept.values('open')['message'], 'Une phrase commencée');
      assert.equal(kept.values('link')['message'], 'Une phrase commencée');
      const asked = await refused.press('link', { linkEmail: email });
      assert.match(plain(asked), answer);
      assert.equal(asked.values('open')['reference'], reference);
    });

    it('speaks English where it is asked for', async () => {
      const asked = await (await door('?lang=en')).press('link', { linkEmail: 'a@b.example' });
      assert.match(asked.text, /If requests were made here with this address, an e-mail with a link leaves/);
    });

    it('waits where too much was tried, and loses nothing', async () => {
      const { email } = await sent();
      await harness.stop();
      await start({ wrongCode: { points: 1, seconds: 240 } });
      const typed = { linkEmail: email };
      const first = await (await door()).press('link', typed);
      assert.equal(first.status, 200);
      const late = await first.press('link');
      assert.equal(late.status, 429);
      assert.ok(Number(late.headers.get('retry-after')) > 180);
      assert.match(plain(late), /patientez 4 minutes/);
      assert.ok(isOpen(late));
      assert.deepEqual(late.values('link'), typed);
    });
  });
}
