import type { AdministrationLack } from '@guichet/contracts/admin/administrations';
import { Flex, Typography } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** What the administration still has to supply to be in order, and what follows from its lack. */
export function Lacks({ lacks }: { lacks: readonly AdministrationLack[] }) {
  const t = useWords();
  return (
    <Card title={t('lacks')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {lacks.map(({ what, basis, entails }) => (
          <Notice key={what} look="warning">
            <Typography tag="p" fontWeight="bold">
              {t(`lacks.${what}`)}
            </Typography>
            <Typography tag="p">{t(`lacks.${entails}`)}</Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {basis}
            </Typography>
          </Notice>
        ))}
      </Flex>
    </Card>
  );
}
