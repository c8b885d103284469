import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import { Flex, Typography } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

/** What the administration still has to supply to be in order, and what follows from its lack. */
export function Lacks({ lacks }: { lacks: AdminAdministration['lacks'] }) {
  const t = useWords();
  return (
    <Card title={t('lacks')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {lacks.map((lack) => {
          const procedure = ('procedure' in lack && lack.procedure) || '';
          const what = lack.what === 'retention' && !procedure ? 'retention.general' : lack.what;
          return (
            <Notice key={lack.what + procedure} look="warning">
              <Typography tag="p" fontWeight="bold">
                {t(`lacks.${what}`, { procedure })}
              </Typography>
              <Typography tag="p">{t(`lacks.${lack.entails}`)}</Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {lack.basis}
              </Typography>
            </Notice>
          );
        })}
      </Flex>
    </Card>
  );
}
