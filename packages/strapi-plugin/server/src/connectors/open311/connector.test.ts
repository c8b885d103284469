import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ConnectorFailure, type Link, type Report, type World } from '../connector.js';
import { createFetch } from '../network/fetch.js';
import { linkOf } from '../registry.js';
import { open311 as connector } from './connector.js';
import { API_KEY, type Open311Server, startOpen311 } from './testing/system.js';

const report: Report = {
  description: 'Nid-de-poule',
  position: { latitude: 48.31, longitude: 1.07 },
  address: 'rue de l’Église',
};

describe('Open311', () => {
  let system: Open311Server;
  let link: Link<never>;
  const world: World = {
    fetch: createFetch({ allowPrivate: ['127.0.0.1'], isDevelopment: true }),
    now: new Date(),
    log: () => undefined,
    patience: 2000,
    signal: new AbortController().signal,
  };
  const begin = (changes: Partial<Report> = {}, by = link) =>
    connector.begin(
      by,
      { language: 'fr', prefill: { familyName: 'Dubois' }, report: { ...report, ...changes } },
      world,
    );

  before(async () => {
    system = await startOpen311();
    const typed = {
      origin: system.origin,
      path: '/georeport/v2/',
      serviceCode: 'nid-de-poule',
      jurisdictionId: 'eureetloir.example',
    };
    link = linkOf('open311', typed, API_KEY)!.link as Link<never>;
  });
  after(() => system.stop());

  it('gets what is reported and where, and not by whom', async () => {
    const begun = await begin();
    assert.deepEqual([begun.handle, begun.standing.reference], ['request:293944', '293944']);
    assert.deepEqual(system.requests[0]!.fields, {
      api_key: API_KEY,
      service_code: 'nid-de-poule',
      description: 'Nid-de-poule',
      lat: '48.31',
      long: '1.07',
      address_string: 'rue de l’Église',
    });
  });

  it('is followed to its end', async () => {
    const { handle } = await begin({ position: null });
    const request = system.requests.at(-1)!;
    const at = async () => (await connector.poll(link, [handle], world)).get(handle)!;
    assert.deepEqual([(await at()).word, (await at()).at], ['open', '2026-11-21T09:00:00.000Z']);
    Object.assign(request, { status: 'closed', updated_datetime: '2026-11-25T10:00:00Z' });
    assert.deepEqual([(await at()).word, (await at()).at], ['closed', '2026-11-25T10:00:00.000Z']);
  });

  it('may give a token first, which becomes an id later', async () => {
    system.batch = 'pending';
    const { handle, standing: first } = await begin();
    assert.deepEqual([handle.slice(0, 6), first.reference], ['token:', null]);
    assert.equal((await connector.poll(link, [handle], world)).size, 0);
    system.batch = 'done';
    const standing = (await connector.poll(link, [handle], world)).get(handle)!;
    system.batch = 'no';
    const { id } = system.requests.at(-1)!;
    assert.deepEqual(
      [standing.word, standing.reference, standing.handle],
      ['open', String(id), `request:${id}`],
    );
  });

  it('says who reports where that is to be told, and nothing else of them', async () => {
    await begin({ reporter: { givenName: 'Angela', familyName: 'Dubois', email: 'a@boite.example' } });
    const { first_name, last_name, email, phone } = system.requests.at(-1)!.fields;
    assert.deepEqual(
      [first_name, last_name, email, phone],
      ['Angela', 'Dubois', 'a@boite.example', undefined],
    );
  });

  it('tells what is to be done, why it stands so, and who does it', async () => {
    const { handle, standing } = await begin();
    assert.deepEqual([standing.note, standing.agency], ['Merci', 'Service des routes']);
    Object.assign(system.requests.at(-1)!, { status: 'closed', status_notes: ' Rebouché. ' });
    const after = (await connector.poll(link, [handle], world)).get(handle)!;
    assert.deepEqual([after.word, after.note], ['closed', 'Rebouché.']);
  });

  it('is found again by what its description holds, where nobody answered; not where it is not shown', async () => {
    const since = new Date();
    const mark = '28148-2026-7K3M-9QXB';
    const lost = { mark, since };
    assert.equal(await connector.find!(link, lost, world), null);
    system.mood = 'deaf';
    await assert.rejects(begin({ description: `Trou\n\nRéférence de la mairie : ${mark}` }), (error) => {
      assert.ok(error instanceof ConnectorFailure);
      assert.deepEqual([error.code, error.isUnsure], ['down', true]);
      return true;
    });
    system.mood = 'ok';
    const { id } = system.requests.at(-1)!;
    assert.equal((await connector.find!(link, lost, world))?.handle, `request:${id}`);
    const asked = system.calls.findLast(({ query }) => query.has('start_date'))!.query;
    assert.ok(Date.parse(asked.get('start_date')!) < since.getTime());
    system.lists = false;
    assert.equal(await connector.find!(link, lost, world), null);
    system.lists = true;
  });

  it('is known not to have arrived where there was nobody', async () => {
    const nobody = await startOpen311();
    nobody.stop();
    const away = {
      ...link,
      settings: { ...(link.settings as object), origin: nobody.origin },
    } as typeof link;
    await assert.rejects(begin({}, away), { code: 'down', isUnsure: false });
    system.mood = 'busy';
    await assert.rejects(begin(), { code: 'busy', isUnsure: false });
    system.mood = 'nonsense';
    await assert.rejects(begin(), { code: 'nonsense', isUnsure: true });
    system.mood = 'ok';
  });

  it('refuses a report without a place, or with another’s key', async () => {
    await assert.rejects(begin({ position: null, address: null }), { code: 'refused' });
    await assert.rejects(begin({}, { ...link, secret: 'autre' }), { code: 'refused' });
  });
});
