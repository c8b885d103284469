import { type BulkOutcome, type BulkReason, bulkReasons } from '@guichet/contracts/admin/bulk';

/** @returns what was rehearsed, with what became of those that were acted on */
export function merged(
  rehearsed: readonly BulkOutcome[],
  performed: readonly BulkOutcome[],
): readonly BulkOutcome[] {
  const after = new Map(performed.map((outcome) => [outcome.id, outcome]));
  return rehearsed.map((outcome) => after.get(outcome.id) ?? outcome);
}

/** @returns what was left out, under its reason, in the order the reasons are told */
export function byReason(
  outcomes: readonly BulkOutcome[],
): { reason: BulkReason; outcomes: BulkOutcome[] }[] {
  return bulkReasons
    .map((reason) => ({ reason, outcomes: outcomes.filter((one) => one.reason === reason) }))
    .filter(({ outcomes: some }) => some.length > 0);
}
