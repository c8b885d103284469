import { requestStatuses } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { askedStep, foldTold, type OperatorWord, type Standing, type Told } from './operated.js';

const words: OperatorWord[] = [
  { word: 'deposee', label: 'Demande reçue', status: 'received' },
  { word: 'instruction', label: 'À l’étude', status: 'in-progress' },
  { word: 'acceptee', label: 'Place attribuée', status: 'answered' },
  { word: 'close', label: 'Dossier clos', status: 'closed' },
];

const told = (id: string, at: string, word: string, changes: Partial<Told> = {}): Told => ({
  id,
  at: `2026-11-${at}.000Z`,
  word,
  label: null,
  reference: 'C-1',
  url: null,
  acknowledgement: null,
  isDraft: false,
  ...changes,
});

const sent = told('a', '02T09:00:00', 'deposee', { acknowledgement: { on: '2026-11-02', url: null } });
const studied = told('b', '05T09:00:00', 'instruction', { url: 'https://creches.example/C-1' });
const granted = told('c', '20T09:00:00', 'acceptee');

const instants = fc.integer({ min: 0, max: 5 }).map((second) => `01T00:00:0${second}`);
const anyTold: fc.Arbitrary<Told> = fc
  .record({
    id: fc.uuid(),
    at: instants,
    word: fc.constantFrom(...words.map(({ word }) => word), 'inconnu', '__proto__'),
    label: fc.option(fc.constantFrom('Un mot', 'Un autre')),
    isDraft: fc.boolean(),
    reference: fc.constantFrom('C-1', null),
    url: fc.option(fc.webUrl()),
  })
  .map(({ id, at, word, ...changes }) => told(id, at, word, changes));
const anyHistory = fc.uniqueArray(anyTold, { selector: ({ id }) => id, maxLength: 12 });

describe('where a request at an operator stands', () => {
  it('is what was told last, by the operator’s clock, in its words', () => {
    const state = foldTold([sent, studied, granted], words);
    assert.deepEqual(
      state.steps.map(({ label, status }) => [label, status]),
      [
        ['Demande reçue', 'received'],
        ['À l’étude', 'in-progress'],
        ['Place attribuée', 'answered'],
      ],
    );
    assert.equal(state.status, 'answered');
    assert.equal(state.sentAt, sent.at);
    assert.deepEqual(state.acknowledgement, { on: '2026-11-02', url: null });
  });

  it('leads on only where the latest thing told does', () => {
    assert.equal(foldTold([sent, studied], words).url, 'https://creches.example/C-1');
    assert.equal(foldTold([sent, studied, granted], words).url, null);
  });

  it('is told with a word that nobody has given a meaning as with any other: it goes on', () => {
    const { steps, status } = foldTold([sent, told('x', '06T00:00:00', 'commission')], words);
    assert.equal(status, 'in-progress');
    assert.equal(steps[1]!.label, 'commission');
  });

  it('has in its history what comes late, which changes nothing else', () => {
    const before = foldTold([sent, granted], words);
    const after = foldTold([sent, granted, studied], words);
    assert.deepEqual({ ...after, steps: before.steps }, before);
    assert.equal(after.steps.length, 3);
  });

  it('is « received », and not yet sent, where nothing is known, or only a draft', () => {
    const draft = told('d', '01T00:00:00', 'deposee', { isDraft: true });
    assert.deepEqual([foldTold([], words).status, foldTold([], words).isSent], ['received', false]);
    assert.deepEqual([foldTold([draft], words).isSent, foldTold([draft], words).reference], [false, 'C-1']);
    assert.equal(foldTold([draft, sent], words).sentAt, sent.at);
  });

  it('does not say twice what was told twice, be it under another id', () => {
    assert.equal(foldTold([sent, sent, { ...sent, id: 'z' }], words).steps.length, 1);
  });

  it('is the same whatever the order, and however often anything is told', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) =>
          fc.record({
            history: fc.constant(history),
            shuffled: fc.shuffledSubarray(history, { minLength: history.length }),
            again: fc.subarray(history),
          }),
        ),
        ({ history, shuffled, again }) => {
          assert.deepEqual(foldTold([...shuffled, ...again], words), foldTold(history, words));
        },
      ),
    );
  });

  it('is never changed by what is older than the latest, and its history is in order', () => {
    fc.assert(
      fc.property(anyHistory, anyTold, (history, late) => {
        const before = foldTold(history, words);
        const after = foldTold([...history, late], words);
        const instants = after.steps.map(({ at }) => at);
        assert.deepEqual(instants, instants.toSorted());
        assert.ok(requestStatuses.includes(after.status));
        if (before.steps.some(({ at }) => at > late.at)) {
          assert.equal(after.status, before.status);
          assert.equal(after.url, before.url);
        }
      }),
    );
  });
});

describe('what asking an operator brings to light', () => {
  const now = new Date('2026-11-06T12:00:00.000Z');
  const standing: Standing = { word: 'instruction', at: null, reference: 'C-1', url: null, isDraft: false };
  const asked = (before: Told[], changes: Partial<Standing> = {}) =>
    askedStep(before, words, { ...standing, ...changes }, 'new', now);

  it('is dated by the operator where it tells, else now', () => {
    assert.equal(asked([sent])!.at, now.toISOString());
    assert.equal(asked([sent], { at: studied.at })!.at, studied.at);
  });

  it('is nothing where nothing has changed', () => {
    assert.equal(asked([sent, { ...studied, url: null }], { at: '2026-11-01T00:00:00.000Z' }), null);
    assert.ok(asked([sent, studied]), 'it leads nowhere any more');
  });

  it('is where the file stands, even where it went back, and whatever the clocks say', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.constantFrom(...words.map(({ word }) => word), 'inconnu'),
        fc.option(instants.map((instant) => `2026-11-${instant}.000Z`)),
        fc.date({ min: new Date('2026-10-31'), max: new Date('2026-11-02'), noInvalidDate: true }),
        (history, word, at, now) => {
          const step = askedStep(history, words, { ...standing, word, at }, 'new', now);
          const state = foldTold([...history, ...(step ? [step] : [])], words);
          assert.equal(state.url, null);
          assert.equal(state.status, words.find((one) => one.word === word)?.status ?? 'in-progress');
        },
      ),
    );
  });
});
