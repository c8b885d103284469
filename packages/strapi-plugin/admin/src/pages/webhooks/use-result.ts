import type { WebhookAttempt } from '@guichet/contracts/admin/webhooks';
import { useWords } from '../../shared/words.js';

/** What came of an attempt, in a few words: a code where that is all there is. */
export function useResult(): (attempt: WebhookAttempt) => string {
  const t = useWords();
  return ({ status, error }) => {
    if (status !== null) return t('webhooks.result.status', { status });
    if (error === 'timeout') return t('webhooks.result.timeout');
    if (error === 'private-address') return t('webhooks.result.private-address');
    return t('webhooks.result.error', { error: error ?? '?' });
  };
}
