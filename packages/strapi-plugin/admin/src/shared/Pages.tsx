import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import { useWords } from './words.js';

/** Walking through a list that is read page by page. */
export function Pages(props: { page: number; pageSize: number; total: number; go(page: number): void }) {
  const t = useWords();
  const { page, pageSize, total, go } = props;
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1 && page === 1) return null;
  return (
    <Flex tag="nav" aria-label={t('pages')} gap={4} justifyContent="center" wrap="wrap" paddingTop={6}>
      <Button variant="tertiary" startIcon={<ArrowLeft />} disabled={page <= 1} onClick={() => go(page - 1)}>
        {t('pages.previous')}
      </Button>
      <Typography aria-live="polite">{t('pages.where', { page, last })}</Typography>
      <Button
        variant="tertiary"
        endIcon={<ArrowRight />}
        disabled={page >= last}
        onClick={() => go(page + 1)}
      >
        {t('pages.next')}
      </Button>
    </Flex>
  );
}
