/**
 * Several requests at once: each in its own transaction, with its own check of what may be, so that nothing is half
 * done. Only what is the same for each; decisions, answers and refusals are acts of their own (CRPA L211-2).
 */
import type { BulkAct, BulkOutcome, bulkQuery, BulkReason } from '@guichet/contracts/admin/bulk';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { acknowledgementFor } from '../../domain/mentions.js';
import { serviceOf } from '../../domain/tenant.js';
import { ProblemError } from '../../edge/problem-error.js';
import type { SealedRequest } from '../../store/request-row.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { allowedActions } from './actions.js';
import { leftOut } from './bulk-rules.js';
import type { Acting, InboxAction } from './facts.js';

/** Acts on one request, by all the rules of acting on it alone. `tells`: whether a colleague is told by mail. */
export type Perform = (
  request: SealedRequest,
  acting: Acting,
  action: InboxAction,
  tells: boolean,
) => Promise<unknown>;

interface Context {
  find: (id: string) => Promise<SealedRequest | null>;
  actingOn: (request: SealedRequest) => Promise<Acting>;
  can: (permission: string) => boolean;
  perform: Perform;
}

const reasons: Readonly<Partial<Record<AdminRefusal['code'], BulkReason>>> = {
  'not-found': 'not-found',
  'request-changed': 'request-changed',
  // Nothing else of these actions can be wrong.
  'validation-failed': 'not-served',
};

/** @returns why a request was left as it was; throws what is nobody's answer */
function reasonOf(error: unknown): BulkReason {
  if (error instanceof AdminRefusal) return reasons[error.code] ?? 'not-possible';
  if (error instanceof ProblemError && error.code === 'unavailable') return 'unavailable';
  throw error;
}

function hasEveryMention({ tenant, request, state }: Acting): boolean {
  const { administration, departement } = tenant;
  const decider = { name: administration.name, departement };
  return !acknowledgementFor(state.file!, serviceOf(tenant, request.recipient), decider).missing.length;
}

const actionOf = (act: BulkAct, { state }: Acting, seen: number): InboxAction =>
  act.action === 'acknowledge' ? { ...act, seen, nature: state.file!.nature } : { ...act, seen };

export async function actOnAll(
  context: Context,
  { act, requests, rehearses }: z.output<typeof bulkQuery>,
): Promise<BulkOutcome[]> {
  const { find, actingOn, can, perform } = context;
  /** Where a colleague was told of the first: one mail, however many requests. */
  const told = new Set<string>();

  async function one(request: SealedRequest, seen: number): Promise<BulkReason | 'already' | null> {
    const acting = await actingOn(request);
    const { state, today } = acting;
    const why = leftOut(act.action, 'to' in act ? act.to : null, state, () => hasEveryMention(acting));
    if (why) return why;
    if (request.lastSeq !== seen) return 'request-changed';
    if (!allowedActions(state, today, can).includes(act.action)) return 'not-possible';
    if (rehearses) return null;
    const { administrationId } = request;
    await perform(request, acting, actionOf(act, acting, seen), !told.has(administrationId));
    told.add(administrationId);
    return null;
  }

  const outcomes: BulkOutcome[] = [];
  for (const [id, seen] of new Map(requests.map((asked) => [asked.id, asked.seen]))) {
    const request = await find(id);
    const why = request ? await one(request, seen).catch(reasonOf) : 'not-found';
    outcomes.push({
      id,
      reference: request?.reference ?? null,
      nature: request?.nature ?? null,
      result: why === null ? 'done' : why === 'already' ? why : 'left-out',
      reason: why === 'already' ? null : why,
    });
  }
  return outcomes;
}

/** Who serves all of these administrations, and reads their requests there. */
export async function colleaguesOf(strapi: Core.Strapi, administrationIds: readonly string[]) {
  const [first = [], ...others] = await Promise.all(
    administrationIds.map((id) => getService(strapi, 'agents').serving(id, 'inbox.read')),
  );
  return first
    .filter(({ id }) => others.every((serving) => serving.some((one) => one.id === id)))
    .map(({ id, name }) => ({ id, name }));
}
