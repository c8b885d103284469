import { failureWords, type Failure } from '../../shared/failure.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** Why what was sent did not arrive; what was typed is still there. */
export function ActionFailed({ failure }: { failure: Failure | null }) {
  const t = useWords();
  if (!failure) return null;
  return (
    <Notice look={failure.kind === 'problem' ? 'warning' : 'danger'} live>
      {t(failureWords(failure))} {t('answer.kept')}
    </Notice>
  );
}
