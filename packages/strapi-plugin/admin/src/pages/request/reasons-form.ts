/** The reasons of a tacit refusal (CRPA L232-4), as they are typed, checked and sent. */
import type { DecisionAuthor } from '@guichet/contracts/admin/inbox-actions';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { type AuthorForm, authorFormOf, checkAuthor } from './author-form.js';
import { checkLine, errorsIn } from './form-checks.js';
import type { WishFor } from './wish.js';

export interface ReasonsForm extends AuthorForm {
  law: string;
  facts: string;
}

const REASONS_MAX = 5000;

export function reasonsFormOf(signatories: readonly DecisionAuthor[]): ReasonsForm {
  return { ...authorFormOf(signatories), law: '', facts: '' };
}

export function checkReasons(form: ReasonsForm): AdminFieldError[] {
  return [
    ...errorsIn([
      ['reasons.law', checkLine(form.law, REASONS_MAX)],
      ['reasons.facts', checkLine(form.facts, REASONS_MAX)],
    ]),
    ...checkAuthor(form, 'author'),
  ];
}

export function reasonsWish({ law, facts, author }: ReasonsForm): WishFor<'give-reasons'> {
  return { action: 'give-reasons', reasons: { law: law.trim(), facts: facts.trim() }, author };
}
