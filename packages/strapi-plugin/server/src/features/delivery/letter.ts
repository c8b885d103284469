/** What a mail is to tell, read when it leaves: what was to be told may have ended since. */
import type { DeliveryKind } from '@guichet/contracts/admin/deliveries';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { Core } from '@strapi/types';
import type { TimelineEvent } from '../../store/timeline.js';
import { getService } from '../../strapi/services.js';
import type { Letter } from './compose.js';

export interface LetterSubject {
  kind: DeliveryKind;
  requestId: string;
  /** By which procedure it came. */
  procedure: string;
  /** Of a notice to one agent. */
  agentId?: number;
}

/** @returns null where there is nothing to tell any more: answered since, sent since, approved since */
export async function letterOf(
  strapi: Core.Strapi,
  { kind, requestId, agentId, procedure }: LetterSubject,
): Promise<Letter | null> {
  const law = getService(strapi, 'law');
  const lastOf = async (event: TimelineEvent['kind']) =>
    (await law.dossier(requestId))?.events.findLast((one) => one.kind === event);
  const fileOf = async () => (await law.dossier(requestId))?.state.file;

  switch (kind) {
    case 'acknowledgement': {
      const acknowledgement = await law.acknowledgementOf(requestId);
      return acknowledgement && { kind, ...acknowledgement };
    }
    case 'deadline-notice': {
      const awaited = await law.awaited(requestId);
      return awaited && { kind, ...awaited };
    }
    case 'service-notice': {
      // The general form sets no time of its own.
      const answer = procedure === GENERAL_FORM ? undefined : (await fileOf())?.opening.answer;
      return { kind, ...(answer && { answer }) };
    }
    case 'correction-receipt': {
      const corrected = await lastOf('corrected');
      return corrected ? { kind, at: corrected.at } : null;
    }
    case 'items-asked': {
      const pending = (await fileOf())?.pending;
      return pending ? { kind, answerBy: pending.answerBy } : null;
    }
    case 'forwarded': {
      const to = (await lastOf('forwarded'))?.content.to;
      return to ? { kind, name: to.name, contact: to.contact ?? '' } : null;
    }
    case 'approval-notice': {
      const draft = (await fileOf())?.draft;
      return draft && !draft.isApproved ? { kind } : null;
    }
    case 'assignment-notice':
      return (await fileOf())?.assignedTo === agentId ? { kind } : null;
    default:
      return { kind };
  }
}
