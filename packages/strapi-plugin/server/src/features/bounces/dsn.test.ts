import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSecrets } from '../../vault/secrets.js';
import { readNotification } from './dsn.js';
import { messageIdOf, readMessageId } from './message-id.js';
import { aNotification } from './testing/notifications.js';

const messageId = '<guichet.decision@hebergement.example>';
const read = (text: string) => readNotification(Buffer.from(text));

describe('what a mail server says of a mail that it could not deliver', () => {
  for (const returnedAs of ['message/rfc822', 'text/rfc822-headers'] as const)
    for (const encoding of ['7bit', 'base64'] as const)
      it(`is read with what came back as ${returnedAs}, the report in ${encoding}`, async () =>
        assert.deepEqual(await read(aNotification({ messageId, returnedAs, encoding })), {
          messageId,
          status: '5.1.1',
        }));

  it('counts where the server gave up, be it after days of trying', async () => {
    const expired = await read(aNotification({ messageId, status: '4.4.7' }));
    assert.deepEqual(expired, { messageId, status: '4.4.7' });
  });

  for (const action of ['delayed', 'delivered', 'relayed', 'expanded'])
    it(`is nothing where the mail is ${action}`, async () =>
      assert.equal(await read(aNotification({ messageId, action, status: '4.0.0' })), null));

  it('is nothing where it is another mail, or no mail', async () => {
    const answer = `From: a@b.example\r\nIn-Reply-To: ${messageId}\r\nSubject: Re\r\n\r\nJe suis en congé.\r\n`;
    for (const text of [answer, '', 'x'.repeat(100_000), '\r\n\r\n--limit', '{"a": 1}'])
      assert.equal(await read(text), null);
  });

  it('never fails, whatever comes', async () => {
    const whole = aNotification({ messageId });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), fc.string(), async (from, to, text) => {
        await read(whole.slice(0, from) + text + whole.slice(to));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the Message-ID of a mail to a resident', () => {
  const secrets = createSecrets(Buffer.alloc(32, 1));
  const mail = { id: randomUUID(), kind: 'registration-receipt', requestId: randomUUID() } as const;
  const id = `<${messageIdOf(secrets, mail)}@hebergement.example>`;

  it('says which mail of which request it is, to who made it', () => {
    assert.deepEqual(readMessageId(secrets, id), mail);
    assert.equal(readMessageId(createSecrets(Buffer.alloc(32, 2)), id), null);
    assert.ok(id.length < 200);
  });

  it('cannot be made up', () => {
    const other = id.replace(mail.requestId, randomUUID());
    for (const text of [other, id.replace('registration-receipt', 'decision'), '', `<guichet.${mail.id}@x>`])
      assert.equal(readMessageId(secrets, text), null, text);
  });
});
