import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operatedOf, statusOf } from './operated-standing.js';
import type { TrackedRequest } from './tracking.js';
import { trackingEn } from './words/tracking.en.js';
import { trackingFr } from './words/tracking.fr.js';

const operated: NonNullable<TrackedRequest['operated']> = {
  operator: { name: 'Crèches de l’agglo', phone: '02 99 00 12 34', email: null },
  reference: 'CR-1',
  isSent: true,
  isConfirmed: true,
  steps: [{ at: '2026-11-02T09:00:00+01:00', label: 'En commission', status: 'in-progress' }],
  url: null,
  acknowledgement: null,
  staleSince: null,
};
const standing = (changes: Partial<typeof operated> = {}) =>
  statusOf({ status: 'in-progress', operated: { ...operated, ...changes } }, trackingFr);

describe('what is told of a request made at an operator', () => {
  it('says how it stands in the operator’s words, beside the common one', () => {
    assert.deepEqual(standing(), { label: 'En cours', sentence: 'En commission' });
    assert.deepEqual(standing({ steps: [{ ...operated.steps[0]!, label: 'En cours' }] }), {
      label: 'En cours',
      sentence: '',
    });
    assert.deepEqual(statusOf({ status: 'in-progress' }, trackingFr), trackingFr.status['in-progress']);
  });

  it('says of what is not confirmed, or not sent, no more than that', () => {
    assert.equal(standing({ isConfirmed: false, steps: [] }).label, 'Envoyée');
    assert.match(standing({ isConfirmed: false, steps: [] }).sentence, /pas encore confirmé/);
    assert.equal(standing({ isSent: false }).label, 'Pas encore envoyée');
  });

  it('says who answers, by what it is known there, and whom to call', () => {
    const { sentences, mentions } = operatedOf(operated, trackingFr);
    assert.equal(sentences.length, 1);
    assert.deepEqual(
      mentions.map(({ value, href }) => [value, href]),
      [
        ['CR-1', undefined],
        ['02 99 00 12 34', 'tel:0299001234'],
      ],
    );
  });

  for (const words of [trackingFr, trackingEn])
    it(`leads on beside the page, and says what is of before: ${words.title}`, () => {
      const { sentences, mentions } = operatedOf(
        {
          ...operated,
          operator: { ...operated.operator, email: 'creches@agglo.example' },
          url: 'https://creches.example/1',
          acknowledgement: { on: '2026-11-03', url: 'https://creches.example/ar' },
          staleSince: '2026-11-20T23:30:00+01:00',
        },
        words,
      );
      assert.ok(sentences[1]!.includes(words.standing.day('2026-11-03')));
      assert.ok(sentences[2]!.includes(words.standing.day('2026-11-20')));
      const apart = mentions.filter(({ isApart }) => isApart).map(({ href }) => href);
      assert.deepEqual(apart, ['https://creches.example/1', 'https://creches.example/ar']);
    });
});
