import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboxEvent, InboxLegal } from '@guichet/contracts/admin/inbox';
import { actOnRequest, type DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import { checkDecision, type DecisionForm, decisionFormOf, decisionOf } from './decision-form.js';

const mayor = { givenName: 'Marie', familyName: 'Dupont', capacity: 'Maire', service: 'Mairie du Favril' };
const deputy = { ...mayor, givenName: 'Odile', capacity: 'Adjointe au maire, par délégation' };
const open = { decision: null } as InboxLegal;
const granted = {
  decision: {
    kind: 'tacitly-granted',
    on: '2026-11-11',
    appealLastDay: null,
    withdrawableUntil: '2027-03-11',
  },
} as InboxLegal;

const event = (kind: InboxEvent['kind'], decision: DecisionContent | null = null): InboxEvent => ({
  id: kind,
  kind,
  at: '2026-11-20T10:00:00Z',
  by: 'agent',
  agentName: null,
  shownAs: null,
  message: null,
  attachments: [],
  changes: [],
  bounce: null,
  report: null,
  why: null,
  nature: null,
  receipt: null,
  items: [],
  answerBy: null,
  to: null,
  decision,
});

const refusal: DecisionForm = {
  outcome: 'refused',
  message: 'Votre demande est refusée.',
  isOther: false,
  author: mayor,
  reasoned: 'given',
  law: ' CGCT, article L2144-3 ',
  facts: 'La salle est prise.',
  illegality: '',
};

const paths = (form: DecisionForm, legal = open) => checkDecision(form, legal).map(({ path }) => path);

test('proposes who signed last, and asks for the rest', () => {
  const form = decisionFormOf({ draft: null, timeline: [], signatories: [mayor, deputy] });
  assert.deepEqual(form.author, mayor);
  assert.equal(form.outcome, null);
  assert.deepEqual(paths(form), ['decision.outcome', 'decision.message']);
  assert.deepEqual(paths(decisionFormOf({ draft: null, timeline: [], signatories: [] })).slice(2), [
    'decision.author.givenName',
    'decision.author.familyName',
    'decision.author.capacity',
    'decision.author.service',
  ]);
});

test('a refusal gives its reasons in law and in fact, or says that none are owed', () => {
  assert.deepEqual(paths({ ...refusal, law: ' ', facts: '' }), [
    'decision.reasons.law',
    'decision.reasons.facts',
  ]);
  assert.deepEqual(paths({ ...refusal, law: '', facts: '', reasoned: 'not-required' }), []);
  assert.deepEqual(decisionOf(refusal, open).reasons, {
    law: 'CGCT, article L2144-3',
    facts: 'La salle est prise.',
  });
  assert.equal(decisionOf({ ...refusal, reasoned: 'not-required' }, open).reasons, 'not-required');
});

test('to refuse what silence accepted is to take it back: why it was illegal is said', () => {
  assert.deepEqual(paths(refusal, granted), ['decision.illegality']);
  const form = { ...refusal, illegality: 'Le plan local d’urbanisme l’interdit.' };
  assert.deepEqual(paths(form, granted), []);
  assert.equal(decisionOf(form, granted).illegality, form.illegality);
  assert.equal(decisionOf(form, open).illegality, null, 'nothing is taken back');
});

test('an acceptance carries nothing of the refusal that was begun', () => {
  const sent = decisionOf({ ...refusal, outcome: 'granted', illegality: 'x' }, granted);
  assert.equal(sent.reasons, null);
  assert.equal(sent.illegality, null);
});

test('the server takes what is right here', () => {
  const decision = decisionOf(refusal, open);
  assert.ok(actOnRequest.safeParse({ action: 'draft', seen: 1, decision }).success);
  assert.ok(
    actOnRequest.safeParse({ action: 'decide', seen: 1, decision, signature: 'handwritten' }).success,
  );
});

test('what was sent back is where its correction begins; what is settled is not', () => {
  const decision = decisionOf({ ...refusal, author: deputy }, open);
  const known = { draft: null, signatories: [mayor] };
  const again = decisionFormOf({
    ...known,
    timeline: [event('draft-decided', decision), event('sent-back')],
  });
  assert.equal(again.message, refusal.message);
  assert.equal(again.law, 'CGCT, article L2144-3');
  assert.equal(again.isOther, true, 'who signs is none of the usual');
  const after = decisionFormOf({
    ...known,
    timeline: [event('draft-decided', decision), event('sent-back'), event('refused', decision)],
  });
  assert.equal(after.message, '');
  const changed = decisionFormOf({
    timeline: [],
    signatories: [deputy],
    draft: { decision, isApproved: false, agentName: null, at: '2026-11-20T10:00:00Z' },
  });
  assert.equal(changed.message, refusal.message);
  assert.equal(changed.isOther, false);
});
