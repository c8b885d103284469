import type { ReceiptSilence } from '@guichet/contracts/receipt';
import { useDates } from '../../shared/dates.js';
import { useWords } from '../../shared/words.js';

/** What silence will mean: « Sans réponse le 22 janvier 2027, la loi considère que c’est non ». */
export function useSilenceWords(): (silence: ReceiptSilence) => string {
  const t = useWords();
  const { civil } = useDates();
  return ({ effect, date, basis }) =>
    date
      ? t(`silence.${effect}`, { day: civil(date, { dateStyle: 'long' }), basis })
      : t(`silence.${effect}.undated`, { basis });
}
