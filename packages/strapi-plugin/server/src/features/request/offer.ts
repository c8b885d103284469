/** Whether what was sent is what its procedure offers. */
import type { Attachment } from '@guichet/contracts/attachment';
import { kindOfFile } from '@guichet/contracts/attachment-types';
import type { FileLimits } from '@guichet/contracts/file-limits';
import type { FieldError } from '@guichet/contracts/problem';
import type { NewRequest } from '@guichet/contracts/request';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { Procedure } from '../../domain/procedure.js';
import type { Tenant } from '../../domain/tenant.js';
import { ProblemError } from '../../edge/problem-error.js';

/** @throws ProblemError `validation-failed` */
export function procedureFor(
  { procedures, desks }: Pick<Tenant, 'procedures' | 'desks'>,
  { procedure: slug, nature, recipient }: Pick<NewRequest, 'procedure' | 'nature' | 'recipient'>,
): Procedure {
  const procedure = procedures.find((one) => one.slug === slug);
  const errors: FieldError[] = [];
  if (!procedure) errors.push({ path: 'procedure', code: 'invalid' });
  if (procedure?.nature && procedure.nature !== nature) errors.push({ path: 'nature', code: 'invalid' });
  // A procedure has its own service: it need not be named, nor can another be.
  const isKnown =
    procedure && slug !== GENERAL_FORM
      ? recipient === procedure.recipient
      : desks.some((desk) => desk.slug === recipient);
  if (recipient !== null && !isKnown) errors.push({ path: 'recipient', code: 'invalid' });
  if (!procedure || errors.length) throw new ProblemError('validation-failed', { errors });
  return procedure;
}

/**
 * Whether its files are what its procedure takes.
 *
 * @param ids as they were named; those that cannot be had are not among `attachments`
 * @throws ProblemError `validation-failed`
 */
export function checkFiles(
  { maxFiles, maxFileBytes, kinds }: FileLimits,
  ids: readonly string[],
  attachments: readonly Attachment[],
): void {
  const errors = attachments
    .filter(({ size, type }) => size > maxFileBytes || !kinds.includes(kindOfFile(type)))
    .map(({ id }): FieldError => ({ path: `attachments.${ids.indexOf(id)}`, code: 'not-allowed' }));
  if (ids.length > maxFiles) errors.push({ path: 'attachments', code: 'too-long' });
  if (errors.length) throw new ProblemError('validation-failed', { errors });
}
