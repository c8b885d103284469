import type { DecisionAuthor } from '@guichet/contracts/admin/inbox-actions';
import { Choices } from '../../shared/Choices.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { authorName } from './author-form.js';

export type Signature = 'handwritten' | 'none';

/** How the decision is signed: by hand, unless this téléservice may do without (CRPA L212-2, 1°). */
export function SignatureChoice(props: {
  author: DecisionAuthor;
  mayNotifyUnsigned: boolean;
  value: Signature | null;
  choose(signature: Signature | null): void;
}) {
  const t = useWords();
  const { author, mayNotifyUnsigned, value, choose } = props;
  const handwritten = t('signature.handwritten', { name: authorName(author) });
  if (!mayNotifyUnsigned)
    return (
      <Tick
        path="signature"
        label={handwritten}
        checked={value === 'handwritten'}
        change={(checked) => choose(checked ? 'handwritten' : null)}
      />
    );
  return (
    <Choices<Signature>
      path="signature"
      legend={t('signature')}
      options={[
        { value: 'none', label: t('signature.none'), hint: t('signature.none.hint') },
        { value: 'handwritten', label: t('signature.byHand'), hint: handwritten },
      ]}
      value={value}
      choose={choose}
    />
  );
}
