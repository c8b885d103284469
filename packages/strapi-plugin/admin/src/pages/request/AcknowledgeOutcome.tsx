import { useEffect, useRef } from 'react';
import { failureWords } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import type { Acting } from './use-request.js';

/**
 * What the click has done. It takes the focus once it is sent, and wherever the button that had it is gone: somebody
 * else may have sent it meanwhile.
 */
export function AcknowledgeOutcome(props: {
  outcome: Extract<Acting, { kind: 'done' | 'failed' }>;
  version: number;
}) {
  const t = useWords();
  const { outcome, version } = props;
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.kind === 'done' || document.activeElement === document.body) said.current?.focus();
  }, [outcome, version]);
  return (
    <div ref={said} tabIndex={-1} {...(outcome.kind === 'done' && { role: 'status' })}>
      {outcome.kind === 'done' ? (
        <Notice look="success">{t('done.acknowledge')}</Notice>
      ) : (
        <Notice look={outcome.failure.kind === 'problem' ? 'warning' : 'danger'} live>
          {t(failureWords(outcome.failure))}
        </Notice>
      )}
    </div>
  );
}
