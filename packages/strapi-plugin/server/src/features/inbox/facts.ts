/** What an action adds to the timeline: its facts, in their order, and whatever is wrong with what was given. */
import type { actOnRequest, DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { Attachment } from '@guichet/contracts/attachment';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Signature } from '../../domain/decision-lacks.js';
import type { RequestState } from '../../domain/request-state.js';
import type { Tenant } from '../../domain/tenant.js';
import type { SealedRequest } from '../../store/request-row.js';
import type { NewEvent } from '../../store/request-store.js';
import type { TimelineEvent } from '../../store/timeline.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { acknowledgeFacts } from './acknowledge.js';
import { attestedFact, decidedFact, draftOf, wrongWith } from './decisions.js';
import { forwardedFact } from './forwarding.js';

export type InboxAction = z.output<typeof actOnRequest>;

/** A fact before it is an agent's. */
export type NewFact = Pick<NewEvent, 'kind' | 'facts' | 'on' | 'content'>;

/** A request as the agent acts on it. */
export interface Acting {
  tenant: Tenant;
  request: SealedRequest;
  events: readonly TimelineEvent[];
  state: RequestState;
  now: Date;
  /** Of the administration. */
  today: CivilDate;
}

/** Who deals with a sending does not hold it to be abusive; what waited must leave before. */
export const releaseOf = ({ suspicion }: Pick<RequestState, 'suspicion'>): NewFact[] =>
  suspicion === 'suspect' ? [{ kind: 'released' }] : [];

function refuse(...errors: AdminFieldError[]): void {
  if (errors.length) throw new AdminRefusal('validation-failed', errors);
}

function itemsAsked(
  { items, answerBy, message }: Extract<InboxAction, { action: 'ask-items' }>,
  today: CivilDate,
): NewFact {
  const flags = items.map(({ basis, isIndispensable }) => ({ isRequired: basis !== null, isIndispensable }));
  // CRPA R112-11-4.
  if (flags.some(({ isRequired }) => isRequired) && answerBy === null)
    refuse({ path: 'answerBy', code: 'required' });
  if (answerBy !== null && answerBy < today) refuse({ path: 'answerBy', code: 'invalid' });
  return {
    kind: 'items-asked',
    on: today,
    facts: { items: flags, answerBy },
    content: { items, ...(message !== null && { message }) },
  };
}

async function assigned(
  strapi: Core.Strapi,
  to: number | null,
  { request, today }: Acting,
): Promise<NewFact> {
  const colleagues = await getService(strapi, 'agents').serving(request.administrationId, 'inbox.read');
  const colleague = colleagues.find(({ id }) => id === to);
  if (to !== null && !colleague) refuse({ path: 'to', code: 'unknown' });
  return {
    kind: 'assigned',
    on: today,
    facts: { to },
    ...(colleague && { content: { to: { name: colleague.name } } }),
  };
}

/** What files came with it, where any did. */
const withFiles = (fact: NewFact, attachments: readonly Attachment[]): NewFact =>
  attachments.length ? { ...fact, content: { ...fact.content, attachments: [...attachments] } } : fact;

/** @throws AdminRefusal `validation-failed`, `not-possible` */
export async function factsOf(
  strapi: Core.Strapi,
  action: InboxAction,
  acting: Acting,
  attachments: readonly Attachment[],
): Promise<NewFact[]> {
  const { state, today, tenant, request, now, events } = acting;
  const released = releaseOf(state);
  const notified = async (decision: DecisionContent, signature: Signature) =>
    withFiles(await decidedFact(strapi, decision, signature, acting, attachments), attachments);
  switch (action.action) {
    case 'acknowledge':
      return acknowledgeFacts(state, action.nature, today, (file) =>
        getService(strapi, 'law').acknowledgementFact(tenant, request, file, now),
      );
    case 'answer': {
      const answer: NewFact = {
        kind: 'answered',
        facts: { decides: false },
        content: { message: action.message },
      };
      return [
        ...released,
        withFiles(answer, attachments),
        ...(action.close ? [{ kind: 'closed' } as const] : []),
      ];
    }
    case 'ask-items':
      return [...released, withFiles(itemsAsked(action, today), attachments)];
    case 'complete': {
      const on = action.on ?? today;
      const askedOn = state.file?.pending?.askedOn;
      if (on > today || (askedOn && on < askedOn)) refuse({ path: 'on', code: 'invalid' });
      return [{ kind: 'completed', on }];
    }
    case 'forward':
      // A report takes no files along.
      if (action.to.kind === 'system' && action.attachments.length)
        refuse({ path: 'attachments', code: 'not-allowed' });
      return [...released, withFiles(await forwardedFact(strapi, action, acting), attachments)];
    case 'draft': {
      const { decision } = action;
      refuse(...wrongWith(decision, null, acting));
      const { outcome } = decision;
      return [...released, { kind: 'draft-decided', on: today, facts: { outcome }, content: { decision } }];
    }
    case 'approve': {
      const approved: NewFact = { kind: 'approved', on: today };
      if (action.signature === null) {
        // Nothing is notified that they could go with.
        if (action.attachments.length) refuse({ path: 'attachments', code: 'not-allowed' });
        return [approved];
      }
      const decision = draftOf(events);
      refuse(...wrongWith(decision, action.signature, acting));
      return [approved, await notified(decision, action.signature)];
    }
    case 'send-back':
      return [
        {
          kind: 'sent-back',
          on: today,
          ...(action.message !== null && { content: { message: action.message } }),
        },
      ];
    case 'notify': {
      const decision = draftOf(events);
      refuse(...wrongWith(decision, action.signature, acting));
      return [await notified(decision, action.signature)];
    }
    case 'decide':
      refuse(...wrongWith(action.decision, action.signature, acting));
      return [...released, await notified(action.decision, action.signature)];
    case 'give-reasons': {
      const { reasons, author } = action;
      return [withFiles({ kind: 'reasons-given', on: today, content: { reasons, author } }, attachments)];
    }
    case 'attest':
      return [await attestedFact(strapi, action.author, acting)];
    case 'assign':
      return [await assigned(strapi, action.to, acting)];
    case 'note':
      return [{ kind: 'noted', content: { message: action.message } }];
    case 'close':
      return [{ kind: 'closed' }];
    case 'reopen':
      return [{ kind: 'reopened' }];
    case 'release':
      return [{ kind: 'released' }];
    case 'reject':
      return [{ kind: 'rejected-as-abusive' }];
  }
}
