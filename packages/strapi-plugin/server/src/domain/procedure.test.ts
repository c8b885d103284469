import { requestSilenceIds } from '@guichet/contracts/admin/procedures';
import { natures } from '@guichet/contracts/request-choices';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acknowledgementAtOnce, acknowledgesAtOnce } from './immediate.js';
import {
  fixedSilence,
  generalForm,
  type Procedure,
  readyMadeProcedures,
  silenceOfProcedure,
} from './procedure.js';
import { projectionOf } from './projection.js';
import { fold } from './request-state.js';
import { accessToDocuments, generalSilence } from './silence.js';
import { requestSilences } from './silence-choices.js';
import { friday } from './testing/opening.js';
import { mairie } from './testing/tenant.js';

const hall: Procedure = {
  ...generalForm,
  slug: 'salle',
  title: 'Réserver la salle des fêtes',
  nature: 'request',
  silence: requestSilences['lending-of-premises'],
};
const accessibility: Procedure = { ...generalForm, ...readyMadeProcedures.accessibility };

describe('the silence of a procedure', () => {
  it('is what was chosen, of its requests and of nothing else', () => {
    const accepting = { silence: requestSilences.acceptance };
    assert.equal(silenceOfProcedure(accepting, 'request'), requestSilences.acceptance);
    // CRPA L231-4, 2°: a complaint is refused by silence.
    assert.equal(silenceOfProcedure(accepting, 'complaint'), generalSilence);
    assert.equal(silenceOfProcedure(accepting, 'document'), accessToDocuments);
    for (const nature of ['question', 'declaration', 'information'] as const) {
      assert.equal(silenceOfProcedure(accepting, nature).effect, 'none');
    }
  });

  it('is never acceptance where nobody has chosen it', () => {
    for (const nature of natures) {
      assert.notEqual(silenceOfProcedure({ silence: null }, nature).effect, 'acceptance');
    }
    assert.equal(requestSilenceIds[0], 'general');
  });

  it('is fixed once nature and rule are', () => {
    assert.equal(fixedSilence(hall), requestSilences['lending-of-premises']);
    assert.equal(fixedSilence({ ...hall, silence: null }), null);
    assert.equal(fixedSilence({ ...hall, nature: null }), null);
    assert.equal(fixedSilence(accessibility), generalSilence);
    assert.equal(fixedSilence({ silence: null, nature: 'declaration' })?.effect, 'none');
  });
});

describe('the acknowledgement of a procedure', () => {
  it('leaves at once with every mention where service and rule are fixed', () => {
    const opening = { ...friday, silence: hall.silence! };
    assert.deepEqual(acknowledgementAtOnce(mairie, hall, opening), {
      kind: 'acknowledgement',
      service: {
        name: 'Mairie du Favril',
        address: '1 place de l’Église, 28190 Le Favril',
        email: 'mairie@lefavril.example',
        phone: '01 99 00 28 14',
      },
      silence: { effect: 'rejection', date: '2027-01-20', basis: 'décret n° 2015-1459 (CGCT L2144-3)' },
      appeal: {
        body: 'Tribunal administratif d’Orléans',
        delay: 'P2M',
        online: 'https://citoyens.telerecours.fr',
      },
    });
  });

  it('waits for an agent by the general form, where the resident says what it is, and where a mention is missing', () => {
    assert.equal(acknowledgesAtOnce(mairie, hall), true);
    assert.equal(acknowledgesAtOnce(mairie, generalForm), false);
    assert.equal(acknowledgesAtOnce(mairie, { ...hall, nature: null }), false);
    assert.equal(acknowledgesAtOnce(mairie, { ...hall, silence: null }), false);
    // Without its département the court is unknown.
    assert.equal(acknowledgesAtOnce({ ...mairie, departement: null }, hall), false);
    assert.equal(acknowledgementAtOnce({ ...mairie, departement: null }, hall, friday), null);
  });
});

describe('the time that a text sets for an answer', () => {
  const opening = { ...friday, nature: 'complaint' as const, answer: { by: '2026-11-27', basis: 'RGAA' } };
  const received = { kind: 'received', by: 'resident', opening } as const;
  const acknowledged = { kind: 'acknowledged', by: 'system', on: '2026-11-20', missing: [] } as const;
  const dueAfter = (...more: Parameters<typeof fold>[0]) => {
    const folded = fold([received, acknowledged, ...more]);
    assert.ok(folded.ok);
    return projectionOf(folded.state);
  };

  it('comes before silence in the inbox, and decides nothing', () => {
    const { due, silenceOn } = dueAfter();
    assert.deepEqual(due, { for: 'answer', on: '2026-11-27' });
    assert.equal(silenceOn, '2027-01-20');
  });

  it('ends with an answer or with closing, which leave silence running', () => {
    const decision = { for: 'decision', on: '2027-01-20' };
    assert.deepEqual(dueAfter({ kind: 'answered', by: 'agent', decides: false }).due, decision);
    assert.deepEqual(dueAfter({ kind: 'closed', by: 'agent' }).due, decision);
  });

  it('is a week for what is not accessible, a complaint', () => {
    const { nature, answer } = readyMadeProcedures.accessibility;
    assert.deepEqual([nature, answer?.days], ['complaint', 7]);
  });
});
