import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entries, type Entry } from '@guichet/contracts/teleprocedure';
import fc from 'fast-check';
import {
  chooseEntry,
  type Framing,
  type Probe,
  type ProbeAnswer,
  probed,
  probeFaults,
  refusedOrigins,
} from './framing.js';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const HOUR_MS = 3_600_000;
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
const URL_THERE = 'https://creches.agglo.example/inscription';
const MAIRIE = 'https://www.mairie.example';
const HOSTING = 'https://guichet.example';

const page: ProbeAnswer = {
  status: 200,
  finalUrl: URL_THERE,
  isInsecure: false,
  frameOptions: null,
  contentSecurityPolicy: null,
};
const known = (answer: ProbeAnswer, before: Probe | null = null, now = NOW) =>
  probed(before, URL_THERE, answer, now, 0);
const framing = (probe: Probe | null, more: Partial<Framing> = {}): Framing => ({
  furthest: 'frame',
  url: URL_THERE,
  probe,
  origins: [MAIRIE],
  hosting: HOSTING,
  ...more,
});
const chosen = (answer: Partial<ProbeAnswer> & object, more: Partial<Framing> = {}) =>
  chooseEntry(framing(known({ ...page, ...answer }), more), NOW);

describe('the way into a téléprocédure', () => {
  it('is a frame where nothing stands against it', () => {
    assert.deepEqual(chosen({}), { entry: 'frame', reason: 'framable' });
    assert.deepEqual(chosen({ contentSecurityPolicy: `frame-ancestors ${MAIRIE}` }), {
      entry: 'frame',
      reason: 'framable',
    });
  });

  it('is a whole window where the operator refuses frames, or those of this administration', () => {
    assert.deepEqual(chosen({ frameOptions: 'SAMEORIGIN' }), { entry: 'hand-off', reason: 'frame-options' });
    const another = { contentSecurityPolicy: 'frame-ancestors https://www.voisine.example' };
    assert.deepEqual(chosen(another), { entry: 'hand-off', reason: 'frame-ancestors' });
    const origins = [MAIRIE, 'https://www.voisine.example'];
    assert.equal(chosen(another, { origins }).entry, 'hand-off');
    assert.deepEqual(refusedOrigins(framing(known({ ...page, ...another }), { origins }), NOW), [MAIRIE]);
  });

  it('is a whole window where one is led to another origin, to a login for instance', () => {
    const finalUrl = 'https://connexion.example/login?back=1';
    assert.deepEqual(chosen({ finalUrl }), { entry: 'hand-off', reason: 'redirected' });
    assert.equal(chosen({ finalUrl: 'https://creches.agglo.example/session/new' }).entry, 'frame');
  });

  it('is a whole window where the operator answers no program, or for ever sends elsewhere', () => {
    for (const status of [401, 403, 429, 400])
      assert.deepEqual(chosen({ status }), { entry: 'hand-off', reason: 'refused' });
    assert.deepEqual(chooseEntry(framing(known({ fault: 'too-many-redirects' })), NOW), {
      entry: 'hand-off',
      reason: 'too-many-redirects',
    });
  });

  it('is no frame on the page’s own origin, nor on the hosting’s', () => {
    const origin = 'https://creches.agglo.example';
    for (const more of [{ origins: [MAIRIE, origin] }, { hosting: origin }])
      assert.deepEqual(chosen({}, more), { entry: 'hand-off', reason: 'own-origin' });
  });

  it('is a mere link where what travels could be read on the way', () => {
    assert.deepEqual(chosen({ isInsecure: true }), { entry: 'link', reason: 'insecure' });
    const url = 'http://creches.agglo.example/';
    assert.deepEqual(chooseEntry(framing(null, { url }), NOW), { entry: 'link', reason: 'insecure' });
    const own = 'http://localhost:4010/';
    const answer = { ...page, finalUrl: own };
    assert.equal(chooseEntry(framing(probed(null, own, answer, NOW, 0), { url: own }), NOW).entry, 'frame');
  });

  it('goes no further than its settings say', () => {
    assert.deepEqual(chosen({}, { furthest: 'hand-off' }), { entry: 'hand-off', reason: 'furthest' });
    assert.deepEqual(chosen({}, { furthest: 'link' }), { entry: 'link', reason: 'furthest' });
    assert.equal(chosen({ frameOptions: 'DENY' }, { furthest: 'link' }).entry, 'link');
  });

  it('is a whole window while nobody has asked, or of an address that was asked before another', () => {
    assert.deepEqual(chooseEntry(framing(null), NOW), { entry: 'hand-off', reason: 'untried' });
    const elsewhere = framing(known(page), { url: 'https://creches.agglo.example/autre' });
    assert.deepEqual(chooseEntry(elsewhere, NOW), { entry: 'hand-off', reason: 'untried' });
  });

  it('tells of an unknown administration’s pages what holds for all', () => {
    const none = { origins: [] };
    assert.equal(chosen({ contentSecurityPolicy: "frame-ancestors 'none'" }, none).reason, 'frame-ancestors');
    assert.equal(chosen({ contentSecurityPolicy: `frame-ancestors ${MAIRIE}` }, none).reason, 'framable');
    assert.equal(chosen({ frameOptions: 'DENY' }, none).reason, 'frame-options');
  });
});

describe('an operator that is away', () => {
  const absences: ProbeAnswer[] = [
    ...probeFaults.filter((fault) => fault !== 'too-many-redirects').map((fault) => ({ fault })),
    { ...page, status: 404 },
    { ...page, status: 410 },
    { ...page, status: 503 },
  ];

  it('keeps its way in for a day, and is a mere link from then on, until it is back', () => {
    for (const absent of absences) {
      let probe = known(page);
      for (let hours = 1; hours < 24; hours += 6) probe = known(absent, probe, after(hours));
      assert.equal(chooseEntry(framing(probe), after(24)).entry, 'frame');
      assert.equal(chooseEntry(framing(probe), after(25)).entry, 'link');
      probe = known(page, probe, after(30));
      assert.deepEqual(chooseEntry(framing(probe), after(30)), { entry: 'frame', reason: 'framable' });
      assert.equal(probe.failingSince, null);
    }
  });

  it('is a mere link from the start where it never was there, and says why', () => {
    const reasons = absences.map((absent) => chooseEntry(framing(known(absent)), NOW));
    assert.ok(reasons.every(({ entry }) => entry === 'link'));
    assert.deepEqual(
      reasons.map(({ reason }) => reason),
      ['unknown-name', 'certificate', 'private-address', 'unreachable', 'gone', 'gone', 'server-error'],
    );
  });

  it('is asked later and later, four times a day at least, and every hour once it is back', () => {
    let probe = known(page);
    const pauses: number[] = [];
    for (let i = 0; i < 5; i++) {
      probe = known({ fault: 'unreachable' }, probe, NOW);
      pauses.push((Date.parse(probe.nextAt) - NOW.getTime()) / HOUR_MS);
    }
    assert.deepEqual(pauses, [1, 2, 4, 6, 6]);
    assert.equal(Date.parse(known(page, probe).nextAt) - NOW.getTime(), HOUR_MS);
    assert.ok(Date.parse(probed(null, URL_THERE, page, NOW, 0.5).nextAt) < after(1).getTime());
  });

  it('tells of a refusal at once: that is no absence', () => {
    const probe = known({ ...page, frameOptions: 'DENY' }, known(page), after(1));
    assert.equal(chooseEntry(framing(probe), after(1)).reason, 'frame-options');
  });
});

describe('whatever is answered', () => {
  const anyAnswer: fc.Arbitrary<ProbeAnswer> = fc.oneof(
    fc.constantFrom(...probeFaults).map((fault) => ({ fault })),
    fc.record({
      status: fc.integer({ min: 100, max: 599 }),
      finalUrl: fc.constantFrom(
        URL_THERE,
        'https://creches.agglo.example/',
        'https://login.example/',
        'http://a.example/',
      ),
      isInsecure: fc.boolean(),
      frameOptions: fc.option(fc.constantFrom('DENY', 'SAMEORIGIN', 'ALLOWALL', 'x')),
      contentSecurityPolicy: fc.option(
        fc.constantFrom(
          "frame-ancestors 'none'",
          'frame-ancestors *',
          `frame-ancestors ${MAIRIE}`,
          'img-src *',
        ),
      ),
    }),
  );
  const anyOrigins = fc.subarray([MAIRIE, 'https://creches.agglo.example', 'http://vieux-site.example']);

  it('never goes further than the settings, and never further for more pages', () => {
    const rank = (entry: Entry) => -entries.indexOf(entry);
    fc.assert(
      fc.property(anyAnswer, anyOrigins, fc.constantFrom(...entries), (answer, origins, furthest) => {
        const one = (more: Partial<Framing>) =>
          chooseEntry(framing(known(answer), { origins, furthest, ...more }), NOW).entry;
        assert.ok(rank(one({})) <= rank(furthest));
        assert.ok(
          rank(one({ origins: [...origins, 'https://autre.example'] })) <= rank(one({})) || !origins.length,
        );
        assert.ok(rank(one({ furthest: 'link' })) <= rank(one({ furthest: 'frame' })));
      }),
    );
  });
});
