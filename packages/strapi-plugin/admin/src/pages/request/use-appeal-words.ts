import type { ReceiptAppeal } from '@guichet/contracts/receipt';
import { useWords } from '../../shared/words.js';
import { delayWords } from './delay-words.js';

/** How a refusal can be challenged: before whom, within how long, and where. */
export function useAppealWords(): (appeal: ReceiptAppeal) => string[] {
  const t = useWords();
  return ({ body, delay: iso, online }) => {
    const delay = delayWords(iso);
    return [
      t('mentions.appeal', { body, delay: delay ? t(delay.key, delay.values) : iso }),
      ...(online ? [t('mentions.online', { address: online })] : []),
    ];
  };
}
