import type { DirectorySourceView } from '@guichet/contracts/admin/territory';
import { useWords, type WordKey } from '../../shared/words.js';
import { SourceCard } from './SourceCard.js';

const faultWords: Partial<Record<string, WordKey>> = {
  malformed: 'sources.fault.malformed',
  'too-large': 'sources.fault.too-large',
  'no-id': 'sources.fault.no-id',
  'no-code': 'sources.fault.no-id',
  twice: 'sources.fault.twice',
  'unknown-commune': 'sources.fault.unknown-commune',
  hours: 'sources.fault.hours',
  phone: 'sources.fault.phone',
  email: 'sources.fault.email',
  url: 'sources.fault.url',
  position: 'sources.fault.position',
};

/** The offices of the State's annuaire, or the list of communes. */
export function DirectorySourceCard({ source }: { source: DirectorySourceView }) {
  const t = useWords();
  const { part, file, total, faults, faultCount } = source;
  return (
    <SourceCard
      title={t(`sources.${part}`)}
      source={source}
      counted={{ label: t(`sources.${part}.count`), count: total }}
      facts={[[t('sources.file'), file]]}
      faults={{
        summary: t('sources.faults', { count: faultCount }),
        hint: t('sources.faults.hint'),
        lines: faults.map(({ record, fault, detail }, index) => {
          const words = faultWords[fault];
          return (
            // One record may have several.
            <li key={index}>
              {record} — {words ? `${t(words)} (${detail})` : detail}
            </li>
          );
        }),
      }}
    />
  );
}
