import { Badge } from '@strapi/design-system';
import { useDates } from '../../shared/dates.js';
import { useWords } from '../../shared/words.js';

/** It cannot be begun any more. `on`: a civil date. */
export function WithdrawnBadge({ on }: { on: string }) {
  const t = useWords();
  const dates = useDates();
  return (
    <Badge textColor="neutral800">
      {t('teleprocedures.withdrawn', { day: dates.civil(on, { dateStyle: 'medium' }) })}
    </Badge>
  );
}
