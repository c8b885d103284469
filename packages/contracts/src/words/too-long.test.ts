import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { correctionFields } from '../correction-from-draft.js';
import type { Draft } from '../request-draft.js';
import { requestFrom } from '../request-from-draft.js';
import { limits } from '../request-choices.js';
import { checkRequest } from '../request-rules.js';
import { contactOutcomeEn } from './contact-outcome.en.js';
import { contactOutcomeFr } from './contact-outcome.fr.js';
import { correctionError } from './correction.js';
import { correctionEn } from './correction.en.js';
import { correctionFr } from './correction.fr.js';

/** Each text that can be too long, where it stands in a whole request, and how long it may be. */
const texts = {
  subject: limits.subject,
  message: limits.message,
  'sender.name': limits.name,
  'sender.familyName': limits.name,
  'sender.givenName': limits.name,
  'sender.preferredName': limits.name,
  'sender.postalAddress.lines': limits.addressLine,
  'sender.postalAddress.postalCode': limits.postalCode,
  'sender.postalAddress.city': limits.city,
  'sender.onBehalfOf.name': limits.name,
};
const draft: Draft = {
  nature: 'request',
  'sender.kind': 'organisation',
  'sender.email': 'a@example.org',
  'sender.postalAddress.country': 'GB',
  'sender.onBehalfOf': 'on',
  ...Object.fromEntries(Object.keys(texts).map((name) => [name, 'a'])),
};
const problems = (name: string, length: number) =>
  checkRequest(requestFrom({ ...draft, [name]: 'a'.repeat(length) }, 'fr'));
const numberIn = (sentence: string) => {
  const numbers = sentence.replaceAll(/(?<=\d)[\u00a0\u202f,](?=\d{3})/g, '').match(/\d+/g) ?? [];
  return Number(numbers.at(-1));
};

describe('a text that is too long', () => {
  it('is told with the most that it may have, as the rules have it', () => {
    for (const [name, most] of Object.entries(texts)) {
      assert.deepEqual(problems(name, most), [], name);
      assert.deepEqual(problems(name, most + 1), [{ path: name, code: 'too-long' }]);
      for (const { errors, otherErrors } of [contactOutcomeFr, contactOutcomeEn])
        assert.equal(numberIn(errors[name]?.['too-long'] ?? otherErrors['too-long']), most, name);
      const field = correctionFields.find((each) => each === name);
      for (const words of field ? [correctionFr, correctionEn] : [])
        assert.equal(numberIn(correctionError(words, field!, 'too-long')), most, name);
    }
  });
});
