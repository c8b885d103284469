import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Receipt } from './receipt.js';
import { natures } from './request-choices.js';
import { mentionsOf, standingOf } from './standing.js';
import type { TrackedRequest } from './tracking.js';
import { standingEn } from './words/standing.en.js';
import { standingFr } from './words/standing.fr.js';
import { trackingFr } from './words/tracking.fr.js';

const plainRequest: TrackedRequest = {
  reference: '28148-2026-7K3M-9QXB',
  receivedAt: '2026-11-21T21:04:10+01:00',
  nature: 'request',
  subject: 'Éclairage',
  recipient: null,
  status: 'received',
  canWrite: true,
  canWithdraw: true,
  acknowledgement: null,
  acknowledgementDueBy: null,
  silence: null,
  decision: null,
  timeline: [],
};
const commune = { kind: 'commune' } as const;
const appeal = { body: 'Tribunal administratif d’Orléans', delay: 'P2M', online: null };

/** Every situation, and all that is said of it. */
function everything(): string[] {
  const effects = ['acceptance', 'rejection'] as const;
  const dates = ['2027-02-01', null];
  const silences = effects.flatMap((effect) => dates.map((date) => ({ effect, date, basis: 'CRPA L231-1' })));
  const decisions = [
    { kind: 'tacitly-granted', on: '2027-02-01', appeal: null },
    ...dates.map((lastDay) => ({
      kind: 'tacitly-refused' as const,
      on: '2027-02-01',
      appeal: { ...appeal, lastDay },
    })),
  ] as const;
  const timeline = [
    {
      id: '1',
      kind: 'requalified',
      at: plainRequest.receivedAt,
      by: { kind: 'agent', name: null },
      message: null,
    },
  ] as TrackedRequest['timeline'];
  const requests: TrackedRequest[] = [
    ...natures.map((nature) => ({ ...plainRequest, nature, timeline, acknowledgementDueBy: '2027-02-01' })),
    ...silences.map((silence) => ({ ...plainRequest, silence })),
    ...decisions.map((decision) => ({ ...plainRequest, decision })),
  ];
  const service = { name: 'Mairie', address: '1 rue', email: 'a@b.example', phone: '01' };
  const receipts = silences.map((silence): Receipt => ({
    kind: 'acknowledgement',
    service,
    silence,
    appeal,
  }));
  const mentions = receipts.flatMap((receipt) =>
    natures.flatMap((nature) => mentionsOf(receipt, nature, standingFr)),
  );
  return [
    ...requests.flatMap((request) => standingOf(request, commune, standingFr).sentences),
    ...mentions.flatMap(({ label, value }) => [label, value]),
    ...Object.values(trackingFr)
      .flat()
      .filter((words) => typeof words === 'string'),
  ];
}

describe('where a request stands', () => {
  it('is written in French as French is: spaces that do not break, typographic apostrophes', () => {
    for (const text of everything()) assert.doesNotMatch(text, / [:;!?»]|« |'|undefined|null|NaN/, text);
  });

  it('tells the first of a month as one says it', () => {
    assert.equal(standingFr.day('2027-02-01'), '1er février 2027');
    assert.equal(standingFr.day('2027-02-21'), '21 février 2027');
    assert.equal(standingEn.day('2027-02-01'), '1 February 2027');
  });

  it('says nothing where the law dates nothing', () => {
    assert.deepEqual(standingOf(plainRequest, commune, standingFr), { sentences: [], appeal: [] });
  });

  it('leads before nobody what silence has granted', () => {
    const decision = {
      kind: 'tacitly-granted',
      on: '2027-02-01',
      appeal: { ...appeal, lastDay: null },
    } as const;
    assert.deepEqual(standingOf({ ...plainRequest, decision }, commune, standingFr).appeal, []);
  });

  it('leaves out what the administration has not', () => {
    const service = { name: 'Mairie', address: '', email: '', phone: '01 99 00 28 14' };
    const mentions = mentionsOf({ kind: 'acknowledgement', service }, 'question', standingFr);
    assert.deepEqual(
      mentions.map(({ value }) => value),
      ['une question', 'Mairie', '01 99 00 28 14'],
    );
  });
});
