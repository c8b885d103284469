import type { AdminProcedure, SilenceOption } from '@guichet/contracts/admin/procedures';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosesSilence, ruleSentence, silenceSentences } from './silence-words.js';

const options: SilenceOption[] = [
  { id: 'general', effect: 'rejection', months: 2, basis: 'CRPA L231-4, 2°' },
  { id: 'acceptance', effect: 'acceptance', months: 2, basis: 'CRPA L231-1' },
];
const offered = (silence: AdminProcedure['offered']['silence']): AdminProcedure['offered'] => ({
  silence,
  receipt: 'registration',
  answer: null,
  link: 'https://hebergement.example/',
});
const keysOf = (procedure: Parameters<typeof silenceSentences>[0]) =>
  silenceSentences(procedure, options).map(({ key }) => key);

test('says a rule with its months and its text', () => {
  assert.deepEqual(ruleSentence(options[0]!), {
    key: 'procedures.silence.if.rejection',
    values: { months: 2, basis: 'CRPA L231-4, 2°' },
  });
});

test('says what will be, what depends on the resident, and what nobody has chosen', () => {
  const fixed = { effect: 'acceptance', months: 2, basis: 'CRPA L231-1' } as const;
  assert.deepEqual(keysOf({ nature: 'request', silence: 'acceptance', offered: offered(fixed) }), [
    'procedures.silence.if.acceptance',
  ]);
  const none = { effect: 'none', months: null, basis: null } as const;
  assert.deepEqual(keysOf({ nature: 'question', silence: null, offered: offered(none) }), [
    'procedures.silence.if.none',
  ]);
  assert.deepEqual(keysOf({ nature: null, silence: 'acceptance', offered: offered(null) }), [
    'procedures.silence.declared',
    'procedures.silence.if.acceptance',
  ]);
  assert.deepEqual(keysOf({ nature: 'request', silence: null, offered: offered(null) }), [
    'procedures.silence.unchosen',
    // Until somebody chooses: never acceptance.
    'procedures.silence.if.rejection',
  ]);
});

test('lets choose only of what can be a request', () => {
  assert.deepEqual(([null, 'request', 'complaint', 'document', 'question'] as const).map(choosesSilence), [
    true,
    true,
    false,
    false,
    false,
  ]);
});
