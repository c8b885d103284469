import { noProcedureFacts, type ProcedureFacts } from '@guichet/contracts/directory';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { procedureFactsDraft, procedureFactsToSend } from './facts-form.js';

const facts: ProcedureFacts = {
  audience: 'Pour les habitants',
  documents: ['Une pièce d’identité', 'Un justificatif de domicile'],
  cost: 'Gratuit',
  delay: 'Une semaine',
  ways: ['online', 'counter'],
  keywords: ['fête'],
  guide: 'F1341',
};

test('sends back what it was given', () => {
  for (const one of [facts, noProcedureFacts])
    assert.deepEqual(procedureFactsToSend(procedureFactsDraft(one)), one);
});

test('takes a list line by line, without the empty ones', () => {
  const sent = procedureFactsToSend({ ...procedureFactsDraft(facts), documents: ' RIB \n\nPhoto\n' });
  assert.deepEqual(sent.documents, ['RIB', 'Photo']);
});

test('takes the id of a guide from its address; what is none stays, for the server to refuse', () => {
  const guideOf = (guide: string) => procedureFactsToSend({ ...procedureFactsDraft(facts), guide }).guide;
  assert.equal(guideOf(' f1341 '), 'F1341');
  assert.equal(guideOf('https://www.service-public.gouv.fr/particuliers/vosdroits/F1341'), 'F1341');
  assert.equal(guideOf('https://www.service-public.gouv.fr/particuliers/vosdroits/N31?lang=fr#a'), 'N31');
  assert.equal(guideOf(''), null);
  assert.equal(guideOf('permis de construire'), 'permis de construire');
});
