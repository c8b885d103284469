import type { CreationOrderView } from '@guichet/contracts/admin/territory';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { useDates } from '../../../shared/dates.js';
import { Folded } from '../../../shared/Folded.js';
import { Row } from '../../../shared/list.js';
import { useWords } from '../../../shared/words.js';

/** One territory: how far its mairies are, and which of them are left to somebody to complete. */
export function OrderRow({ order }: { order: CreationOrderView }) {
  const t = useWords();
  const dates = useDates();
  const { name, level, askedAt, doneAt, communes, done, created, existing, lacking, lackingCount } = order;
  // The panel's own zone: orders are the hosting's.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <Row>
      <Flex gap={3} alignItems="center" wrap="wrap">
        <Typography tag="h3" fontWeight="bold">
          {name}
        </Typography>
        <Badge>{t(`level.${level}`)}</Badge>
        {!doneAt && <Badge variant="secondary">{t('creations.going')}</Badge>}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {t('creations.at', { at: dates.moment(askedAt, timeZone) })}
      </Typography>
      {!doneAt && (
        <progress
          value={done}
          max={communes}
          aria-label={t('creations.progress.of', { name })}
          style={{ inlineSize: '100%', maxInlineSize: '48rem' }}
        />
      )}
      <Typography tag="p">
        {t('creations.progress', { done, communes })} {t('creations.created', { count: created })}
        {existing > 0 && ` ${t('creations.existing', { count: existing })}`}
      </Typography>
      {lackingCount > 0 && (
        <Folded>
          <summary>{t('creations.lacking', { count: lackingCount })}</summary>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('creations.lacking.what')}
          </Typography>
          <Typography tag="ul">
            {lacking.map((one) => (
              <li key={one.code}>
                {one.name} ({one.code}) — {one.lacks.map((lack) => t(`preview.lack.${lack}`)).join(', ')}
              </li>
            ))}
          </Typography>
          {lackingCount > lacking.length && (
            <Typography tag="p">
              {t('creations.lacking.more', { count: lackingCount - lacking.length })}
            </Typography>
          )}
        </Folded>
      )}
    </Row>
  );
}
