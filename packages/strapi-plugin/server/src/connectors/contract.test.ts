/** What every connector to an operator's system keeps to, whatever that system does. */
import { requestStatuses } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Beginning, ConnectorFailure, type TypedSettings, type World } from './connector.js';
import { startDemarcheNumerique } from './demarche-numerique/testing/system.js';
import { createFetch } from './network/fetch.js';
import { API_KEY, startOpen311 } from './open311/testing/system.js';
import { connectorNamed, connectorNames, faultsOfSettings, linkOf } from './registry.js';
import type { Mood, System } from './testing/system.js';

const beginning: Beginning = {
  language: 'fr',
  prefill: { familyName: 'Canaridubourg', givenName: 'Angela', email: 'angela@boite.example' },
  report: {
    description: 'Canari : un nid-de-poule rue de l’Église',
    position: { latitude: 48.31, longitude: 1.07 },
    address: null,
  },
};

/** How each is set up, and the system that answers it; null where there is none. */
const setups: Record<string, { settings(origin: string): TypedSettings; start(): Promise<System | null> }> = {
  'demarche-numerique': {
    settings: (origin) => ({
      origin,
      number: '45123',
      familyName: 'identite_nom',
      email: 'champ_Q2hhbXAtMQ==',
    }),
    start: startDemarcheNumerique,
  },
  open311: {
    settings: (origin) => ({
      origin,
      path: '/georeport/v2',
      serviceCode: 'nid-de-poule',
      jurisdictionId: 'eureetloir.example',
    }),
    start: startOpen311,
  },
  demo: { settings: () => ({ origin: 'https://demo.example' }), start: async () => null },
  'demo-failing': { settings: () => ({ origin: 'https://demo.example' }), start: async () => null },
  'demo-outage': { settings: () => ({ origin: 'https://demo.example' }), start: async () => null },
};

it('holds for every connector that there is', () => {
  assert.deepEqual(Object.keys(setups).sort(), [...connectorNames].sort());
  assert.equal(connectorNamed('constructor'), null);
  assert.deepEqual(faultsOfSettings('inconnu', {}), ['']);
});

for (const [name, { settings, start }] of Object.entries(setups)) {
  describe(`the connector ${name}`, () => {
    let system: System | null;
    let logged: string[];
    let world: World;
    const connector = connectorNamed(name)!;
    const linkWith = (origin: string) => linkOf(name, settings(origin), API_KEY)!.link;
    const link = () => linkWith(system?.origin ?? 'https://demo.example');

    before(async () => {
      system = await start();
    });
    beforeEach(() => {
      logged = [];
      if (system) system.mood = 'ok';
      world = {
        fetch: createFetch({ allowPrivate: ['127.0.0.1'], isDevelopment: true }),
        now: new Date(),
        log: (what) => void logged.push(what),
        patience: 2000,
        signal: new AbortController().signal,
      };
    });
    after(() => system?.stop());

    it('knows its settings, and no others', () => {
      const typed = settings('https://operateur.example');
      assert.deepEqual(faultsOfSettings(name, typed), []);
      assert.deepEqual(faultsOfSettings(name, { ...typed, autre: 'x' }), ['autre']);
      for (const origin of [
        'http://operateur.example',
        'https://operateur.example/',
        'https://a@b.example',
        'x',
      ])
        assert.deepEqual(faultsOfSettings(name, { ...typed, origin }), ['origin'], origin);
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...Object.keys(typed), 'x'), fc.string()), (any) => {
          linkOf(name, any, null);
        }),
      );
    });

    it('says what its words mean, once each', () => {
      const { words } = connector;
      assert.equal(new Set(words.map(({ word }) => word)).size, words.length);
      for (const { status, label } of words) assert.ok(requestStatuses.includes(status) && label);
    });

    if (!name.startsWith('demo-'))
      it('makes a file, and knows where it stands in words that it has said', async () => {
        const begun = await connector.begin(link(), beginning, world);
        assert.ok(begun.handle.length > 0 && begun.handle.length <= 300);
        const { url } = begun.standing;
        assert.ok(url === null || new URL(url).origin === (link().settings as { origin: string }).origin);
        const standings = await connector.poll(link(), [begun.handle], world);
        const standing = standings.get(begun.handle)!;
        for (const { word, isDraft, at } of [begun.standing, standing]) {
          assert.ok(connector.words.some((one) => one.word === word));
          assert.equal(isDraft, connector.takes === 'prefill', 'nobody has sent what is only prefilled');
          assert.ok(at === null || new Date(at).toISOString() === at);
        }
        assert.deepEqual(logged, []);
      });

    it('leaves out what is not known there', async () => {
      const { handle } = await connector.begin(link(), beginning, world).catch(() => ({ handle: '' }));
      const known = handle ? [handle] : [];
      const standings = await connector
        .poll(link(), ['request:1', ...known, 'token:jeton', 'inconnu-1-2-3-4'], world)
        .catch((error: unknown) => {
          assert.ok(error instanceof ConnectorFailure);
          return new Map();
        });
      assert.ok([...standings.keys()].every((one) => one === handle));
    });

    const moods: [Mood, ConnectorFailure['code'], number | null][] = [
      ['busy', 'busy', 120],
      ['busy-until', 'busy', 300],
      ['down', 'down', null],
      ['refuses', 'refused', null],
      ['nonsense', 'nonsense', null],
      ['page', 'nonsense', null],
      ['half', 'down', null],
      ['away', 'down', null],
      ['deaf', 'down', null],
      ['slow', 'down', null],
    ];
    for (const [mood, code, retryAfter] of name.startsWith('demo') ? [] : moods)
      it(`says « ${code} » of a system that is ${mood}, and tells nobody’s name`, async () => {
        const { handle } = await connector.begin(link(), beginning, world);
        system!.mood = mood;
        world.patience = mood === 'slow' ? 100 : 2000;
        const failures = [
          connector.begin(link(), beginning, world),
          // One that is not known is left out of many.
          ...(mood === 'refuses' && connector.takes === 'report'
            ? []
            : [connector.poll(link(), [handle], world)]),
        ];
        for (const failing of failures)
          await assert.rejects(failing, (error: ConnectorFailure) => {
            assert.ok(error instanceof ConnectorFailure, String(error));
            assert.equal(error.code, code);
            assert.ok(
              error.retryAfter === retryAfter || Math.abs((error.retryAfter ?? 0) - (retryAfter ?? 0)) <= 2,
            );
            const told = JSON.stringify([error, error.message, error.stack, logged]);
            for (const secret of ['Canari', 'angela', handle, API_KEY])
              assert.ok(!told.includes(secret), told);
            return true;
          });
        assert.equal(logged.length, failures.length);
      });

    if (!name.startsWith('demo'))
      it('stops where nobody waits any longer', async () => {
        system!.mood = 'slow';
        const signal = AbortSignal.timeout(50);
        await assert.rejects(connector.begin(link(), beginning, { ...world, signal }), {
          name: 'TimeoutError',
        });
      });
  });
}

for (const [name, code, retryAfter] of [
  ['demo-failing', 'refused', null],
  ['demo-outage', 'busy', 600],
] as const)
  it(`${name} fails as it should`, async () => {
    const { connector, link } = linkOf(name, { origin: 'https://demo.example' }, null)!;
    await assert.rejects(connector.begin(link, beginning, {} as World), { code, retryAfter });
    await assert.rejects(connector.poll(link, ['x'], {} as World), { code, retryAfter });
  });
