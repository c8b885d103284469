import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, type RequestState } from '../../domain/request-state.js';
import { accessToDocuments, generalSilence } from '../../domain/silence.js';
import { friday } from '../../domain/testing/opening.js';
import { acknowledgeFacts } from './acknowledge.js';

function received(suspect = false): RequestState {
  const folded = fold([
    {
      kind: 'received',
      by: 'resident',
      suspect,
      opening: friday,
    },
  ]);
  assert(folded.ok);
  return folded.state;
}

const on = '2026-11-23';
/** What it is sent for: the nature and rule of the file it is made from. */
const kinds = (state: RequestState, nature: 'request' | 'document') =>
  acknowledgeFacts(state, nature, on, (file) =>
    Promise.resolve({ kind: 'acknowledged', facts: { of: file.nature, rule: file.silence } }),
  );

test('the declared nature is confirmed by the acknowledgement alone', async () => {
  assert.deepEqual(await kinds(received(), 'request'), [
    { kind: 'acknowledged', on, facts: { of: 'request', rule: generalSilence } },
  ]);
});

test('another nature requalifies first, with its own rule, which the acknowledgement follows', async () => {
  assert.deepEqual(await kinds(received(), 'document'), [
    { kind: 'requalified', on, facts: { nature: 'document', silence: accessToDocuments } },
    { kind: 'acknowledged', on, facts: { of: 'document', rule: accessToDocuments } },
  ]);
});

test('what is acknowledged is not abusive: a suspect is released first', async () => {
  assert.deepEqual(
    (await kinds(received(true), 'request')).map(({ kind }) => kind),
    ['released', 'acknowledged'],
  );
});
