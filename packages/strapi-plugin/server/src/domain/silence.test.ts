import { natures } from '@guichet/contracts/request-rules';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silenceChoices } from './silence-choices.js';
import { defaultSilence, isRequest, type SilenceRule } from './silence.js';

describe('what silence means', () => {
  it('by the general form: two months reject a request or a complaint, one month asking for a document, nothing else', () => {
    const decided = natures.filter((nature) => defaultSilence(nature).effect !== 'none');
    assert.deepEqual(decided, ['request', 'complaint', 'document']);
    assert.equal(defaultSilence('complaint'), silenceChoices.general);
    assert.equal(defaultSilence('document'), silenceChoices['access-to-documents']);
    assert.deepEqual(natures.filter(isRequest), decided);
    const { effect, months, basis } = silenceChoices.general;
    assert.deepEqual([effect, months, basis], ['rejection', 2, 'CRPA L231-4, 2°']);
  });

  it('never accepts by default', () => {
    for (const nature of natures) assert.notEqual(defaultSilence(nature).effect, 'acceptance');
  });

  it('is one of the choices, each with its text', () => {
    const told = (rule: SilenceRule) =>
      rule.effect === 'none' ? 'none' : `${rule.effect} ${rule.months} ${rule.from} ${rule.firstAppeal}`;
    const choices = Object.entries(silenceChoices).map(([name, rule]) => [name, told(rule)]);
    assert.deepEqual(Object.fromEntries(choices), {
      none: 'none',
      general: 'rejection 2 initial-reception court',
      acceptance: 'acceptance 2 competent-reception court',
      'access-to-documents': 'rejection 1 competent-reception cada',
      financial: 'rejection 2 initial-reception court',
      'lending-of-premises': 'rejection 2 initial-reception court',
      burial: 'rejection 2 initial-reception court',
      'public-domain': 'rejection 2 initial-reception court',
      'sewer-connection': 'rejection 2 initial-reception court',
      'local-enrolment': 'rejection 2 initial-reception court',
      'local-enrolment-with-opinion': 'rejection 4 initial-reception court',
      'local-service': 'rejection 2 initial-reception court',
      'local-opinion': 'acceptance 4 competent-reception court',
      'host-certificate': 'rejection 1 initial-reception prefect',
      'prior-declaration': 'acceptance 1 acknowledgement court',
      'demolition-permit': 'acceptance 2 acknowledgement court',
      'house-permit': 'acceptance 2 acknowledgement court',
      'other-building-permit': 'acceptance 3 acknowledgement court',
    });
    for (const rule of Object.values(silenceChoices)) if (rule.effect !== 'none') assert.ok(rule.basis);
  });

  it('runs from the first reception where it rejects, save where a text says otherwise (CRPA L114-3)', () => {
    for (const [name, rule] of Object.entries(silenceChoices)) {
      if (rule.effect === 'rejection' && name !== 'access-to-documents') {
        assert.equal(rule.from, 'initial-reception', name);
      }
      if (rule.effect === 'acceptance') assert.notEqual(rule.from, 'initial-reception', name);
    }
  });
});
