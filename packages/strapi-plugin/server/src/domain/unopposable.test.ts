import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, type RequestEvent } from './request-state.js';
import { friday } from './testing/opening.js';
import { unopposableOf } from './unopposable.js';

const received = (changes: Partial<typeof friday> = {}): RequestEvent => ({
  kind: 'received',
  by: 'resident',
  suspect: false,
  opening: { ...friday, ...changes },
});
const acknowledged = (on: string, missing: ('appeal' | 'service-phone')[] = []): RequestEvent => ({
  kind: 'acknowledged',
  by: 'agent',
  on,
  missing,
});
const refused: RequestEvent = { kind: 'tacitly-refused', by: 'system', on: '2027-01-21' };
const author = { givenName: 'Anne', familyName: 'Martin', capacity: 'Maire', service: 'Mairie du Favril' };

function codes(...events: RequestEvent[]) {
  const folded = fold(events);
  assert(folded.ok, JSON.stringify(folded));
  return unopposableOf(folded.state);
}

test('an acknowledgement that is awaited by its own last day is no failing yet', () => {
  assert.deepEqual(codes(received()), []);
});

test('on paper, where no text sets a day for it, it is one until it is handed over (CRPA L112-6)', () => {
  assert.deepEqual(codes(received({ channel: 'paper', registeredOn: null })), ['not-acknowledged']);
});

test('an acknowledgement that lacks a mention hinders from the day it is sent', () => {
  assert.deepEqual(codes(received(), acknowledged('2026-11-23', ['appeal'])), ['mentions-missing']);
  assert.deepEqual(codes(received(), acknowledged('2026-11-23')), []);
});

test('closing, after which silence may still refuse, mends nothing; what is abusive need not be mended', () => {
  const faulty = [received(), acknowledged('2026-11-23', ['appeal'])];
  assert.deepEqual(codes(...faulty, { kind: 'closed', by: 'agent' }), ['mentions-missing']);
  const abusive: RequestEvent[] = [
    { kind: 'received', by: 'resident', opening: friday, suspect: true },
    { kind: 'acknowledged', by: 'agent', on: '2026-11-23', missing: ['appeal'] },
    { kind: 'rejected-as-abusive', by: 'agent' },
  ];
  assert.deepEqual(codes(...abusive), []);
});

test('one sent after silence has refused hinders for good, even once closed', () => {
  const late = [received(), refused, acknowledged('2027-01-22')];
  assert.deepEqual(codes(...late), ['acknowledged-after-silence']);
  assert.deepEqual(codes(...late, { kind: 'closed', by: 'agent' }), ['acknowledged-after-silence']);
});

test('a refusal that does not say how to challenge it', () => {
  const decision: RequestEvent = {
    kind: 'refused',
    by: 'agent',
    on: '2026-12-01',
    author,
    reasons: 'stated',
    mentionsAppeal: false,
    statesIllegality: false,
  };
  assert.deepEqual(codes(received(), acknowledged('2026-11-23'), decision), ['appeal-not-mentioned']);
  assert.deepEqual(codes(received(), acknowledged('2026-11-23'), { ...decision, mentionsAppeal: true }), []);
});

test('nothing hinders where nothing is refused', () => {
  const faulty = [received(), acknowledged('2026-11-23', ['appeal'])];
  assert.deepEqual(codes(...faulty, { kind: 'granted', by: 'agent', on: '2026-12-01', author }), []);
  assert.deepEqual(codes(...faulty, { kind: 'withdrawn', by: 'resident', on: '2026-12-01' }), []);
  assert.deepEqual(codes(received({ nature: 'question', silence: { effect: 'none' } })), []);
});
