import type { HereRule } from '@guichet/contracts/admin/retention';
import { useDates } from './dates.js';
import { useWords } from './words.js';

/** @returns « Gardée 2 ans après sa clôture, puis détruite avec l’accord des archives (2024/17, 2 mai 2024). » */
export function useRetentionWords(): (rule: HereRule) => string {
  const t = useWords();
  const { civil } = useDates();
  return ({ period, finalAction, agreement }) =>
    t(`retention.rule.${finalAction}`, {
      count: period.count,
      unit: period.unit,
      reference: agreement.reference,
      date: civil(agreement.date, { dateStyle: 'long' }),
    });
}
