import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isRefusedRecipient } from './smtp-failure.js';

const failure = (command: string, response: string) =>
  Object.assign(new Error(response), {
    code: 'EENVELOPE',
    command,
    responseCode: Number(response.slice(0, 3)),
    response,
  });

it('gives up on a mailbox that does not exist', () => {
  for (const response of [
    '550 5.1.1 <a@b.example>: Recipient address rejected: User unknown',
    '550-5.1.1 The email account that you tried to reach does not exist.',
    '550 No such user here',
    '553 sorry, that domain isn’t in my list',
    '554 5.1.2 bad destination system address',
  ]) {
    assert.equal(isRefusedRecipient(failure('RCPT TO', response)), true, response);
  }
});

it('tries again what may pass or what the hosting can mend', () => {
  for (const response of [
    '450 4.2.0 Greylisted, try again in 5 minutes',
    '451 4.3.0 later',
    '452 4.2.2 mailbox full',
    '550 5.7.1 Relaying denied',
    '554 5.7.1 <a@b.example>: Relay access denied',
    '552 5.2.2 mailbox full',
    '530 5.7.0 Must issue a STARTTLS command first',
    '554 transaction failed',
  ]) {
    assert.equal(isRefusedRecipient(failure('RCPT TO', response)), false, response);
  }
  assert.equal(isRefusedRecipient(failure('MAIL FROM', '550 5.1.8 bad sender')), false);
  assert.equal(isRefusedRecipient(failure('AUTH PLAIN', '535 5.7.8 wrong password')), false);
  assert.equal(isRefusedRecipient(Object.assign(new Error('refused'), { code: 'ECONNECTION' })), false);
  assert.equal(isRefusedRecipient('550'), false);
});
