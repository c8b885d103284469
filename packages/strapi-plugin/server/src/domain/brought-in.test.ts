import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { broughtIn, writtenHere } from './brought-in.js';

const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true });

const facts = record({
  name: fc.string({ maxLength: 3 }),
  phones: fc.array(record({ number: fc.string({ maxLength: 2 }), label: fc.constantFrom('', 'a') }), {
    maxLength: 2,
  }),
  position: fc.option(record({ latitude: fc.integer(), longitude: fc.integer() })),
});

describe('what a source brings in', () => {
  it('is followed field by field where nobody wrote', () =>
    fc.assert(
      fc.property(facts, facts, (former, now) => {
        assert.deepEqual(broughtIn(former, former, now), now);
        assert.deepEqual(broughtIn(null, null, now), now);
      }),
    ));

  it('never takes what was written here, and says which fields those are', () =>
    fc.assert(
      fc.property(
        facts,
        facts,
        facts,
        fc.constantFrom('name', 'phones', 'position'),
        (former, mine, now, field) => {
          const shown = { ...former, [field]: mine[field] };
          const isWritten = writtenHere(shown, former).includes(field);
          const result = broughtIn(shown, former, now);
          assert.deepEqual(result[field], isWritten ? mine[field] : now[field]);
          for (const other of ['name', 'phones', 'position'] as const)
            if (other !== field) assert.deepEqual(result[other], now[other]);
        },
      ),
    ));

  it('comes in twice as once', () =>
    fc.assert(
      fc.property(facts, facts, facts, (shown, former, now) => {
        const once = broughtIn(shown, former, now);
        assert.deepEqual(broughtIn(once, now, now), once);
      }),
    ));

  it('leaves all that was written before there was a source', () =>
    assert.deepEqual(broughtIn({ name: 'a' }, null, { name: 'b' }), { name: 'a' }));

  it('does not take another order of members for another value', () =>
    assert.deepEqual(writtenHere({ at: { x: 1, y: 2 } }, { at: { y: 2, x: 1 } }), []));
});
