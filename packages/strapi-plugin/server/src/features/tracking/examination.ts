/** How its examination stands, as the resident sees it: what is asked for, forwarded, decided, owed. */
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { appealOf } from '../../domain/case-appeal.js';
import type { CaseFile } from '../../domain/case-file.js';
import type { CivilDate } from '../../domain/civil-date.js';
import { appealOfSilence, type Decider } from '../../domain/mentions.js';
import type { RequestState } from '../../domain/request-state.js';
import { possibleKinds, situationOf } from '../../domain/situation.js';
import { askedItems } from '../../store/asked-items.js';
import type { TimelineEvent } from '../../store/timeline.js';

type Examination = { canCorrect: boolean } & Pick<
  TrackedRequest,
  | 'decision'
  | 'items'
  | 'forwarded'
  | 'canAskReasons'
  | 'reasons'
  | 'canAskAttestation'
  | 'attestation'
  | 'canWithdraw'
>;

function decisionOf(
  file: CaseFile,
  events: readonly TimelineEvent[],
  decider: Decider,
): Examination['decision'] {
  const { decision } = file;
  if (!decision) return null;
  const { kind, on } = decision;
  const lastDay = appealOf(file)?.lastDay ?? null;
  if (kind === 'tacitly-granted' || kind === 'tacitly-refused') {
    const appeal = kind === 'tacitly-refused' ? appealOfSilence(file.silence, decider) : null;
    return { kind, on, appeal: appeal && { ...appeal, lastDay } };
  }
  const notified = events.findLast((event) => event.kind === kind)?.content;
  if (!notified?.decision) return null;
  const { author, message, reasons, illegality } = notified.decision;
  return {
    kind,
    on,
    author,
    message,
    reasons: reasons === 'not-required' ? null : reasons,
    illegality,
    appeal: notified.appeal ? { ...notified.appeal, lastDay } : null,
    jws: notified.jws ?? '',
  };
}

/** @param today of the administration that answers for it */
export function examinationOf(
  state: RequestState,
  events: readonly TimelineEvent[],
  decider: Decider,
  today: CivilDate,
): Examination {
  const { file } = state;
  const possible = possibleKinds(state, 'resident', today);
  const last = (kind: TimelineEvent['kind']) => events.findLast((event) => event.kind === kind);
  const forwarded = last('forwarded');
  const attested = last('attested');
  const attestationOn = (attested ?? last('attestation-asked'))?.on;
  const pending = file?.pending;
  return {
    canCorrect: possible.includes('corrected'),
    canWithdraw: state.canWrite && possible.includes('withdrawn'),
    decision: file ? decisionOf(file, events, decider) : null,
    items: pending
      ? {
          items: askedItems(events).map(({ name, basis }) => ({ name, basis })),
          askedOn: pending.askedOn,
          answerBy: pending.answerBy,
          isRequired: pending.isRequired,
        }
      : null,
    forwarded:
      forwarded?.on && forwarded.content.to
        ? {
            on: forwarded.on,
            name: forwarded.content.to.name,
            contact: forwarded.content.to.contact ?? '',
          }
        : null,
    canAskReasons: possible.includes('reasons-asked'),
    reasons: file?.reasons
      ? {
          askedOn: file.reasons.askedOn,
          dueBy: situationOf(state)?.clocks.reasonsDueBy ?? null,
          given: last('reasons-given')?.content.reasons ?? null,
        }
      : null,
    // Once issued it is there to be read again.
    canAskAttestation: possible.includes('attestation-asked') && !attested,
    attestation:
      file?.attestation && attestationOn ? { on: attestationOn, jws: attested?.content.jws ?? null } : null,
  };
}
