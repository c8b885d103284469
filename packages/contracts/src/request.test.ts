import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openapi, operations, pathOfOperation } from './openapi.js';
import { problemStatus } from './problem.js';
import { newRequest, type NewRequest } from './request.js';
import { capacities, checkRequest, limits, natures } from './request-rules.js';

/** Mostly what is right, so that whole requests are now and then; otherwise texts around every edge of the rules. */
const mostly = (right: string, ...wrong: string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
const edge = (max: number) =>
  mostly('Dubois', '', ' ', 'é'.repeat(max), 'é'.repeat(max + 1), 'a\nb', 'a\u0000b', 'a\u2028b', '<script>');
const email = mostly('a@b.fr', '', 'a@b', 'a@b.fr\r\nBcc: c@d.fr', `${'a'.repeat(300)}@b.fr`);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const postalAddress = fc.record({
  lines: fc.array(edge(limits.addressLine), { maxLength: 5 }),
  postalCode: mostly('28190', '', '2819', 'SW1A 1AA', '1'.repeat(13)),
  city: edge(limits.city),
  country: mostly('FR', 'GB', 'fr', '', 'FRA'),
});
const everySender = {
  email,
  receiptEmail: optional(email),
  phone: optional(fc.constantFrom('01 99 00 28 14', '', 'x', '1'.repeat(40))),
  refusesElectronicReply: fc.boolean(),
  onBehalfOf: optional(fc.record({ name: edge(limits.name), capacity: fc.constantFrom(...capacities) })),
};
const person = {
  familyName: edge(limits.name),
  givenName: edge(limits.name),
  preferredName: optional(edge(limits.name)),
  postalAddress,
};
const sender = fc.oneof(
  fc.record({ kind: fc.constant('individual' as const), ...person, ...everySender }),
  fc.record({
    kind: fc.constant('company' as const),
    siret: optional(fc.constantFrom('73282932000074', '73282932000075', '')),
    siren: optional(fc.constantFrom('732829320', '732829321', '')),
    name: edge(limits.name),
    ...everySender,
  }),
  fc.record({
    kind: fc.constant('association' as const),
    rna: fc.constantFrom('W751212517', '', 'W75'),
    name: edge(limits.name),
    ...everySender,
  }),
  fc.record({
    kind: fc.constant('organisation' as const),
    name: edge(limits.name),
    ...person,
    ...everySender,
  }),
  fc.record({ kind: fc.constant('minimal' as const), ...everySender }),
);
const request: fc.Arbitrary<NewRequest> = fc.record({
  procedure: fc.constant('contact'),
  nature: fc.constantFrom(...natures),
  recipient: optional(fc.constantFrom('voirie', 'état civil', '', 'a'.repeat(65))),
  sender,
  subject: edge(limits.subject),
  message: edge(limits.message),
  language: fc.constantFrom('fr' as const, 'en' as const),
});

describe('what the page checks and what the server parses', () => {
  it('agree on every member and every code', () => {
    fc.assert(
      fc.property(request, (one) => {
        const expected = checkRequest(one).map(({ path, code }) => `${path}: ${code}`);
        const parsed = newRequest.safeParse(one);
        const found = parsed.success
          ? []
          : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
        assert.deepEqual(found, expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('meet both what can be sent and what cannot', () => {
    const outcomes = fc.sample(request, { numRuns: 5000, seed: 1 }).map((one) => checkRequest(one).length);
    assert.ok(outcomes.some((errors) => errors === 0));
    assert.ok(outcomes.some((errors) => errors > 3));
  });

  it('say one thing of a member at most', () => {
    fc.assert(
      fc.property(request, (one) => {
        const paths = checkRequest(one).map(({ path }) => path);
        assert.equal(new Set(paths).size, paths.length);
      }),
    );
  });
});

describe('the description of the API', () => {
  const document = openapi('1.2.3') as {
    paths: Record<string, Record<string, { responses: Record<string, object> }>>;
  };

  it('has each operation under its path, with each status it answers', () => {
    for (const { route, method, status, problems } of operations) {
      const path = pathOfOperation({ route }).replace(':code', '{code}').replace(':id', '{id}');
      const operation = document.paths[path]?.[method];
      const answered = new Set([String(status), ...problems.map((code) => String(problemStatus[code]))]);
      assert.deepEqual(new Set(Object.keys(operation?.responses ?? {})), answered, route);
    }
  });

  it('can be written as JSON, without a trace of what JSON Schema cannot say', () => {
    assert.ok(JSON.stringify(document).length > 5000);
    assert.ok(!JSON.stringify(document).includes('undefined'));
  });
});
