import { Flex, Typography } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { useWords } from '../../shared/words.js';

const steps = ['header', 'script', 'events'] as const;

/** What an operator does on its side: to be read to it, or sent to it. */
export function OperatorGuide() {
  const t = useWords();
  return (
    <Card title={t('operators.guide')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{t('operators.guide.what')}</Typography>
        <ol style={{ display: 'grid', gap: '1.2rem', paddingInlineStart: '2rem', listStyle: 'decimal' }}>
          {steps.map((step) => (
            <li key={step}>
              <Typography tag="p" fontWeight="bold">
                {t(`operators.guide.${step}`)}
              </Typography>
              <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
                {t(`operators.guide.${step}.what`)}
              </Typography>
            </li>
          ))}
        </ol>
      </Flex>
    </Card>
  );
}
