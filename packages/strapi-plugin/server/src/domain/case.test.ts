import { daysAfter } from '@guichet/contracts/civil-date';
import { natures } from '@guichet/contracts/request-rules';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AskedItem, CaseEvent, CaseEventKind, Opening } from './case-events.js';
import { caseActors } from './case-events.js';
import { lastDayToTakeBack } from './case-clocks.js';
import { standingDecision } from './case-silence.js';
import { projectionOf } from './projection.js';
import {
  actorKinds,
  eventKinds,
  type Fact,
  fold,
  next,
  type RequestEvent,
  type RequestState,
} from './request-state.js';
import { silenceChoices } from './silence-choices.js';
import { possibleKinds, situationOf } from './situation.js';
import { territories } from './working-days.js';

const RECEIVED = '2026-11-21';
/** Now and then before the reception, mostly within the year that follows. */
const day = fc.integer({ min: -3, max: 380 }).map((days) => daysAfter(RECEIVED, days));
const by = fc.constantFrom(...actorKinds);
const nature = fc.constantFrom(...natures);
const silence = fc.constantFrom(...Object.values(silenceChoices));
const territory = fc.constantFrom(...territories);
const word = fc.constantFrom('', 'Mot');
const distance = fc.constantFrom(0 as const, 1 as const, 2 as const);
const outcome = fc.constantFrom('granted' as const, 'refused' as const);
const author = fc.record({
  givenName: fc.constant('Léa'),
  familyName: fc.constant('Martin'),
  capacity: word,
  service: fc.constant('Mairie'),
});
const item: fc.Arbitrary<AskedItem> = fc.record({
  isRequired: fc.boolean(),
  isIndispensable: fc.boolean(),
});

const kept: fc.Arbitrary<Opening> = fc.record({
  on: fc.constant(RECEIVED),
  registeredOn: fc.constantFrom(null, RECEIVED),
  channel: fc.constantFrom('electronic' as const, 'paper' as const),
  nature: fc.constantFrom('request' as const, 'request' as const, 'question' as const),
  silence,
  calendar: fc.record({ territory, prolongsSilence: fc.boolean() }),
  distance,
});
const opening: fc.Arbitrary<Opening> = fc.oneof(
  kept,
  kept.map((one) => ({ ...one, transit: 'email' as const })),
);

/** What each kind carries besides its day and its actor. */
const carried: {
  [Kind in CaseEventKind]: fc.Arbitrary<Omit<Extract<CaseEvent, { kind: Kind }>, 'on' | 'by' | 'kind'>>;
} = {
  acknowledged: fc.record({ missing: fc.constantFrom([], ['service-phone' as const]) }),
  requalified: fc.record({ nature, silence }),
  assigned: fc.record({ to: fc.constantFrom(null, 7) }),
  'items-asked': fc.record({
    items: fc.array(item, { minLength: 1, maxLength: 2 }),
    answerBy: fc.option(day),
  }),
  completed: fc.constant({}),
  forwarded: fc.record({
    to: fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('here' as const), territory, distance }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'elsewhere' as const }) },
    ),
  }),
  'draft-decided': fc.record({ outcome }),
  approved: fc.constant({}),
  'sent-back': fc.constant({}),
  granted: fc.record({ author }),
  refused: fc.record({
    author,
    reasons: fc.constantFrom('stated' as const, 'missing' as const, 'not-required' as const),
    mentionsAppeal: fc.boolean(),
    statesIllegality: fc.boolean(),
  }),
  corrected: fc.constant({}),
  withdrawn: fc.constant({}),
  'tacitly-granted': fc.constant({}),
  'tacitly-refused': fc.constant({}),
  held: fc.constant({}),
  'hold-ended': fc.constant({}),
  delivered: fc.constant({}),
  'transit-lapsed': fc.constant({}),
  'reasons-asked': fc.constant({}),
  'reasons-given': fc.constant({}),
  'attestation-asked': fc.constant({}),
  attested: fc.constant({}),
  'sorted-as-suspect': fc.constant({}),
  eliminated: fc.record({ visa: word }),
};

const caseKinds = Object.keys(carried) as CaseEventKind[];
const caseEvent = fc.constantFrom(...caseKinds).chain((kind) =>
  // Mostly by who may, so that histories go far.
  fc
    .record({
      on: day,
      by: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...caseActors[kind]) },
        { weight: 1, arbitrary: by },
      ),
      rest: carried[kind],
    })
    .map(({ on, by: actor, rest }) => ({ kind, on, by: actor, ...rest }) as CaseEvent),
);
const event: fc.Arbitrary<RequestEvent> = fc.oneof(
  { weight: 4, arbitrary: caseEvent },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom(...eventKinds), by, suspect: fc.boolean() }) },
);
const history = fc
  .tuple(opening, fc.boolean(), fc.array(event, { maxLength: 25 }))
  .map(([first, suspect, rest]): RequestEvent[] =>
    // A clone has the prototypes that plain data has.
    structuredClone([{ kind: 'received', by: 'resident', suspect, opening: first }, ...rest]),
  );

/** The states that a history passes through, what is refused left out. */
function lived(
  events: readonly RequestEvent[],
): { event: RequestEvent; before: RequestState | null; after: RequestState }[] {
  const passed = [];
  let before: RequestState | null = null;
  for (const one of events) {
    const result = next(before, one);
    if (!result.ok) {
      assert.match(result.code, /^[a-z-]+$/);
      continue;
    }
    passed.push({ event: one, before, after: result.state });
    before = result.state;
  }
  return passed;
}

const runs = { numRuns: 1500 };
const always = (check: (passed: ReturnType<typeof lived>) => void) =>
  fc.assert(
    fc.property(history, (events) => check(lived(events))),
    runs,
  );

/** Every civil date in a value. */
const datesIn = (value: unknown) => JSON.stringify(value).match(/\d{4}-\d\d-\d\d/g) ?? [];

describe('any history of a request', () => {
  it('passes through every kind of fact', () => {
    const seen = new Set(
      fc
        .sample(history, { numRuns: 4000, seed: 1 })
        .flatMap((events) => lived(events).map(({ event: one }) => one.kind)),
    );
    assert.deepEqual(
      [...caseKinds, ...eventKinds].filter((kind) => !seen.has(kind)),
      [],
    );
  });

  it('folds as it was lived, from anywhere, without touching what was', () => {
    always((passed) => {
      const events = passed.map(({ event: one }) => one);
      const whole = fold(events);
      assert.deepEqual(whole, { ok: true, state: passed.at(-1)!.after });
      assert.deepEqual(fold(structuredClone(events)), whole);
      const half = Math.ceil(events.length / 2);
      const prefix = fold(events.slice(0, half));
      assert.ok(prefix.ok);
      const kept = structuredClone(prefix.state);
      let state = prefix.state;
      for (const one of events.slice(half)) {
        const result = next(state, one);
        assert.ok(result.ok);
        state = result.state;
      }
      assert.deepEqual({ ok: true, state }, whole);
      assert.deepEqual(prefix.state, kept);
    });
  });

  it('has no deadline before its reception', () => {
    always((passed) => {
      for (const { after } of passed) {
        for (const date of datesIn(situationOf(after))) assert.ok(date >= RECEIVED, date);
      }
    });
  });

  it('is consistent: nobody’s turn once closed, no silence once withdrawn, one decision at most', () => {
    always((passed) => {
      for (const { after } of passed) {
        const situation = situationOf(after);
        assert.ok(situation && after.file);
        const { clocks, turn, obstacles } = situation;
        const isDelivered = Boolean(after.file.transit?.deliveredOn);
        assert.equal(after.canWrite, after.status !== 'closed' && !isDelivered);
        if (after.status === 'closed') assert.equal(turn, 'nobody');
        if (after.suspicion === 'rejected') assert.equal(after.status, 'closed');
        if (after.file.isWithdrawn && !after.file.decision) assert.equal(clocks.silence.kind, 'none');
        if (obstacles === null) assert.equal(after.file.decision, null);
        if (clocks.silence.kind === 'decided') assert.ok(after.file.decision);
        if (clocks.withdrawableUntil) assert.equal(clocks.appeal, null);
        if (clocks.reasonsDueBy) assert.equal(clocks.appeal?.lastDay, null);
      }
    });
  });

  it('offers all that it takes', () => {
    always((passed) => {
      for (const { event: one, before } of passed) {
        if (before && 'on' in one)
          assert.ok(possibleKinds(before, one.by, one.on).includes(one.kind), one.kind);
      }
    });
  });

  it('takes an acceptance back only for its illegality and within four months (CRPA L242-1)', () => {
    always((passed) => {
      for (const { event: one, before } of passed) {
        if (one.kind !== 'refused' || !before?.file) continue;
        const standing = standingDecision(before.file, one.on);
        if (standing?.kind !== 'granted' && standing?.kind !== 'tacitly-granted') continue;
        assert.ok(one.statesIllegality);
        assert.ok(one.on <= lastDayToTakeBack(standing.on));
      }
    });
  });

  it('records what silence decided only once its day is over', () => {
    always((passed) => {
      for (const { event: one, after } of passed) {
        if (one.kind !== 'tacitly-granted' && one.kind !== 'tacitly-refused') continue;
        assert.equal(after.file?.decision?.kind, one.kind);
        assert.ok(after.file.decision.on < one.on);
      }
    });
  });

  it('ends with its elimination', () => {
    always((passed) => {
      const end = passed.findIndex(({ after }) => after.file?.isEliminated);
      assert.ok(end === -1 || end === passed.length - 1);
    });
  });
});

describe('a request', () => {
  const received: Fact = {
    kind: 'received',
    by: 'resident',
    opening: {
      on: RECEIVED,
      registeredOn: RECEIVED,
      channel: 'electronic',
      nature: 'request',
      silence: silenceChoices.general,
      calendar: { territory: 'national', prolongsSilence: false },
      distance: 0,
    },
  };
  const code = (...events: RequestEvent[]) => {
    const result = fold(events);
    return result.ok ? null : result.code;
  };
  const stateOf = (...events: RequestEvent[]) => {
    const result = fold([received, ...events]);
    assert.ok(result.ok, result.ok ? '' : result.code);
    return result.state;
  };

  it('without opening takes no dated fact', () => {
    const assigned: CaseEvent = { kind: 'assigned', by: 'agent', on: '2026-11-22', to: 7 };
    assert.equal(code({ kind: 'received', by: 'resident' }, assigned), 'not-dated');
    assert.equal(code(received, assigned), null);
    const bare = fold([{ kind: 'received', by: 'resident' }]);
    assert.ok(bare.ok && situationOf(bare.state) === null);
    assert.equal(stateOf(assigned).file?.assignedTo, 7);
  });

  it('takes each kind from who may', () => {
    assert.equal(code(received, { kind: 'withdrawn', by: 'system', on: '2026-11-22' }), 'wrong-actor');
    assert.equal(code(received, { kind: 'tacitly-refused', by: 'agent', on: '2027-01-22' }), 'wrong-actor');
    assert.equal(code(received, { kind: 'withdrawn', by: 'resident', on: '2026-11-22' }), null);
  });

  it('cannot have been registered before it was received', () => {
    assert.ok(received.kind === 'received' && received.opening);
    const early = { ...received, opening: { ...received.opening, registeredOn: '2026-11-20' } };
    assert.equal(code(early), 'before-reception');
  });

  it('offers on a day what that day allows', () => {
    const state = stateOf();
    assert.ok(!possibleKinds(state, 'resident', '2027-01-21').includes('reasons-asked'));
    assert.ok(possibleKinds(state, 'resident', '2027-01-22').includes('reasons-asked'));
    assert.deepEqual(
      possibleKinds(state, 'system', '2027-01-22').filter((kind) => kind.startsWith('tacitly')),
      ['tacitly-refused'],
    );
    assert.deepEqual(possibleKinds(stateOf({ kind: 'closed', by: 'agent' }), 'agent', '2026-11-30'), [
      'reopened',
      'noted',
      'acknowledged',
      'held',
    ]);
  });

  it('waits for the last of what it was asked for', () => {
    const asked = (on: string, answerBy: string | null, isIndispensable: boolean): CaseEvent => ({
      kind: 'items-asked',
      by: 'agent',
      on,
      answerBy,
      items: [{ isRequired: answerBy !== null, isIndispensable }],
    });
    const state = stateOf(
      asked('2026-12-01', '2026-12-20', true),
      asked('2026-12-02', '2026-12-10', false),
      asked('2026-12-03', null, false),
    );
    assert.deepEqual(situationOf(state)?.clocks.items, {
      askedOn: '2026-12-03',
      answerBy: '2026-12-20',
      isRequired: true,
      suspendsExamination: true,
    });
  });

  it('forwarded is nobody’s in particular there', () => {
    const state = stateOf(
      { kind: 'assigned', by: 'agent', on: '2026-11-22', to: 7 },
      {
        kind: 'forwarded',
        by: 'agent',
        on: '2026-11-23',
        to: { kind: 'here', territory: 'national', distance: 0 },
      },
    );
    assert.equal(state.file?.assignedTo, null);
  });

  it('offers a decision only where one can be', () => {
    const on = '2026-12-01';
    const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
    const draft: CaseEvent = { kind: 'draft-decided', by: 'agent', on, outcome: 'granted' };
    const decisions = (...events: RequestEvent[]) =>
      possibleKinds(stateOf(...events), 'agent', on).filter((kind) =>
        ['draft-decided', 'approved', 'sent-back', 'granted', 'refused'].includes(kind),
      );
    assert.deepEqual(decisions(), ['draft-decided', 'granted', 'refused']);
    assert.deepEqual(decisions(draft), ['draft-decided', 'approved', 'sent-back']);
    assert.deepEqual(decisions(draft, { kind: 'approved', by: 'agent', on }), ['draft-decided', 'granted']);
    assert.deepEqual(decisions({ kind: 'granted', by: 'agent', on, author }), ['draft-decided', 'refused']);
    const question: CaseEvent = {
      kind: 'requalified',
      by: 'agent',
      on,
      nature: 'question',
      silence: silenceChoices.none,
    };
    assert.deepEqual(decisions(question), []);
  });

  it('once answered without a decision is still to decide', () => {
    const answered = stateOf({ kind: 'answered', by: 'agent', decides: false });
    assert.equal(situationOf(answered)?.turn, 'agent');
    assert.equal(situationOf(answered)?.awaited?.kind, 'running');
    assert.equal(answered.awaitsAgent, false);
  });

  it('answered before decisions had their own form is settled, whatever is answered since', () => {
    const settled = stateOf(
      { kind: 'answered', by: 'agent' },
      { kind: 'answered', by: 'agent', decides: false },
    );
    assert.equal(situationOf(settled)?.awaited, null);
    assert.equal(situationOf(settled)?.turn, 'nobody');
  });

  it('answered as a question is to decide once it is held to be a request', () => {
    const requalified: CaseEvent = {
      kind: 'requalified',
      by: 'agent',
      on: '2026-11-25',
      nature: 'request',
      silence: silenceChoices.general,
    };
    const question = {
      ...received,
      opening: { ...received.opening!, nature: 'question' as const, silence: silenceChoices.none },
    };
    const answered: RequestEvent = { kind: 'answered', by: 'agent', decides: false };
    const before = fold([question, answered]);
    assert.ok(before.ok && situationOf(before.state)?.turn === 'nobody');
    const after = fold([question, answered, requalified]);
    assert.ok(after.ok && situationOf(after.state)?.turn === 'agent');
  });

  it('takes notes of agents alone, even closed, and is not changed by them', () => {
    assert.equal(code(received, { kind: 'noted', by: 'resident' }), 'wrong-actor');
    const closed = stateOf({ kind: 'closed', by: 'agent' });
    assert.deepEqual(stateOf({ kind: 'closed', by: 'agent' }, { kind: 'noted', by: 'agent' }), closed);
  });

  it('keeps that a mail came back, whatever the state, and is not changed by it', () => {
    assert.equal(code(received, { kind: 'bounced', by: 'agent' }), 'wrong-actor');
    for (const events of [[], [{ kind: 'closed', by: 'agent' }]] satisfies RequestEvent[][]) {
      const before = stateOf(...events);
      const after = stateOf(...events, { kind: 'bounced', by: 'system' });
      assert.deepEqual(after, { ...before, isUndelivered: true });
      assert.deepEqual(projectionOf(after), { ...projectionOf(before), isUndelivered: true });
      // Whoever notes something has seen it; whoever says who deals with it need not have.
      const noted = stateOf(...events, { kind: 'bounced', by: 'system' }, { kind: 'noted', by: 'agent' });
      assert.deepEqual(noted, before);
    }
    const handedOver = stateOf(
      { kind: 'bounced', by: 'system' },
      { kind: 'assigned', by: 'agent', on: '2026-11-22', to: 7 },
    );
    assert.equal(handedOver.isUndelivered, true);
  });

  it('waits while it is on its way to who is competent, and is the mairie’s until that has it (CRPA L114-2)', () => {
    const asked: RequestEvent = { kind: 'report-asked', by: 'agent' };
    const failed: RequestEvent = { kind: 'report-failed', by: 'system' };
    const forwarded: RequestEvent = {
      kind: 'forwarded',
      by: 'agent',
      on: '2026-11-22',
      to: { kind: 'elsewhere' },
    };
    const away = stateOf(asked);
    assert.deepEqual(
      [away.reporting, away.status, projectionOf(away).awaitsAgent],
      [true, 'in-progress', false],
    );
    // Silence goes on: nobody else has it.
    assert.equal(projectionOf(away).silenceOn, projectionOf(stateOf()).silenceOn);
    assert.equal(code(received, asked, asked), 'report-on-its-way');
    const back = stateOf(asked, failed);
    assert.deepEqual([back.reporting, projectionOf(back).awaitsAgent], [undefined, true]);
    assert.equal(code(received, failed), 'no-report-on-its-way');
    assert.deepEqual(stateOf(asked, failed, asked), { ...away });
    const there = stateOf(asked, forwarded);
    assert.deepEqual(there, stateOf(forwarded));
    assert.equal(projectionOf(there).silenceOn, null);
    // What is done there, the mairie closes here.
    const ended = stateOf(asked, forwarded, { kind: 'report-ended', by: 'system' });
    assert.equal(projectionOf(ended).awaitsAgent, true);
    const closed = stateOf(asked, { kind: 'closed', by: 'agent' }, failed);
    assert.deepEqual([closed.status, closed.awaitsAgent, closed.reporting], ['closed', false, undefined]);
    for (const kind of ['report-asked', 'report-failed', 'report-ended'] as const)
      assert.equal(code(received, { kind, by: 'resident' }), 'wrong-actor');
  });

  it('forwarded out of the hosting awaits nothing of ours, yet whoever writes is read', () => {
    const away: CaseEvent = { kind: 'forwarded', by: 'agent', on: '2026-11-23', to: { kind: 'elsewhere' } };
    assert.equal(situationOf(stateOf(away))?.awaited, null);
    assert.equal(situationOf(stateOf(away, { kind: 'message', by: 'resident' }))?.turn, 'agent');
    assert.equal(
      stateOf({ kind: 'draft-decided', by: 'agent', on: '2026-11-22', outcome: 'granted' }, away).file?.draft,
      null,
    );
  });

  it('corrected keeps every clock (CRPA L112-13), is read again, and takes no correction once decided', () => {
    const on = '2026-11-25';
    const corrected: CaseEvent = { kind: 'corrected', by: 'resident', on };
    const before = fold([received]);
    const after = fold([received, corrected]);
    assert.ok(before.ok && after.ok);
    assert.deepEqual(situationOf(after.state), situationOf(before.state));
    const asked = fold([received, { kind: 'message', by: 'agent' }, corrected]);
    assert.ok(asked.ok && asked.state.awaitsAgent);
    assert.equal(code(received, { ...corrected, by: 'agent' }), 'wrong-actor');
    assert.equal(code(received, { ...corrected, on: '2027-02-01' }), 'already-decided');
    assert.equal(code(received, { kind: 'answered', by: 'agent' }, corrected), 'already-decided');
    assert.equal(code(received, { kind: 'closed', by: 'agent' }, corrected), 'request-closed');
  });

  it('withdrawn is not reopened; closed, it is, by who asks for reasons', () => {
    const withdrawn: CaseEvent = { kind: 'withdrawn', by: 'resident', on: '2026-11-22' };
    assert.equal(code(received, withdrawn, { kind: 'reopened', by: 'agent' }), 'request-withdrawn');
    const state = stateOf(
      { kind: 'closed', by: 'agent' },
      { kind: 'reasons-asked', by: 'resident', on: '2027-01-30' },
    );
    assert.deepEqual([state.status, state.canWrite, state.awaitsAgent], ['in-progress', true, true]);
  });

  it('is sorted as suspect once', () => {
    const sorted: CaseEvent = { kind: 'sorted-as-suspect', by: 'system', on: '2026-11-22' };
    assert.equal(stateOf(sorted).suspicion, 'suspect');
    assert.equal(code(received, sorted, { kind: 'released', by: 'agent' }, sorted), 'already-sorted');
  });
});
