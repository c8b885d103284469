import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionLacks } from './decision-lacks.js';

const refusal = { outcome: 'refused', message: 'Non.', reasons: null, illegality: null } as const;
const reasons = { law: 'CGCT L2212-2', facts: 'Les faits.' };
const alone = { signature: null, isAttested: false, standing: null } as const;

test('a refusal says why, or that it need not', () => {
  assert.deepEqual(decisionLacks(refusal, alone), ['reasons']);
  assert.deepEqual(decisionLacks({ ...refusal, reasons }, alone), []);
  assert.deepEqual(decisionLacks({ ...refusal, reasons: 'not-required' }, alone), []);
  assert.deepEqual(decisionLacks({ ...refusal, outcome: 'granted' }, alone), []);
});

test('what takes back an acceptance, whoever or whatever accepted, says why that was illegal', () => {
  const stated = { ...refusal, reasons };
  for (const kind of ['granted', 'tacitly-granted'] as const) {
    const after = { ...alone, standing: { kind, on: '2026-11-20' } };
    assert.deepEqual(decisionLacks(stated, after), ['illegality']);
    assert.deepEqual(decisionLacks({ ...stated, illegality: 'Le terrain est inondable.' }, after), []);
  }
  const refused = { ...alone, standing: { kind: 'tacitly-refused', on: '2026-11-20' } } as const;
  assert.deepEqual(decisionLacks(stated, refused), []);
});

test('without a hand’s signature only through an attested téléservice', () => {
  const granted = { ...refusal, outcome: 'granted' } as const;
  assert.deepEqual(decisionLacks(granted, { ...alone, signature: 'none' }), ['signature']);
  assert.deepEqual(decisionLacks(granted, { ...alone, signature: 'none', isAttested: true }), []);
  assert.deepEqual(decisionLacks(granted, { ...alone, signature: 'handwritten' }), []);
});
