import { CopyBlock } from '../../shared/CopyBlock.js';
import { useWords } from '../../shared/words.js';
import { headerToSend } from './probe-words.js';

/** The line that its operator has to send for these sites to show its page in theirs. `more`: how many are not named. */
export function HeaderToSend({ origins, more = 0 }: { origins: readonly string[]; more?: number }) {
  const t = useWords();
  return (
    <CopyBlock
      label={t('probe.header')}
      hint={[t('probe.header.hint'), more > 0 && t('probe.header.more', { count: more })]
        .filter(Boolean)
        .join(' ')}
      text={headerToSend(origins)}
    />
  );
}
