/** What the law dates, as agents see it. */
import type { DueDate, InboxLegal } from '@guichet/contracts/admin/inbox';
import { natures } from '@guichet/contracts/request-rules';
import type { CivilDate } from '../../domain/civil-date.js';
import { daysBetween } from '../../domain/deadlines.js';
import { type Decider, mentionsAs, silenceMention } from '../../domain/mentions.js';
import type { Projection } from '../../domain/projection.js';
import type { RequestState } from '../../domain/request-state.js';
import { isOver, situationOf } from '../../domain/situation.js';
import { askedItems } from '../../store/asked-items.js';
import type { TimelineEvent } from '../../store/timeline.js';

/** @param today of the administration */
export function dueDate(due: Projection['due'], today: CivilDate): DueDate | null {
  return due && { ...due, daysLeft: daysBetween(today, due.on) };
}

/** @throws an Error where the request has no dates */
export function legalOf(state: RequestState, events: readonly TimelineEvent[], decider: Decider): InboxLegal {
  const { file } = state;
  const situation = situationOf(state);
  if (!file || !situation) throw new Error('a request has no dates');
  const { clocks, obstacles, awaited } = situation;
  const { decision, pending, reasons } = file;
  const isSent = clocks.acknowledgement.kind === 'sent';
  return {
    nature: file.nature,
    acknowledgement: isOver(state, awaited) && !isSent ? { kind: 'not-due' } : clocks.acknowledgement,
    outlook: Object.fromEntries(
      natures.map((nature) => {
        const { silence: outlook, appeal } = mentionsAs(file, nature, decider);
        return [nature, outlook && { silence: outlook, appeal }];
      }),
    ) as InboxLegal['outlook'],
    silence: awaited && silenceMention(file.silence, awaited),
    decision: decision && {
      kind: decision.kind,
      on: decision.on,
      appealLastDay: clocks.appeal?.lastDay ?? null,
      withdrawableUntil: clocks.withdrawableUntil,
    },
    items: pending && {
      items: askedItems(events),
      askedOn: pending.askedOn,
      answerBy: pending.answerBy,
      suspendsExamination: pending.suspendsExamination,
    },
    reasons: reasons && { ...reasons, dueBy: clocks.reasonsDueBy },
    attestation: file.attestation,
    answer: file.opening.answer ?? null,
    forwardedTo:
      file.competentSince === null
        ? (events.findLast(({ kind }) => kind === 'forwarded')?.content.to?.name ?? null)
        : null,
    obstacles: obstacles && obstacles.map(({ code }) => code),
  };
}
