/** The hosting's own pages, by a browser that runs no script: a whole journey, and all that can go wrong on it. */
import { pathOf, receiptRoutes, type Route } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { begun, FAVRIL, favril, roads, TRILPORT, trilport } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';
import { attribute, elements, openPage, type PlainPage, textOf } from './plain-page.js';

/** What the harness calls itself: browsers send it as the origin of the pages' forms. */
const OWN = 'http://127.0.0.1';
const PHONE = favril.phone;

const filled = {
  nature: 'request',
  recipient: 'voirie',
  subject: 'Éclairage',
  message: 'Bonjour,\n\nLe lampadaire ne s’allume plus.\n',
  'sender.kind': 'individual',
  'sender.givenName': 'Angela',
  'sender.familyName': 'Dubois',
  'sender.postalAddress.lines': '3 rue de la Mairie\nBâtiment B',
  'sender.postalAddress.postalCode': '28190',
  'sender.postalAddress.city': 'Le Favril',
  'sender.email': 'angela.dubois@boite.example',
};

/** What each kind of sender is asked for, besides what `filled` has; what stays of other kinds is ignored. */
const senders: Record<string, Record<string, string>> = {
  individual: {},
  company: {
    'sender.name': 'Boulangerie du Favril',
    'sender.siret': '130 025 265 00013',
    'sender.familyName': '',
  },
  association: {
    'sender.name': 'Les amis du Favril',
    'sender.rna': 'w123456789',
    'sender.postalAddress.city': '',
  },
  organisation: { 'sender.name': 'Collectif du bourg', 'sender.siret': 'pas un numéro' },
  minimal: { nature: 'question', 'sender.familyName': '', 'sender.postalAddress.postalCode': 'rien' },
};

let harness: Harness;

async function start(options: Parameters<typeof startHarness>[0] = {}): Promise<{ favril: string }> {
  harness = await startHarness(options);
  const administrations = getService(harness.strapi, 'administration');
  const { uid } = await administrations.create({ ...favril, languages: ['fr', 'en'], accent: '#ffe600' });
  await administrations.addDesk(uid, roads);
  await administrations.create({ ...trilport, languages: ['fr'] });
  return { favril: uid };
}

const open = (route: Route, { code = '28148', query = '', headers = {}, origin = OWN } = {}) =>
  openPage(harness.origin + pathOf(route, code) + query, { origin, headers });

const review = async (changes: Record<string, string> = {}) =>
  (await open('contactPage')).press('review', { ...filled, ...changes });

const requests = async () => Number((await harness.knex('guichet_requests').count({ n: '*' }).first())!['n']);

/** What the mairie reads. */
async function stored(reference: string) {
  const { id } = (await harness.knex('guichet_requests').where({ reference }).first('id'))!;
  return (await getService(harness.strapi, 'request').open(id))!.content;
}

/** The fields that the page says are to be corrected, each with its sentence beside it and a link to it. */
function wrongFields(page: PlainPage): string[] {
  const summary = page.byId('summary');
  assert.ok(summary, `${page.title} has no error summary`);
  return elements(summary)
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => {
      const name = attribute(link, 'href')!.slice(1);
      const control = page.byId(name);
      assert.ok(control, `${name} leads nowhere`);
      // What is wrong with a choice is said of the whole choice.
      const marked =
        attribute(control, 'type') === 'radio'
          ? page.all('fieldset').find((group) => elements(group).includes(control))!
          : control;
      assert.equal(attribute(marked, 'aria-invalid'), 'true', name);
      assert.ok(attribute(marked, 'aria-describedby')!.split(' ').includes(`${name}-error`), name);
      assert.equal(textOf(page.byId(`${name}-error`)!), textOf(link));
      return name;
    });
}

after(stopDatabases);

for (const database of databases) {
  describe(`writing and following without JavaScript, on ${database}`, () => {
    before(() => start({ database }));
    after(() => harness.stop());

    for (const [kind, changes] of Object.entries(senders)) {
      it(`is possible as ${kind}: form, reading again, receipt, following, adding a message`, async () => {
        const reviewed = await review({ 'sender.kind': kind, ...changes });
        assert.equal(reviewed.status, 200, reviewed.text);
        assert.equal(reviewed.heading, 'Relisez votre message');
        assert.equal(reviewed.fact('Message'), filled.message.trim());
        const before = await requests();
        const sent = await reviewed.press('send');
        assert.equal(sent.status, 201);
        assert.equal(sent.heading, 'Votre message est enregistré');
        assert.equal(await requests(), before + 1);

        const reference = sent.fact('Référence')!;
        const pdf = sent.all('form').find((form) => attribute(form, 'action') === receiptRoutes.documentPage);
        const fields = elements(pdf!).filter(({ tagName }) => tagName === 'input');
        assert.deepEqual(
          fields.map((field) => [
            attribute(field, 'name'),
            attribute(field, 'type'),
            attribute(field, 'checked'),
          ]),
          [
            ['jws', 'hidden', undefined],
            ['language', 'hidden', undefined],
            // The resident chooses.
            ['trackingCode', 'checkbox', undefined],
          ],
        );
        assert.equal(attribute(fields[2]!, 'value'), sent.fact('Code de suivi'));
        const file = await fetch(harness.origin + receiptRoutes.documentPage, {
          method: 'POST',
          body: new URLSearchParams({ jws: attribute(fields[0]!, 'value')!, language: 'fr' }),
        });
        assert.match(file.headers.get('content-disposition')!, new RegExp(`${reference}\\.pdf`));
        const content = await stored(reference);
        assert.equal(content.sender.kind, kind);
        assert.equal(content.message, filled.message.trim());
        assert.equal(content.sender.email, filled['sender.email']);
        if (content.sender.kind === 'individual') {
          assert.deepEqual(content.sender.postalAddress.lines, ['3 rue de la Mairie', 'Bâtiment B']);
          assert.equal(content.sender.postalAddress.country, 'FR');
        }
        if (content.sender.kind === 'company') assert.equal(content.sender.siret, '13002526500013');

        const opened = await (
          await open('trackingPage')
        ).press('open', { reference, trackingCode: sent.fact('Code de suivi')!.toLowerCase() });
        assert.equal(opened.heading, filled.subject);
        assert.equal(opened.fact('Service'), 'Service voirie');
        const added = await opened.press('message', { message: 'J’ajoute ceci.' });
        assert.equal(added.status, 201);
        assert.match(added.text, /Votre message est envoyé.*J’ajoute ceci\./);
        assert.equal(added.values('message')['message'], '');
      });
    }

    it('is registered once, however often it is sent from one page', async () => {
      const reviewed = await review();
      const before = await requests();
      const sent = await Promise.all(Array.from({ length: 8 }, () => reviewed.press('send')));
      assert.equal(await requests(), before + 1);
      const done = sent.filter(({ status }) => status === 201);
      assert.ok(done.length > 0);
      assert.equal(new Set(done.map((page) => page.fact('Code de suivi'))).size, 1);
      // Who came too early is told to press again, and then gets the same receipt.
      for (const page of sent.filter(({ status }) => status !== 201)) {
        assert.equal(page.status, 409);
        assert.equal((await page.press('send')).fact('Code de suivi'), done[0]!.fact('Code de suivi'));
      }
      const opened = await done[0]!.press('open');
      await Promise.all([1, 2, 3].map(() => opened.press('message', { message: 'Une fois.' })));
      const again = await opened.press('refresh');
      assert.equal(again.text.match(/Une fois\./g)?.length, 1);
    });
  });
}

describe('the pages without JavaScript', () => {
  let ids: { favril: string };
  before(async () => {
    ids = await start();
  });
  after(() => harness.stop());

  it('say what is to be corrected, in the order of the form, and lose nothing', async () => {
    const page = await (await open('contactPage')).press('review', { 'sender.email': 'angela chez boîte' });
    assert.equal(page.status, 400);
    assert.match(page.title, /^Erreur\u00a0: Nous écrire – Mairie du Favril$/);
    assert.deepEqual(wrongFields(page), [
      'nature',
      'subject',
      'message',
      'sender.familyName',
      'sender.givenName',
      'sender.postalAddress.lines',
      'sender.postalAddress.postalCode',
      'sender.postalAddress.city',
      'sender.email',
    ]);
    assert.equal(page.values('review')['sender.email'], 'angela chez boîte');
  });

  it('keep whatever was typed in any field, through correcting, reading again and changing', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '\n\n first',
        '  spaces  ',
        '</textarea><b>',
        '"\'><script>',
        '&amp;&lt;',
        'a\r\nb\tc',
        '\u0007',
      ),
    );
    const names = Object.keys((await open('contactPage')).values('review')).filter(
      (name) =>
        !['formToken', 'nature', 'recipient', 'sender.kind', 'sender.onBehalfOf.capacity'].includes(name),
    );
    assert.ok(names.length > 12);
    const draft = fc.record(Object.fromEntries(names.map((name) => [name, typed])));
    // One-line fields drop line ends by themselves in a browser; the server keeps what came.
    const asSent = (value: string) => value.replace(/\r\n?/g, '\n').replace(/\0/g, '\uFFFD');
    await fc.assert(
      fc.asyncProperty(draft, async (fields) => {
        const form = await open('contactPage');
        const wrong = await form.press('review', { ...fields, nature: 'complaint', 'sender.email': 'x' });
        const expected = { ...fields, nature: 'complaint', 'sender.email': 'x' };
        for (const [name, value] of Object.entries(expected)) {
          assert.equal(wrong.values('review')[name], asSent(value), name);
        }
      }),
      { numRuns: 40 },
    );
    const reviewed = await review({ 'sender.siret': 'kept <b>too', 'sender.phone': '01 99 00 00 00' });
    const edited = await reviewed.press('edit');
    assert.equal(edited.status, 200);
    for (const [name, value] of Object.entries({ ...filled, 'sender.siret': 'kept <b>too' })) {
      assert.equal(edited.values('review')[name], value, name);
    }
    assert.equal(edited.values('review')['formToken'], reviewed.values('send')['formToken']);
  });

  it('show markup as text in every field, page and mention, and run none of it', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'\`\${1}{{1}}</textarea></style>`;
    const administrations = getService(harness.strapi, 'administration');
    const { uid } = await administrations.create({
      ...trilport,
      siren: '130025265',
      insee: '91312',
      name: `Mairie ${hostile}`.slice(0, 100),
      address: hostile,
      hours: [hostile],
      languages: ['fr', 'en'],
    });
    await administrations.addDesk(uid, { ...roads, name: `Service ${hostile}`.slice(0, 100) });
    const values = {
      ...filled,
      subject: hostile,
      message: hostile,
      'sender.givenName': hostile.slice(0, 100),
    };
    const at = { code: '91312' };
    const form = await open('contactPage', at);
    const wrong = await form.press('review', { ...values, 'sender.email': hostile });
    const reviewed = await form.press('review', { ...values, 'sender.familyName': hostile.slice(0, 100) });
    const sent = await reviewed.press('send');
    const opened = await sent.press('open');
    const added = await opened.press('message', { message: hostile });
    const pages = [
      form,
      wrong,
      reviewed,
      sent,
      opened,
      added,
      await open('termsPage', at),
      await open('trackingPage', at),
    ];
    pages.push(
      await (await open('trackingPage', at)).press('open', { reference: hostile, trackingCode: hostile }),
    );
    for (const page of pages) {
      assert.equal(page.all('img').length, 0, page.title);
      for (const script of page.all('script'))
        assert.equal(attribute(script, 'src'), '/guichet/v1/loader.js');
      for (const { attrs } of page.elements) {
        assert.deepEqual(
          attrs.filter(({ name }) => name.startsWith('on')),
          [],
          page.title,
        );
      }
    }
    for (const page of [reviewed, opened, added])
      assert.ok(textOf(page.document).includes(hostile), page.title);
    assert.equal(wrong.values('review')['message'], hostile);
  });

  it('weigh at most 20 kB, in one request, under a policy that allows nothing else', async () => {
    for (const route of ['contactPage', 'trackingPage', 'termsPage', 'servicesPage'] as const) {
      for (const query of ['', '?lang=en']) {
        const page = await open(route, { query });
        assert.ok(Buffer.byteLength(page.source) <= 20_000, `${route}: ${Buffer.byteLength(page.source)}`);
        const loaded = page.elements.flatMap((element) =>
          ['src', 'srcset', 'poster', 'data'].flatMap((name) => attribute(element, name) ?? []),
        );
        assert.deepEqual(loaded, /^(?:terms|services)/.test(route) ? [] : ['/guichet/v1/loader.js']);
        const links = page.all('link').map((link) => attribute(link, 'href')!.slice(0, 5));
        assert.deepEqual(links, ['data:']);
        assert.doesNotMatch(page.source, /@import|url\(/);
        assert.equal(page.headers.get('set-cookie'), null);
      }
    }
  });

  it('carry a policy with the hash of their one style sheet, for the frames of their own sites only', async () => {
    const form = await open('contactPage');
    const pages = [
      form,
      await form.press('review'),
      await open('termsPage'),
      await open('servicesPage'),
      await open('contactPage', { code: '99999' }),
    ];
    for (const page of pages) {
      const policy = Object.fromEntries(
        page.headers
          .get('content-security-policy')!
          .split('; ')
          .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
      );
      const [sheet, ...more] = page.all('style').map(textOf0);
      assert.deepEqual(more, []);
      assert.equal(policy['style-src'], `'sha256-${createHash('sha256').update(sheet!).digest('base64')}'`);
      assert.equal(policy['default-src'], `'none'`);
      assert.equal(policy['base-uri'], `'none'`);
      assert.equal(policy['form-action'], `'self'`);
      assert.ok(page.elements.every((element) => attribute(element, 'style') === undefined));
      const isForm = page === form;
      assert.equal(policy['script-src'], isForm ? `'self'` : undefined);
      assert.equal(policy['require-trusted-types-for'], isForm ? `'script'` : undefined);
      const frames = page.status === 404 ? `'self'` : `'self' ${FAVRIL} ${OWN}`;
      assert.equal(policy['frame-ancestors'], frames);
      assert.equal(page.headers.get('referrer-policy'), 'same-origin');
    }
  });

  it('leave the form to the widget only where nothing was typed', async () => {
    const widget = (page: PlainPage) => page.all('guichet-contact-form').length + page.all('script').length;
    const form = await open('contactPage');
    assert.equal(widget(form), 2);
    assert.equal(attribute(form.all('guichet-contact-form')[0]!, 'administration'), '28148');
    for (const page of [await form.press('review'), await review(), await (await review()).press('send')]) {
      assert.equal(widget(page), 0);
    }
  });

  it('show the telephone in every state', async () => {
    const form = await open('contactPage');
    const tracking = await open('trackingPage');
    const sent = await (await review()).press('send');
    const pages = [
      form,
      await form.press('review'),
      sent,
      tracking,
      await tracking.press('open'),
      await sent.press('open'),
    ];
    pages.push(await open('termsPage'), await form.press('review', {}, { Origin: TRILPORT }));
    for (const page of pages) {
      const calls = page
        .all('a')
        .filter((link) => attribute(link, 'href') === `tel:${PHONE.replaceAll(' ', '')}`);
      assert.ok(calls.length >= 2, page.title);
      assert.match(page.text, /Lundi et jeudi : 9 h – 12 h/);
    }
  });

  it('keep a mailed bearer and the code out of every address', async () => {
    const sent = await (await review()).press('send');
    const opened = await sent.press('open');
    for (const page of [sent, opened]) {
      for (const name of ['href', 'action']) {
        for (const element of page.elements) {
          const address = attribute(element, name) ?? '';
          assert.ok(
            !address.includes(sent.fact('Code de suivi')!) &&
              !address.includes(opened.values('refresh')['token']!),
          );
        }
      }
      assert.equal(page.headers.get('cache-control'), 'no-store');
    }
  });

  it('ask for the code again when the bearer is over, and keep the message that was being written', async () => {
    const sent = await (await review()).press('send');
    const opened = await sent.press('open');
    const message = 'Un long message\n\nque personne ne veut taper deux fois.';
    const token = opened.values('message')['token']!.replace(/.$/, '');
    const door = await opened.press('message', { message, token });
    assert.equal(door.status, 401);
    assert.match(door.text, /votre demande s’est refermée/);
    assert.equal(door.values('open')['message'], message);
    const code = { reference: sent.fact('Référence')!, trackingCode: sent.fact('Code de suivi')! };
    const wrong = await door.press('open', { ...code, trackingCode: '4F7T-2MZK-8RWA-Q6PH' });
    assert.equal(wrong.status, 404);
    assert.equal(wrong.values('open')['message'], message);
    const again = await wrong.press('open', code);
    assert.equal(again.values('message')['message'], message);
    assert.match((await again.press('message')).text, /Votre message est envoyé/);
    const closed = await opened.press('refresh', { token });
    assert.equal(closed.status, 401);
  });

  it('renew the bearer at each exchange', async () => {
    const opened = await (await (await review()).press('send')).press('open');
    const first = opened.values('refresh')['token']!;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const refreshed = await opened.press('refresh');
    assert.notEqual(refreshed.values('refresh')['token'], first);
    assert.notEqual(
      refreshed.values('message')['idempotencyKey'],
      opened.values('message')['idempotencyKey'],
    );
  });

  it('answer a wrong reference like a wrong code, and say what cannot be one', async () => {
    const sent = await (await review()).press('send');
    const tracking = await open('trackingPage');
    const code = '4F7T-2MZK-8RWA-Q6PH';
    const other = exampleOf(tracking);
    const answers = [
      await tracking.press('open', { reference: sent.fact('Référence')!, trackingCode: code }),
      await tracking.press('open', { reference: other, trackingCode: sent.fact('Code de suivi')! }),
    ];
    for (const page of answers) assert.equal(page.status, 404);
    const [first, second] = answers.map(({ text }) => text);
    assert.equal(first, second);
    const typo = await tracking.press('open', { reference: '28148-2026-AAAA', trackingCode: 'abc' });
    assert.equal(typo.status, 400);
    assert.deepEqual(wrongFields(typo), ['reference', 'trackingCode']);
    const empty = await sent.press('open');
    const nothing = await empty.press('message', { message: '  ' });
    assert.deepEqual(wrongFields(nothing), ['message']);
    assert.match(nothing.title, /^Erreur/);
  });

  it('do not take a message to a closed request, and show it to its author', async () => {
    const sent = await (await review()).press('send');
    const opened = await sent.press('open');
    const { id } = await harness
      .knex('guichet_requests')
      .where({ reference: sent.fact('Référence')! })
      .first('id');
    await harness.strapi.db.transaction(async ({ trx }) => {
      await getService(harness.strapi, 'store').append(
        trx as never,
        {
          requestId: id,
          administrationIds: [ids.favril],
          kind: 'closed',
          by: 'agent',
          content: null,
          at: new Date().toISOString(),
        } as never,
      );
    });
    const refused = await opened.press('message', { message: 'Trop tard.' });
    assert.equal(refused.status, 409);
    assert.match(refused.text, /Cette demande est terminée/);
    assert.ok(refused.all('textarea').some((area) => textOf(area).includes('Trop tard.')));
  });

  it('send another message from a page that was gone back to, once it was read again', async () => {
    const opened = await (await (await review()).press('send')).press('open');
    await opened.press('message', { message: 'Le premier.' });
    const again = await opened.press('message', { message: 'Le deuxième.' });
    assert.equal(again.status, 422);
    assert.equal(again.values('message')['message'], 'Le deuxième.');
    const done = await again.press('message');
    assert.match(done.text, /Le premier\..*Le deuxième\./);
  });

  it('take forms from themselves only, and store nothing of others', async () => {
    const reviewed = await review();
    const before = await requests();
    for (const origin of ['null', FAVRIL, TRILPORT, `${OWN}:81`, 'http://127.0.0.1.example', '']) {
      const page = await reviewed.press('send', {}, { Origin: origin });
      assert.equal(page.status, 403, origin);
      assert.match(page.headers.get('content-type')!, /^text\/html/);
      assert.match(page.text, /Rien n’a été envoyé/);
      const link = page.all('a').find((each) => attribute(each, 'target') === '_blank')!;
      assert.match(attribute(link, 'href')!, /^\/guichet\/administrations\/28148\/contact/);
    }
    assert.equal(await requests(), before);
    const tracking = await open('trackingPage');
    assert.equal((await tracking.press('open', {}, { Origin: FAVRIL })).status, 403);
  });

  it('sort by the trap and by the time of the form’s beginning, and give everyone the receipt', async () => {
    const suspect = async (page: PlainPage) =>
      !!(await harness
        .knex('guichet_requests')
        .where({ reference: page.fact('Référence')! })
        .first('suspect'))!.suspect;
    const formToken = begun(harness, ids.favril);
    const form = await open('contactPage');
    const person = await (await form.press('review', { ...filled, formToken })).press('send');
    assert.equal(await suspect(person), false);
    const robot = await (await form.press('review', { ...filled, formToken, trap: 'x' })).press('send');
    assert.equal(await suspect(robot), true);
    assert.ok(robot.fact('Code de suivi'));
    assert.ok(form.values('review')['formToken']);
  });

  it('write for another person, from abroad, to a service that the address names', async () => {
    const form = await open('contactPage', { query: '?recipient=voirie&utm_source=lettre' });
    assert.equal(form.values('review')['recipient'], 'voirie');
    const sent = await (
      await form.press('review', {
        ...filled,
        'sender.postalAddress.country': 'belgique',
        'sender.postalAddress.postalCode': '1000',
        'sender.onBehalfOf': 'yes',
        'sender.onBehalfOf.name': 'Jeanne Dubois',
        'sender.onBehalfOf.capacity': 'guardian',
      })
    ).press('send');
    const { sender } = await stored(sent.fact('Référence')!);
    assert.ok(sender.kind === 'individual');
    assert.equal(sender.postalAddress.country, 'BE');
    assert.deepEqual(sender.onBehalfOf, { name: 'Jeanne Dubois', capacity: 'guardian' });
    const wrong = await form.press('review', { ...filled, 'sender.postalAddress.country': 'Belgiqe' });
    assert.deepEqual(wrongFields(wrong), ['sender.postalAddress.country']);
  });

  it('speak French, English where the administration offers it and somebody asks', async () => {
    const language = (page: PlainPage) => attribute(page.all('html')[0]!, 'lang');
    const english = { 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.5' };
    assert.equal(language(await open('contactPage')), 'fr');
    assert.equal(
      language(await open('contactPage', { headers: { 'Accept-Language': 'fr,en;q=0.9' } })),
      'fr',
    );
    assert.equal(language(await open('contactPage', { headers: english })), 'en');
    assert.equal(language(await open('contactPage', { headers: english, query: '?lang=fr' })), 'fr');
    assert.equal(language(await open('contactPage', { headers: english, code: '77475' })), 'fr');
    const sent = await (
      await (await open('contactPage', { query: '?lang=en' })).press('review', filled)
    ).press('send');
    assert.equal(language(sent), 'en');
    assert.equal((await stored(sent.fact('Reference')!)).language, 'en');
  });

  it('lead through the services of a mairie: to a desk and to its form, or to what a search finds', async () => {
    const services = await open('servicesPage');
    const links = (page: PlainPage) => page.all('a').map((link) => attribute(link, 'href')!);
    const [first] = links(services).filter((href) => href.includes('organisme='));
    assert.equal(first, `${pathOf('servicesPage', '28148')}?lang=fr&organisme=28148`);
    const own = await open('servicesPage', { query: first.slice(first.indexOf('?')) });
    assert.equal(own.status, 200);
    assert.ok(textOf(own.document).includes(favril.name));
    assert.ok(links(own).includes(`${pathOf('contactPage', '28148')}?lang=fr`));
    const found = await open('servicesPage', { query: '?q=nid%20de%20poule' });
    assert.ok(textOf(found.document).includes('Signaler un trou ou un danger sur la route'));
    const gone = await open('servicesPage', { query: '?organisme=gone' });
    assert.equal(gone.status, 404);
    assert.equal(links(gone).filter((href) => href.endsWith('/services?lang=fr')).length, 2);
  });

  it('state the terms of use that the law asks for', async () => {
    const { text } = await open('termsPage');
    for (const mention of [
      'Mairie du Favril',
      // CRPA R112-11-3: the address that receipts leave from.
      'ne-pas-repondre@hebergement.example',
      'L112-8',
      'L112-9',
      'R112-9-1',
      'R112-11-2',
      'L112-11',
      'SIRET',
      'RNA',
      // GDPR, article 13.
      'article 6, paragraphe 1, point e',
      'délégué à la protection des données',
      'CNIL',
      '127.0.0.1',
    ]) {
      assert.ok(text.includes(mention), mention);
    }
    assert.match(
      (await open('termsPage', { query: '?lang=en' })).text,
      /only the French text is authoritative/,
    );
  });

  it('refuse in words, as a page', async () => {
    const unknown = await open('contactPage', { code: '99999' });
    assert.equal(unknown.status, 404);
    assert.equal(unknown.heading, 'Cette administration n’est pas ici');
    const form = await open('contactPage');
    const huge = await form.press('review', { message: 'é'.repeat(80_000) });
    assert.equal(huge.status, 413);
    assert.equal(huge.heading, 'Votre envoi est trop lourd');
    // What a browser can send of a message a little too long comes back, to be shortened.
    const long = await form.press('review', { ...filled, message: '漢'.repeat(8001) });
    assert.deepEqual(wrongFields(long), ['message']);
    assert.equal(long.values('review')['message']!.length, 8001);
    const odd = await form.press('review', { trap: 'x' }, { 'Content-Type': 'text/plain' });
    assert.equal(odd.status, 415);
    assert.equal(odd.heading, 'Votre envoi n’a pas été compris');
    for (const page of [unknown, huge, odd]) assert.match(page.title, /^Erreur\u00a0: /);
  });
});

describe('when too much is sent', () => {
  before(async () => {
    const few = { points: 1, seconds: 120 };
    await start({ config: { rates: { send: few, track: few, read: { points: 12, seconds: 120 } } } });
  });
  after(() => harness.stop());

  it('what was typed stays, and leaves later under the same key', async () => {
    const first = await (await review()).press('send');
    assert.equal(first.status, 201);
    const reviewed = await review({ message: 'Encore.' });
    const late = await reviewed.press('send');
    assert.equal(late.status, 429);
    assert.ok(Number(late.headers.get('retry-after')) > 60);
    assert.match(late.text, /pas encore parti.*2\u00a0minutes/);
    assert.equal(late.fact('Message'), 'Encore.');
    assert.deepEqual(late.values('send'), reviewed.values('send'));

    const opened = await first.press('open');
    const message = { message: 'Un ajout.' };
    const waiting = await opened.press('message', message);
    assert.equal(waiting.status, 429);
    assert.equal(waiting.values('message')['message'], 'Un ajout.');
    assert.equal(waiting.values('message')['idempotencyKey'], opened.values('message')['idempotencyKey']);
    const shut = await opened.press('refresh');
    assert.equal(shut.status, 429);
    assert.match(shut.text, /Trop d’essais/);

    let refused = shut;
    for (let i = 0; i < 12 && refused.heading !== 'Trop d’envois en peu de temps'; i++)
      refused = await open('contactPage');
    assert.equal(refused.status, 429);
    assert.ok(refused.text.includes(PHONE));
  });
});

describe('when the connection is not protected, or the hosting is in trouble', () => {
  after(() => harness.stop());

  it('says so, with the protected address', async () => {
    await start({ config: { publicUrl: 'https://guichet.example', proxies: 1 } });
    const page = await open('contactPage', {
      headers: { 'X-Forwarded-Proto': 'http', 'X-Forwarded-For': '192.0.2.1' },
    });
    assert.equal(page.status, 403);
    const [link] = page
      .all('main')
      .flatMap((main) => elements(main).filter(({ tagName }) => tagName === 'a'));
    assert.equal(attribute(link!, 'href'), 'https://guichet.example/guichet/administrations/28148/contact');
    await harness.stop();
  });

  it('says so when the disk is full, and when the database is broken, without a word of how', async () => {
    await start();
    const reviewed = await review();
    await harness.knex.schema.renameTable('guichet_requests', 'guichet_requests_away');
    const broken = await reviewed.press('send');
    await harness.knex.schema.renameTable('guichet_requests_away', 'guichet_requests');
    assert.equal(broken.status, 500);
    assert.doesNotMatch(broken.source, /guichet_requests|SQLITE|insert/i);
    assert.equal((await reviewed.press('send')).status, 201);
    await harness.stop();

    await start({ config: { minimumFreeBytes: Number.MAX_SAFE_INTEGER } });
    const full = await (await open('contactPage')).press('review', filled);
    assert.equal(full.status, 503);
    assert.ok(Number(full.headers.get('retry-after')) > 0);
    for (const page of [broken, full]) {
      assert.equal(page.heading, 'Le service ne répond pas pour le moment');
      assert.ok(page.text.includes(PHONE));
    }
  });
});

/** A reference of the administration that is well formed, as the page shows one. */
function exampleOf(page: PlainPage): string {
  return /28148-\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.text)![0];
}

/** The text of a style sheet. */
function textOf0(style: ReturnType<PlainPage['all']>[number]): string {
  return style.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
