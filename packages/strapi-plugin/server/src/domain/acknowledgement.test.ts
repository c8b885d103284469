import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acknowledgementTimes,
  type ConfiguredMentions,
  lacksOf,
  leavesAtOnce,
  mentionsOf,
  missingMentions,
} from './acknowledgement.js';
import { silenceChoices } from './silence-choices.js';

const configured: ConfiguredMentions = {
  channel: 'electronic',
  nature: 'request',
  silence: silenceChoices.general,
  service: {
    name: 'Voirie',
    address: '1 place de la Mairie',
    email: 'voirie@example.fr',
    phone: '02 37 00 00 00',
  },
  appeal: { body: 'Tribunal administratif d’Orléans', delay: 'P2M', online: null },
};
const without = (service: Partial<ConfiguredMentions['service']>, more: Partial<ConfiguredMentions> = {}) =>
  missingMentions({ ...configured, ...more, service: { ...configured.service, ...service } });

describe('an acknowledgement', () => {
  it('holds what CRPA R112-11-1 asks for, by nature and rule', () => {
    const always = ['reception-date', 'service-name', 'service-address', 'service-phone'];
    const { general, acceptance, none } = silenceChoices;
    assert.deepEqual(mentionsOf({ nature: 'question', silence: none }), always);
    const tacit = [...always, 'silence-effect', 'silence-date'];
    assert.deepEqual(mentionsOf({ nature: 'complaint', silence: general }), [...tacit, 'appeal']);
    assert.deepEqual(mentionsOf({ nature: 'request', silence: acceptance }), [...tacit, 'attestation']);
    assert.deepEqual(mentionsOf({ nature: 'request', silence: null }), tacit);
  });

  it('lacks what the configuration does not say', () => {
    assert.deepEqual(without({}), []);
    assert.deepEqual(without({ phone: ' ' }), ['service-phone']);
    assert.deepEqual(without({ name: '' }, { silence: null }), [
      'service-name',
      'silence-effect',
      'silence-date',
    ]);
    assert.deepEqual(without({}, { appeal: null }), ['appeal']);
    assert.deepEqual(without({}, { appeal: null, silence: silenceChoices.acceptance }), []);
    assert.deepEqual(without({}, { appeal: null, nature: 'question', silence: null }), []);
    assert.deepEqual(without({}, { silence: silenceChoices.none }), ['silence-effect', 'silence-date']);
  });

  it('gives one address, electronic or postal; on paper the postal one', () => {
    assert.deepEqual(without({ address: '' }), []);
    assert.deepEqual(without({ email: '' }), []);
    assert.deepEqual(without({ address: '', email: '' }), ['service-address']);
    assert.deepEqual(without({ address: '' }, { channel: 'paper' }), ['service-address']);
  });

  it('says what a lack entails', () => {
    const complete = { ...configured, hasTerms: true, hasSecurityAttestation: true };
    assert.deepEqual(lacksOf(complete), []);
    const lacks = lacksOf({ ...complete, appeal: null, hasTerms: false, hasSecurityAttestation: false });
    assert.deepEqual(
      lacks.map(({ what, entails }) => [what, entails]),
      [
        ['appeal', 'appeal-times-without-effect'],
        ['terms', 'terms-without-effect'],
        ['security-attestation', 'not-attested'],
      ],
    );
    for (const { basis } of lacks) assert.ok(basis);
    assert.match(lacksOf({ ...complete, appeal: null, channel: 'paper' })[0]!.basis, /R112-5/);
  });

  it('is due in ten working days, leaves in eight, or at once where all is fixed', () => {
    assert.deepEqual(acknowledgementTimes('2026-11-21', 'national'), {
      dueBy: '2026-12-04',
      leavesOn: '2026-12-02',
    });
    assert.equal(leavesAtOnce({ hasFixedService: true, silence: silenceChoices.burial }), true);
    assert.equal(leavesAtOnce({ hasFixedService: false, silence: silenceChoices.burial }), false);
    assert.equal(leavesAtOnce({ hasFixedService: true, silence: null }), false);
  });
});
