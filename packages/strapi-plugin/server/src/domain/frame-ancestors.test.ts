import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { frameAncestors } from '@guichet/contracts/frame-headers';
import { refusalToFrame } from './frame-ancestors.js';

const OPERATOR = 'https://creches.agglo.example';
const MAIRIE = 'https://www.mairie.example';

const byPolicy = (contentSecurityPolicy: string, ancestor = MAIRIE, self = OPERATOR) =>
  refusalToFrame({ frameOptions: null, contentSecurityPolicy }, ancestor, self);
const byOption = (frameOptions: string | null, ancestor = MAIRIE) =>
  refusalToFrame({ frameOptions, contentSecurityPolicy: null }, ancestor, OPERATOR);
const lets = (sources: string, ancestor = MAIRIE, self = OPERATOR) =>
  byPolicy(`frame-ancestors ${sources}`, ancestor, self) === null;

describe('X-Frame-Options', () => {
  it('refuses by DENY and by SAMEORIGIN, in any case', () => {
    for (const option of ['DENY', 'deny', ' SameOrigin ', 'SAMEORIGIN'])
      assert.equal(byOption(option), 'frame-options', option);
    assert.equal(byOption('SAMEORIGIN', OPERATOR), null);
  });

  it('refuses nothing by what browsers do not know: ALLOW-FROM, an unknown word, an empty header', () => {
    for (const option of [null, '', 'ALLOW-FROM https://www.mairie.example', 'ALLOWALL', 'none'])
      assert.equal(byOption(option), null, String(option));
  });

  it('refuses by headers that contradict each other, unless none of them is known', () => {
    assert.equal(byOption('SAMEORIGIN, DENY', OPERATOR), 'frame-options');
    assert.equal(byOption('ALLOWALL, whatever'), 'frame-options');
    assert.equal(byOption('SAMEORIGIN, sameorigin', OPERATOR), null);
    assert.equal(byOption('this, that'), null);
  });

  it('is passed over where a policy has frame-ancestors, and counts beside any other policy', () => {
    const both = (contentSecurityPolicy: string) =>
      refusalToFrame({ frameOptions: 'DENY', contentSecurityPolicy }, MAIRIE, OPERATOR);
    assert.equal(both(`frame-ancestors ${MAIRIE}`), null);
    assert.equal(both("default-src 'self'"), 'frame-options');
  });
});

describe('frame-ancestors', () => {
  it('is read out of several directives, policies and headers', () => {
    assert.deepEqual(
      frameAncestors("default-src 'self'; Frame-Ancestors a.example  b.example;, img-src *, frame-ancestors"),
      [['a.example', 'b.example'], []],
    );
    assert.deepEqual(frameAncestors('frame-ancestors a.example; frame-ancestors *'), [['a.example']]);
    assert.deepEqual(frameAncestors(null), []);
  });

  it('lets where every policy lets', () => {
    assert.equal(byPolicy(`frame-ancestors ${MAIRIE}, frame-ancestors *`), null);
    assert.equal(byPolicy(`frame-ancestors ${MAIRIE}, frame-ancestors 'none'`), 'frame-ancestors');
  });

  it('refuses all by none, and by nothing', () => {
    for (const sources of ["'none'", "'NONE'", '', ' ']) assert.ok(!lets(sources), sources);
    // Beside others it is no keyword.
    assert.ok(lets(`'none' ${MAIRIE}`));
  });

  it('takes self for the page’s own origin, and for the encrypted form of it', () => {
    assert.ok(!lets("'self'"));
    assert.ok(lets("'self'", OPERATOR));
    assert.ok(lets("'self'", OPERATOR, 'http://creches.agglo.example'));
    assert.ok(!lets("'self'", 'http://creches.agglo.example', OPERATOR));
    assert.ok(!lets("'self'", 'https://creches.agglo.example:8443', OPERATOR));
  });

  it('matches hosts, and wildcards below a name but not the name', () => {
    assert.ok(lets('www.mairie.example'));
    assert.ok(lets('WWW.Mairie.Example'));
    assert.ok(!lets('mairie.example'));
    assert.ok(lets('*.mairie.example'));
    assert.ok(!lets('*.mairie.example', 'https://mairie.example'));
    assert.ok(!lets('*.mairie.example', 'https://fausse-mairie.example'));
    assert.ok(lets('*'));
    assert.ok(lets('https://*'));
    assert.ok(!lets('www.mairie.example.attacker.example'));
    assert.ok(!lets('10.0.0.1', 'https://10.0.0.1'));
  });

  it('matches schemes, the encrypted one where the other is named', () => {
    assert.ok(lets('https:'));
    assert.ok(lets('http:'));
    assert.ok(!lets('https:', 'http://www.mairie.example'));
    assert.ok(lets('http://www.mairie.example'));
    assert.ok(!lets('https://www.mairie.example', 'http://www.mairie.example'));
    assert.ok(!lets('data: blob:'));
    // Without a scheme, the operator's own is meant.
    assert.ok(!lets('www.mairie.example', 'http://www.mairie.example'));
    assert.ok(lets('www.mairie.example', 'http://www.mairie.example', 'http://creches.agglo.example'));
  });

  it('matches ports', () => {
    assert.ok(lets('https://www.mairie.example:443'));
    assert.ok(!lets('https://www.mairie.example:8443'));
    assert.ok(lets('https://www.mairie.example:8443', 'https://www.mairie.example:8443'));
    assert.ok(!lets('https://www.mairie.example', 'https://www.mairie.example:8443'));
    assert.ok(lets('https://www.mairie.example:*', 'https://www.mairie.example:8443'));
    assert.ok(lets('http://localhost:*', 'http://localhost:4001', 'http://localhost:4010'));
  });

  it('matches no path but the root', () => {
    assert.ok(lets('https://www.mairie.example/'));
    assert.ok(!lets('https://www.mairie.example/services'));
  });

  it('never lets by another policy what one refuses, whatever they say', () => {
    const source = fc.oneof(
      fc.constantFrom(
        "'none'",
        "'self'",
        '*',
        'https:',
        'http:',
        MAIRIE,
        '*.mairie.example',
        'mairie.example',
      ),
      fc.string({ unit: 'binary-ascii', maxLength: 30 }),
    );
    const policy = fc
      .array(source, { maxLength: 4 })
      .map((sources) => `frame-ancestors ${sources.join(' ').replace(/[;,]/g, '')}`);
    fc.assert(
      fc.property(policy, policy, (one, other) => {
        const both = byPolicy(`${one}, ${other}`);
        assert.equal(both === null, byPolicy(one) === null && byPolicy(other) === null);
        assert.equal(both, byPolicy(`${other},${one}`));
      }),
    );
  });

  it('never lets somebody by a list of others', () => {
    fc.assert(
      fc.property(fc.array(fc.domain(), { minLength: 1, maxLength: 5 }), (hosts) => {
        fc.pre(!hosts.includes('www.mairie.example'));
        const sources = hosts.flatMap((host) => [host, `*.${host}`, `https://${host}`]);
        fc.pre(!hosts.some((host) => 'www.mairie.example'.endsWith(`.${host}`)));
        assert.ok(!lets(sources.join(' ')));
        assert.ok(lets([...sources, MAIRIE].join(' ')));
      }),
    );
  });

  it('reads whatever a header may hold, in no time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 60 }), (policy, frameOptions) => {
        refusalToFrame({ frameOptions, contentSecurityPolicy: policy }, MAIRIE, OPERATOR);
      }),
    );
    const long = `frame-ancestors ${'*.a'.repeat(20_000)} ${'a.'.repeat(20_000)}`;
    assert.equal(byPolicy(long), 'frame-ancestors');
  });
});
