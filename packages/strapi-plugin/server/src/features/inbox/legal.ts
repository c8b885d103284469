/** What the law dates, as agents see it. */
import type { DueDate, InboxLegal } from '@guichet/contracts/admin/inbox';
import { natures } from '@guichet/contracts/request-rules';
import type { CivilDate } from '../../domain/civil-date.js';
import { daysBetween } from '../../domain/deadlines.js';
import { type Decider, mentionsAs, silenceMention } from '../../domain/mentions.js';
import { awaitedSilence, type Projection } from '../../domain/projection.js';
import type { RequestState } from '../../domain/request-state.js';
import { situationOf } from '../../domain/situation.js';

/** @param today of the administration */
export function dueDate(due: Projection['due'], today: CivilDate): DueDate | null {
  return due && { ...due, daysLeft: daysBetween(today, due.on) };
}

/** @throws an Error where the request has no dates */
export function legalOf(state: RequestState, decider: Decider): InboxLegal {
  const { file } = state;
  const situation = situationOf(state);
  if (!file || !situation) throw new Error('a request has no dates');
  const { clocks, obstacles } = situation;
  const { decision } = file;
  const silence = awaitedSilence(state);
  return {
    nature: file.nature,
    acknowledgement: clocks.acknowledgement,
    outlook: Object.fromEntries(
      natures.map((nature) => {
        const { silence: outlook, appeal } = mentionsAs(file, nature, decider);
        return [nature, outlook && { silence: outlook, appeal }];
      }),
    ) as InboxLegal['outlook'],
    silence: silence && silenceMention(file.silence, silence),
    decision:
      decision?.kind === 'tacitly-granted' || decision?.kind === 'tacitly-refused'
        ? {
            kind: decision.kind,
            on: decision.on,
            appealLastDay: clocks.appeal?.lastDay ?? null,
            withdrawableUntil: clocks.withdrawableUntil,
          }
        : null,
    items: null,
    reasons: null,
    attestation: null,
    forwardedTo: null,
    obstacles: obstacles && obstacles.map(({ code }) => code),
  };
}
