import assert from 'node:assert/strict';
import { it } from 'node:test';
import { failureCode } from './failure-code.js';

it('keeps the code of a failure and nothing that could quote a person', () => {
  const refused = Object.assign(new Error('550 <angela@example.org>: no such user'), {
    code: 'EENVELOPE',
    responseCode: 550,
    response: '550 <angela@example.org>: no such user',
  });
  assert.equal(failureCode(refused), 'EENVELOPE-550');
  assert.equal(failureCode(new TypeError('angela@example.org')), 'TypeError');
  assert.equal(failureCode('angela@example.org'), 'unknown');
  assert.equal(failureCode(Object.assign(new Error(''), { code: 'a <b@c.fr>\n' })), 'Error');
});
