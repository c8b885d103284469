import type { AdminTeleprocedure } from '@guichet/contracts/admin/teleprocedures';
import { Flex, Typography } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { Notice } from '../../shared/Notice.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { EntryLine } from './EntryLine.js';
import { OwnerName } from './OwnerName.js';

/** Whose it is, who runs it, and how far it goes. */
export function ReachCard({ teleprocedure }: { teleprocedure: AdminTeleprocedure }) {
  const t = useWords();
  const { owner, operator, reach, link, chosen, withdrawn } = teleprocedure;
  return (
    <Card title={t('teleprocedure.reach')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <div>
          <OwnerName owner={owner} />
        </div>
        <Typography tag="p">{t('teleprocedures.operatedBy', { name: operator.name })}</Typography>
        {!withdrawn && <EntryLine chosen={chosen} />}
        {reach.offered ? (
          <Typography tag="p">{t('teleprocedure.reach.counts', { ...reach })}</Typography>
        ) : (
          <Notice look="warning">{t('teleprocedure.reach.none')}</Notice>
        )}
        {link && (
          <TextLink to={link} target="_blank" rel="noreferrer">
            {t('teleprocedure.see')}
          </TextLink>
        )}
      </Flex>
    </Card>
  );
}
