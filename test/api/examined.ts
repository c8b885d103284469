/** Requests as a test finds them: received on a chosen day, followed by their residents, acted on by agents. */
import type { InboxForwarded, InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { newRequest, type NewRequestBody } from '@guichet/contracts/request';
import type { Route } from '@guichet/contracts/routes';
import { trackedRequest, type TrackedRequest } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import type { SmtpCatcher } from '../smtp.js';
import type { Account, Refused } from './admin-calls.js';
import { aRequest, angela, call, type CallOptions, openTracking } from './calls.js';
import type { Harness } from './harness.js';

export interface Received {
  id: string;
  reference: string;
  trackingCode: string;
  email: string;
}

/** A request received at a chosen hour, by no suspect. */
export async function receivedAt(
  { strapi, knex }: Harness,
  now: Date,
  changes: Partial<NewRequestBody> = {},
  code = '28148',
): Promise<Received> {
  const tenant = (await getService(strapi, 'administration').forCode(code))!;
  const email = `r${randomUUID()}@boite.example`;
  const requests = getService(strapi, 'request');
  const formToken = requests.formToken(tenant, new Date(now.getTime() - 60_000));
  const body = aRequest({ ...changes, sender: { ...angela, ...changes.sender, email } as typeof angela });
  const { reference, trackingCode } = await requests.submit({
    tenant,
    submission: newRequest.parse({ ...body, formToken }),
    idempotencyKey: randomUUID(),
    now,
  });
  const { id } = (await knex('guichet_requests').where({ reference }).first('id'))!;
  return { id, reference, trackingCode, email };
}

export const inboxOf = (account: Account) => {
  const path = (template: string, id: string) => template.replace(':id', id);
  const open = async (id: string) =>
    (await account.call<InboxRequest>('GET', path(adminPaths.inboxRequest, id))).body;
  const act = <T = InboxRequest & InboxForwarded & Refused>(id: string, action: object) =>
    account.call<T>('POST', path(adminPaths.inboxActions, id), action);
  return {
    open,
    act,
    /** On what the agent sees now. @returns the request after it */
    async does(id: string, action: object): Promise<InboxRequest & InboxForwarded> {
      const { version } = await open(id);
      const { status, body } = await act(id, { seen: version, ...action });
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    },
    /** @returns the code with which it is refused */
    async refused(id: string, action: object): Promise<string> {
      const { version } = await open(id);
      const { status, body } = await act(id, { seen: version, ...action });
      assert.notEqual(status, 200, JSON.stringify(body));
      const { code, errors = [] } = body.error.details!;
      return [code, ...errors.map((error) => `${error.path} ${error.code}`)].join(', ');
    },
  };
};

export function residentOf(
  harness: Harness,
  { reference, trackingCode }: Pick<Received, 'reference' | 'trackingCode'>,
  options: CallOptions & { code?: string } = {},
) {
  const opened = () => openTracking(harness, { reference, trackingCode }, options);
  return {
    opened,
    async sees(): Promise<TrackedRequest> {
      const { status, body } = await opened();
      assert.equal(status, 200, JSON.stringify(body));
      return trackedRequest.parse(body.request);
    },
    async sends<T = TrackedRequest>(route: Route, body: object = {}, key = randomUUID() as string) {
      const { token } = (await opened()).body;
      const { code = '28148', ...rest } = options;
      return call<T>(harness, 'POST', route, code, body, { ...rest, bearer: token, key });
    },
  };
}

/** Every mail about a request to an address, once one of that subject has arrived. */
export async function mailsAbout(
  smtp: SmtpCatcher,
  to: string,
  { reference }: Pick<Received, 'reference'>,
  subject: RegExp,
): Promise<ReturnType<SmtpCatcher['to']>> {
  const mine = () => smtp.to(to).filter(({ parsed }) => parsed.subject?.includes(reference));
  const hasCome = () => mine().some(({ parsed }) => subject.test(parsed.subject!));
  for (let i = 0; i < 200 && !hasCome(); i++) await new Promise((done) => setTimeout(done, 50));
  const subjects = mine().map(({ parsed }) => parsed.subject);
  assert.ok(hasCome(), `${to}: ${subject} among ${subjects.join(', ')}`);
  return mine();
}
