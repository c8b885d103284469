/**
 * Whatever people and administrations write stays text. Each hostile text goes through a whole journey, in every
 * field at once; every page and mail must then be built of the same elements as those of a harmless text.
 */
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Administration } from '@guichet/contracts/administration';
import type { NewRequestBody } from '@guichet/contracts/request';
import { pathOf, type Route } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { parse } from 'parse5';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount } from './admin-calls.js';
import { aRequest, angela, begun, call, favril, openTracking, roads, send, sirenOf } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';
import { hostileTexts } from './hostile-texts.js';
import { attribute, elements, openPage, type PlainPage, textOf } from './plain-page.js';

const HARMLESS = 'Un texte sans malice';
const OWN = 'http://127.0.0.1';
const addresses = ['href', 'src', 'action', 'formaction'];

after(stopDatabases);

type Document = Parameters<typeof elements>[0];

/** What a document is built of: its elements, their attributes' names, and where they may lead. */
function skeleton(document: Document): string[] {
  return elements(document).map((element) => {
    const names = element.attrs.map(({ name }) => name).sort();
    const schemes = addresses.flatMap((name) => {
      const value = attribute(element, name);
      return value === undefined ? [] : [new URL(value, OWN).protocol];
    });
    return [element.tagName, ...names, ...schemes].join(' ');
  });
}

/** Senders whose every text is `text`, as far as a field's form lets it in. */
function senders(text: string, email: string): NewRequestBody['sender'][] {
  const onBehalfOf = { name: text, capacity: 'parent' } as const;
  const person = {
    familyName: text,
    givenName: text,
    preferredName: text,
    postalAddress: { lines: [text, text], postalCode: text.slice(0, 12).trim(), city: text, country: 'GB' },
  };
  return [
    { ...angela, email, onBehalfOf, ...person },
    { kind: 'organisation', email, onBehalfOf, name: text, ...person },
    { kind: 'company', email, onBehalfOf, name: text, siret: '13002526500013' },
    { kind: 'association', email, onBehalfOf, name: text, rna: 'W123456789' },
  ];
}

for (const database of databases) {
  describe(`markup that people write, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let marie: Account;
    let made = 0;

    before(async () => {
      smtp = await startSmtp();
      const rates = { send: generous, sendToAdministration: generous, track: generous, read: generous };
      harness = await startHarness({ database, smtpPort: smtp.port, config: { rates } });
      marie = await makeAccount(harness);
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    /** An administration that writes `text` wherever it can, with an agent who does too. */
    async function administrationOf(text: string): Promise<{ id: string; code: string; email: string }> {
      const number = ++made;
      const code = `28${String(number).padStart(3, '0')}`;
      const email = `mairie${number}@communes.example`;
      const administrations = getService(harness.strapi, 'administration');
      const texts = { name: text, address: text, hours: [text] };
      const languages: ['fr', 'en'] = ['fr', 'en'];
      const siren = sirenOf(100 + number);
      const { uid } = await administrations.create({
        ...favril,
        siren,
        insee: code,
        email,
        languages,
        ...texts,
      });
      await administrations.addDesk(uid, { ...roads, name: text, address: text });
      await harness.knex('admin_users').where({ id: marie.id }).update({ firstname: text, lastname: text });
      const by = { id: marie.id, firstname: null, lastname: null };
      const services = [{ administrationId: uid, capacity: text }];
      await getService(harness.strapi, 'agents').setServices(marie.id, services, by);
      return { id: uid, code, email };
    }

    const open = (route: Route, code: string, query = '') =>
      openPage(harness.origin + pathOf(route, code) + query, { origin: OWN });
    const idOf = async (reference: string) =>
      (await harness.knex('guichet_requests').where({ reference }).first('id'))!.id as string;
    const resident = () => `r${randomUUID()}@boite.example`;

    /** By the API as the widgets call it, and by the admin's: what comes out is what went in. */
    async function byApi(text: string): Promise<Record<string, Document>> {
      const { id, code, email: mairie } = await administrationOf(text);
      const read = await call<Administration>(harness, 'GET', 'administration', code);
      assert.match(read.headers.get('content-type')!, /^application\/json/);
      assert.equal(read.body.name, text);
      const found: Record<string, Document> = {};
      const emails = senders(text, '').map(resident);
      for (const [i, email] of emails.entries()) {
        const sender = senders(text, email)[i]!;
        const written = { sender, subject: text, message: `${text}\n\n${text}`, recipient: 'voirie' };
        const formToken = begun(harness, id);
        const sent = await send(harness, { ...aRequest(written), formToken, language: 'en' }, { code });
        assert.equal(sent.status, 201, JSON.stringify(sent.body));
        const path = (template: string) => template.replace(':id', idHere);
        const idHere = await idOf(sent.body.reference);
        const shown = await marie.call<InboxRequest>('GET', path(adminPaths.inboxRequest));
        assert.match(shown.headers.get('content-type')!, /^application\/json/);
        const { content } = shown.body;
        assert.deepEqual(
          { ...content.sender, ...sender },
          content.sender,
          'the agent reads what was written',
        );
        assert.deepEqual([content.subject, content.message], [written.subject, written.message]);
        if (i > 0) continue;

        const answer = { action: 'answer', seen: shown.body.version, message: text };
        const answered = await marie.call<InboxRequest>('POST', path(adminPaths.inboxActions), answer);
        assert.equal(answered.status, 200);
        const { reference, trackingCode } = sent.body;
        const tracked = await openTracking(harness, { reference, trackingCode }, { code });
        assert.equal(tracked.body.request.subject, text);
        assert.equal(tracked.body.request.timeline.at(-1)!.message, text);
        assert.equal(tracked.body.request.timeline.at(-1)!.by.name, `${text} ${text}, ${text}`);
        const page = await (await open('trackingPage', code)).press('open', { reference, trackingCode });
        found['the tracking page'] = page.document;
        assert.ok(textOf(page.document).includes(written.message), 'the page shows the message');
        assert.ok(textOf(page.document).includes(`${text} ${text}, ${text}`), 'the page names the agent');
        const [receipt, notice] = await smtp.until(email, 2);
        found['the receipt'] = parse(String(receipt!.parsed.html));
        found['the notice of an answer'] = parse(String(notice!.parsed.html));
        assert.ok(textOf(found['the receipt']).includes(text), 'the receipt names the service');
      }
      const [notice] = await smtp.until('voirie@lefavril.example', 1);
      found['the service’s notice'] = parse(String(notice!.parsed.html));
      assert.equal(smtp.to(mairie).length, 0);
      smtp.mails.length = 0;
      return found;
    }

    /** By the pages without JavaScript: every field keeps what was typed, right or wrong. */
    async function byPages(text: string): Promise<Record<string, Document>> {
      const { code } = await administrationOf(text);
      const found: Record<string, PlainPage> = {};
      for (const query of ['', '?lang=en']) {
        found[`the terms${query}`] = await open('termsPage', code, query);
        found[`the form${query}`] = await open('contactPage', code, query);
      }
      const form = found['the form']!;
      assert.ok(form.text.includes(text), 'the form names the administration');
      const free = ['nature', 'recipient', 'formToken', 'sender.kind', 'sender.onBehalfOf.capacity'];
      const names = Object.keys(form.values('review')).filter((name) => !free.includes(name));
      assert.ok(names.length > 12);
      const everywhere = Object.fromEntries(names.map((name) => [name, text]));
      for (const kind of ['individual', 'company', 'association', 'organisation', 'minimal']) {
        const chosen = { nature: 'question', 'sender.kind': kind };
        const wrong = await form.press('review', { ...everywhere, ...chosen });
        assert.equal(wrong.status, 400);
        for (const name of names) assert.equal(wrong.values('review')[name], text, name);
        found[`corrections of ${kind}`] = wrong;
        const reviewed = await wrong.press('review', {
          'sender.email': resident(),
          'sender.receiptEmail': '',
          'sender.phone': '',
          'sender.siret': kind === 'company' ? '13002526500013' : '',
          'sender.rna': kind === 'association' ? 'W123456789' : '',
          'sender.postalAddress.postalCode': '28190',
          'sender.postalAddress.country': 'France',
        });
        assert.equal(reviewed.status, 200, reviewed.text);
        assert.equal(reviewed.fact('Message'), text);
        found[`review of ${kind}`] = reviewed;
        found[`receipt of ${kind}`] = await reviewed.press('send');
        assert.equal(found[`receipt of ${kind}`]!.status, 201);
      }
      const opened = await found['receipt of individual']!.press('open');
      assert.equal(opened.heading, text);
      found['after a message'] = await opened.press('message', { message: text });
      found['a wrong code'] = await (
        await open('trackingPage', code)
      ).press('open', { reference: text, trackingCode: text });
      smtp.mails.length = 0;
      return Object.fromEntries(Object.entries(found).map(([name, page]) => [name, page.document]));
    }

    for (const [name, journey] of Object.entries({ 'the API and the mails': byApi, 'the pages': byPages })) {
      it(`stays text in every field, through ${name}`, async () => {
        const harmless = await journey(HARMLESS);
        // Each text once: what is text in a page knows nothing of the database, which keeps some of each kind.
        const texts = hostileTexts.filter((_, i) => database === 'sqlite' || i % 6 === 0);
        for (const text of texts) {
          const hostile = await journey(text);
          for (const [place, document] of Object.entries(harmless))
            assert.deepEqual(skeleton(hostile[place]!), skeleton(document), `${place}: ${text}`);
        }
      });
    }
  });
}
