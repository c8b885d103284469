import type { FinalAction, Retention, RetentionGroup } from '@guichet/contracts/admin/retention';
import { finalActions, SLIP_MAX } from '@guichet/contracts/admin/retention';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { PAGES } from '../../plugin-id.js';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { failureWords } from '../../shared/failure.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { usePermissions } from '../../shared/permissions.js';
import { TextLink } from '../../shared/TextLink.js';
import { useRetentionWords } from '../../shared/use-retention-words.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { BigButton } from '../../shared/BigButton.js';
import type { RetentionRead } from './use-retention.js';

/** By procedure, what its rule is and what is due by it; a list of all that is due alike is made by one click. */
export function DueCard({ found, make }: { found: Retention; make: RetentionRead['make'] }) {
  const t = useWords();
  const { saving, save } = useSave();
  const dueFor = (finalAction: FinalAction) =>
    found.groups.filter(({ rule, due }) => rule?.finalAction === finalAction && due);
  const ready = finalActions.filter((finalAction) => dueFor(finalAction).length > 0);
  return (
    <Card title={t('retention.due')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <List aria-label={t('retention.due')}>
          {found.groups.map((group) => (
            <Row key={group.slug}>
              <Group group={group} administrationId={found.administration.id} />
            </Row>
          ))}
        </List>
        {ready.length > 0 && <Notice look="warning">{t('retention.visa.care')}</Notice>}
        {saving.kind === 'failed' && (
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        )}
        {ready.length > 0 && (
          <Flex gap={3} wrap="wrap">
            {ready.map((finalAction) => {
              const groups = dueFor(finalAction);
              const total = groups.reduce((sum, { due }) => sum + (due?.count ?? 0), 0);
              return (
                <BigButton
                  key={finalAction}
                  size="L"
                  loading={saving.kind === 'saving'}
                  onClick={() =>
                    void save(() => make({ finalAction, procedures: groups.map(({ slug }) => slug) }))
                  }
                >
                  {t(`retention.make.${finalAction}`, { count: Math.min(total, SLIP_MAX) })}
                </BigButton>
              );
            })}
          </Flex>
        )}
      </Flex>
    </Card>
  );
}

function Group(props: { group: RetentionGroup; administrationId: string }) {
  const t = useWords();
  const { civil } = useDates();
  const words = useRetentionWords();
  const { has } = usePermissions();
  const { title, rule, waiting, due, listed, held } = props.group;
  const configured = `${PAGES}/administrations/${props.administrationId}${title ? '/procedures' : ''}`;
  const day = (date: string) => civil(date, { dateStyle: 'long' });
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
      <Box flex="1 1 28rem" minWidth={0}>
        <Typography tag="h3" fontWeight="bold" lang={title ? 'fr' : undefined}>
          {title ?? t('retention.general')}
        </Typography>
        <Typography tag="p" textColor={rule ? 'neutral700' : 'neutral800'}>
          {rule ? words(rule) : t('retention.card.none')}
        </Typography>
        {!rule && has('administrations.read') && <TextLink to={configured}>{t('retention.choose')}</TextLink>}
        {due && (
          <Typography tag="p" fontWeight="bold">
            {due.oldest === due.newest
              ? t('retention.due.on', { count: due.count, day: day(due.oldest) })
              : t('retention.due.between', {
                  count: due.count,
                  oldest: day(due.oldest),
                  newest: day(due.newest),
                })}
          </Typography>
        )}
      </Box>
      <Flex gap={2} wrap="wrap">
        {waiting > 0 && <Badge>{t('retention.waiting', { count: waiting })}</Badge>}
        {listed > 0 && <Badge>{t('retention.listed', { count: listed })}</Badge>}
        {held > 0 && <Badge>{t('retention.held', { count: held })}</Badge>}
      </Flex>
    </Flex>
  );
}
