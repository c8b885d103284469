import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { natures } from './request-choices.js';
import { mentionsOf } from './standing.js';
import { standingFr } from './words/standing.fr.js';

const appeal = { body: 'Tribunal administratif d’Orléans', delay: 'P2M', online: null };

describe('what an acknowledgement mentions', () => {
  it('is written in French as French is: spaces that do not break, typographic apostrophes', () => {
    const service = { name: 'Mairie', address: '1 rue', email: 'a@b.example', phone: '01' };
    const effects = ['acceptance', 'rejection'] as const;
    const silences = effects.flatMap((effect) =>
      ['2027-02-01', null].map((date) => ({ effect, date, basis: 'CRPA L231-1' })),
    );
    const mentions = silences.flatMap((silence) =>
      natures.flatMap((nature) =>
        mentionsOf({ kind: 'acknowledgement', service, silence, appeal }, nature, standingFr),
      ),
    );
    for (const { label, value } of mentions)
      assert.doesNotMatch(`${label} | ${value}`, / [:;!?»]|« |'|undefined|null|NaN/);
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
