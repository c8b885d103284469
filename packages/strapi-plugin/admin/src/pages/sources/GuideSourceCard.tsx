import type { GuideSourceView } from '@guichet/contracts/admin/guides';
import { useWords } from '../../shared/words.js';
import { SourceCard, Told } from './SourceCard.js';

/** The guides of one public. */
export function GuideSourceCard({ source }: { source: GuideSourceView }) {
  const t = useWords();
  const { part, guides, faults, faultCount, unknown } = source;
  return (
    <SourceCard
      title={t(`guides.${part}`)}
      source={source}
      counted={{ label: t('guides.count'), count: guides }}
      faults={{
        summary: t('guides.faults', { count: faultCount }),
        hint: t('guides.faults.hint'),
        lines: faults.map(({ file, fault, detail }, index) => (
          // Two files may have one name.
          <li key={index}>
            {file} — {t(`guides.fault.${fault}`)} ({detail})
          </li>
        )),
      }}
    >
      {unknown.length > 0 && (
        <Told summary={t('guides.unknown', { count: unknown.length })}>
          {unknown.map(({ element, guide }) => (
            <li key={element}>
              {element} — {t('guides.unknown.in', { guide })}
            </li>
          ))}
        </Told>
      )}
    </SourceCard>
  );
}
