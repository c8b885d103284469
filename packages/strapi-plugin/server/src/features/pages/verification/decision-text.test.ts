import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { decisionText } from '../../../domain/decision-text.js';
import { isTextOf } from './decision-text.js';

const text = decisionText({
  message: 'Votre demande est refusée.\n\n\nBien à vous.',
  reasons: { law: 'CGCT L2144-3', facts: 'La salle est prise.' },
  illegality: null,
});
const digest = (of: string) => createHash('sha256').update(of).digest('hex');

describe('the text of a decision', () => {
  it('is known as it stands, and as copying leaves it', () => {
    for (const copied of [text, `\n ${text} \n`]) assert.ok(isTextOf(copied, digest(text)));
    const plain = 'Oui.\n\nCGCT L2144-3';
    assert.ok(isTextOf('Oui.\n\n\n\nCGCT L2144-3\n', digest(plain)));
  });

  it('is another where a word or a mark is', () => {
    for (const other of [text.replace('prise', 'libre'), text.replace('refusée.', 'refusée'), ''])
      assert.ok(!isTextOf(other, digest(text)), other);
  });
});
