/** Who decides (CRPA L212-1): one of those who sign here, or somebody else. */
import type { DecisionAuthor } from '@guichet/contracts/admin/inbox-actions';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import { checkLine, errorsIn } from './form-checks.js';

export interface AuthorForm {
  /** Typed here, and not chosen among those who sign. */
  isOther: boolean;
  author: DecisionAuthor;
}

const nobody: DecisionAuthor = { givenName: '', familyName: '', capacity: '', service: '' };

/** The one who signed last, until another is chosen. */
export function authorFormOf(signatories: readonly DecisionAuthor[]): AuthorForm {
  const [first] = signatories;
  return { isOther: !first, author: first ?? nobody };
}

const isSame = (one: DecisionAuthor, other: DecisionAuthor) =>
  (Object.keys(nobody) as (keyof DecisionAuthor)[]).every((name) => one[name] === other[name]);

/** Of a decision that was written already. */
export function authorFormFor(author: DecisionAuthor, signatories: readonly DecisionAuthor[]): AuthorForm {
  return { isOther: !signatories.some((one) => isSame(one, author)), author };
}

/** @returns which of those who sign here is chosen: their place in the list, `other` for none */
export function chosenAuthor(
  { isOther, author }: AuthorForm,
  signatories: readonly DecisionAuthor[],
): string {
  return isOther ? 'other' : String(signatories.findIndex((one) => isSame(one, author)));
}

/** @param choice as {@link chosenAuthor} gives it */
export function chooseAuthor(
  form: AuthorForm,
  choice: string,
  signatories: readonly DecisionAuthor[],
): AuthorForm {
  const signatory = signatories[Number(choice)];
  if (signatory) return { isOther: false, author: signatory };
  // The service is most often the same; the person is not.
  return { isOther: true, author: form.isOther ? form.author : { ...nobody, service: form.author.service } };
}

/** @param at the member of the action that holds the author: `decision.author` */
export function checkAuthor({ author }: AuthorForm, at: string): AdminFieldError[] {
  return errorsIn([
    [`${at}.givenName`, checkLine(author.givenName, 100)],
    [`${at}.familyName`, checkLine(author.familyName, 100)],
    [`${at}.capacity`, checkLine(author.capacity, 200)],
    [`${at}.service`, checkLine(author.service, 200)],
  ]);
}

/** `Marie Dupont` */
export function authorName({ givenName, familyName }: DecisionAuthor): string {
  return `${givenName} ${familyName}`.trim();
}
