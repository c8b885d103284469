import { createParsedClient } from '@guichet/client/parsed';
import { isApiError } from '@guichet/client/api-error';
import { newIdempotencyKey } from '@guichet/client/idempotency-key';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aRequest, FAVRIL, seed } from './calls.js';
import { type Harness, startHarness } from './harness.js';

/** What the server answers fits the schemas that it promises, which the parsed client holds every reply to. */
describe('the client and the server', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
    await seed(harness);
  });
  after(() => harness.stop());

  const clientAt = (origin: string) =>
    createParsedClient({ baseUrl: harness.origin, administration: '28148', origin });
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => 'no error',
      (error: unknown) => (isApiError(error) ? error.code : String(error)),
    );

  it('carry a request there, a message after it, and its withdrawal, once each', async () => {
    const client = clientAt(FAVRIL);
    const { code } = await client.readAdministration();
    assert.equal(code, '28148');

    const sending = { idempotencyKey: newIdempotencyKey() };
    const body = { ...aRequest(), formToken: await client.formToken() };
    const created = await client.sendRequest(body, sending);
    assert.deepEqual(await client.sendRequest(body, sending), created);

    const { reference, trackingCode } = created;
    const opened = await client.openTracking({ reference, trackingCode });
    assert.equal(opened.request.reference, reference);

    const adding = { idempotencyKey: newIdempotencyKey() };
    await client.sendMessage(opened.token, { message: 'Merci' }, adding);
    const { timeline } = await client.sendMessage(opened.token, { message: 'Merci' }, adding);
    assert.deepEqual(
      timeline.map(({ kind }) => kind),
      ['received', 'message'],
    );

    const { token } = await client.renewToken(opened.token);
    assert.deepEqual((await client.readTracked(token)).timeline, timeline);

    const withdrawing = { idempotencyKey: newIdempotencyKey() };
    const withdrawn = await client.withdraw(token, withdrawing);
    assert.equal(withdrawn.status, 'closed');
    assert.deepEqual(await client.withdraw(token, withdrawing), withdrawn);
    assert.equal(await codeOf(client.withdraw(token, adding)), 'idempotency-key-reused');
    const another = { idempotencyKey: newIdempotencyKey() };
    assert.equal(await codeOf(client.withdraw(token, another)), 'request-closed');
  });

  it('say by the same code what was refused', async () => {
    const client = clientAt(FAVRIL);
    const nowhere = { reference: '28148-2026-0000-000F', trackingCode: '0000-0000-0000-0000' };
    assert.equal(await codeOf(client.openTracking(nowhere)), 'request-not-found');
    assert.equal(await codeOf(client.readTracked('no-bearer')), 'token-invalid');
    const empty = client.sendRequest({ ...aRequest(), message: '' }, { idempotencyKey: newIdempotencyKey() });
    const error: unknown = await empty.catch((error: unknown) => error);
    assert.ok(isApiError(error));
    assert.deepEqual(
      [error.code, error.errors],
      ['validation-failed', [{ path: 'message', code: 'required' }]],
    );
    const elsewhere = clientAt('https://elsewhere.example');
    assert.equal(await codeOf(elsewhere.openTracking(nowhere)), 'origin-not-allowed');
  });
});
