import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Link, World } from '../connector.js';
import { createFetch } from '../network/fetch.js';
import { linkOf } from '../registry.js';
import { demarcheNumerique as connector } from './connector.js';
import { type DemarcheNumerique, startDemarcheNumerique } from './testing/system.js';

describe('Démarche numérique', () => {
  let system: DemarcheNumerique;
  let link: Link<never>;
  const world: World = {
    fetch: createFetch({ allowPrivate: ['127.0.0.1'], isDevelopment: true }),
    now: new Date(),
    log: () => undefined,
    patience: 2000,
    signal: new AbortController().signal,
  };
  const begin = (prefill = {}) => connector.begin(link, { language: 'fr', prefill, report: null }, world);
  const standingOf = async (handle: string) => (await connector.poll(link, [handle], world)).get(handle)!;

  before(async () => {
    system = await startDemarcheNumerique();
    const typed = {
      origin: system.origin,
      number: system.number,
      familyName: 'identite_nom',
      givenName: 'identite_prenom',
      address: 'champ_Q2hhbXAtMg',
      city: 'champ_Q2hhbXAtMw',
    };
    link = linkOf('demarche-numerique', typed, null)!.link as Link<never>;
  });
  after(() => system.stop());

  it('gets what was typed where its form has a field for it, and nothing else', async () => {
    const begun = await begin({
      familyName: 'Dubois',
      givenName: 'Angela',
      email: 'angela@boite.example',
      addressLines: ['3 rue de la Mairie', ''],
      city: 'Le Favril',
    });
    const [dossier] = system.dossiers;
    assert.deepEqual(dossier!.fields, {
      identite_nom: 'Dubois',
      identite_prenom: 'Angela',
      champ_Q2hhbXAtMg: '3 rue de la Mairie',
      champ_Q2hhbXAtMw: 'Le Favril',
    });
    assert.deepEqual(begun, {
      handle: dossier!.token,
      standing: {
        word: 'prefilled',
        at: null,
        reference: '10000000',
        url: `${system.origin}/commencer/creche?prefill_token=${dossier!.token}`,
        isDraft: true,
      },
    });
  });

  it('says where a file stands from its preparation to its end', async () => {
    const { handle } = await begin();
    const dossier = system.dossiers.at(-1)!;
    const seen = [];
    for (const [state, dates] of [
      ['prefilled', {}],
      ['brouillon', {}],
      ['en_construction', { submitted_at: '2026-11-21T10:00:00+01:00' }],
      ['en_instruction', {}],
      ['accepte', { processed_at: '2026-12-01T10:00:00+01:00' }],
    ] as const) {
      Object.assign(dossier, { state, ...dates });
      const { word, at, isDraft, url } = await standingOf(handle);
      seen.push([word, at, isDraft, new URL(url!).pathname]);
    }
    assert.deepEqual(seen, [
      ['prefilled', null, true, '/commencer/creche'],
      ['brouillon', null, true, `/dossiers/${dossier.number}`],
      ['en_construction', '2026-11-21T09:00:00.000Z', false, `/dossiers/${dossier.number}`],
      ['en_instruction', null, false, `/dossiers/${dossier.number}`],
      ['accepte', '2026-12-01T09:00:00.000Z', false, `/dossiers/${dossier.number}`],
    ]);
  });

  it('is asked about fifty files in one question', async () => {
    const handles = [];
    for (let i = 0; i < 50; i++) handles.push((await begin()).handle);
    const before = system.calls.length;
    assert.equal((await connector.poll(link, handles, world)).size, 50);
    assert.equal(system.calls.length - before, 1);
  });

  it('leads nowhere else than to itself', async () => {
    const elsewhere = {
      ...link,
      settings: { ...(link.settings as object), origin: 'https://ailleurs.example' },
    };
    const fetch: World['fetch'] = (url, init) => world.fetch(new URL(url.pathname, system.origin), init);
    await assert.rejects(
      connector.begin(elsewhere as never, { language: 'fr', prefill: {}, report: null }, { ...world, fetch }),
      { code: 'nonsense' },
    );
  });
});
