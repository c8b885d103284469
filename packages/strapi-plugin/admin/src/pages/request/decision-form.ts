/** A decision as it is typed, checked and sent. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { type AuthorForm, authorFormFor, authorFormOf, checkAuthor } from './author-form.js';
import { checkLine, checkText, errorsIn } from './form-checks.js';

const REASONS_MAX = 5000;

export interface DecisionForm extends AuthorForm {
  outcome: DecisionContent['outcome'] | null;
  message: string;
  /** Of a refusal: whether reasons are given, or are not owed (CRPA L211-2). */
  reasoned: 'given' | 'not-required';
  law: string;
  facts: string;
  illegality: string;
}

type Known = Pick<InboxRequest, 'draft' | 'timeline' | 'signatories'>;

/** A decision that is prepared, or was sent back, is where its correction begins. */
export function decisionFormOf({ draft, timeline, signatories }: Known): DecisionForm {
  const decision = draft?.decision ?? sentBack(timeline);
  if (!decision)
    return {
      ...authorFormOf(signatories),
      outcome: null,
      message: '',
      reasoned: 'given',
      law: '',
      facts: '',
      illegality: '',
    };
  const { outcome, message, author, reasons, illegality } = decision;
  const given = reasons && reasons !== 'not-required' ? reasons : null;
  return {
    ...authorFormFor(author, signatories),
    outcome,
    message,
    reasoned: reasons === 'not-required' ? 'not-required' : 'given',
    law: given?.law ?? '',
    facts: given?.facts ?? '',
    illegality: illegality ?? '',
  };
}

/** @returns the decision that was sent back to who had prepared it, null where none was since */
function sentBack(timeline: InboxRequest['timeline']): DecisionContent | null {
  const last = timeline.findLast(({ kind }) =>
    ['draft-decided', 'sent-back', 'granted', 'refused'].includes(kind),
  );
  if (last?.kind !== 'sent-back') return null;
  return timeline.findLast(({ kind }) => kind === 'draft-decided')?.decision ?? null;
}

/**
 * Whether a refusal would take back what was accepted, by silence or expressly: only where that was illegal, and within
 * four months (CRPA L242-1).
 */
export function takesBack({ decision }: InboxRequest['legal']): boolean {
  return decision?.kind === 'granted' || decision?.kind === 'tacitly-granted';
}

export function checkDecision(form: DecisionForm, legal: InboxRequest['legal']): AdminFieldError[] {
  const isRefusal = form.outcome === 'refused';
  const hasReasons = isRefusal && form.reasoned === 'given';
  return [
    ...errorsIn([
      ['decision.outcome', form.outcome === null && 'required'],
      ['decision.message', checkText(form.message)],
      ['decision.reasons.law', hasReasons && checkLine(form.law, REASONS_MAX)],
      ['decision.reasons.facts', hasReasons && checkLine(form.facts, REASONS_MAX)],
      ['decision.illegality', isRefusal && takesBack(legal) && checkLine(form.illegality, REASONS_MAX)],
    ]),
    ...checkAuthor(form, 'decision.author'),
  ];
}

/** What is sent of a form that {@link checkDecision} finds right. */
export function decisionOf(form: DecisionForm, legal: InboxRequest['legal']): DecisionContent {
  const outcome = form.outcome ?? 'granted';
  const isRefusal = outcome === 'refused';
  return {
    outcome,
    message: form.message,
    author: form.author,
    reasons: !isRefusal
      ? null
      : form.reasoned === 'not-required'
        ? 'not-required'
        : { law: form.law.trim(), facts: form.facts.trim() },
    illegality: isRefusal && takesBack(legal) ? form.illegality.trim() : null,
  };
}
