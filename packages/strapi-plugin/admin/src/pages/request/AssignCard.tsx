import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { useWords } from '../../shared/words.js';
import { ActionFailed } from './ActionFailed.js';
import type { OneRequest } from './use-request.js';

const NOBODY = '';

/** Who has it on the desk: one click to take it, one choice to hand it over. */
export function AssignCard({ one, request }: { one: OneRequest; request: InboxRequest }) {
  const t = useWords();
  const { acting, act, agentId } = one;
  const dates = useDates();
  const { assignedTo, away, colleagues, actions } = request;
  const mayAssign = actions.includes('assign');
  const isBusy = acting.kind === 'acting';
  const assign = (to: number | null) => !isBusy && void act({ action: 'assign', to });
  // Who has it may serve the administration no more: the name stays.
  const offered =
    assignedTo && !colleagues.some(({ id }) => id === assignedTo.id)
      ? [assignedTo, ...colleagues]
      : colleagues;
  return (
    <Card title={t('assign')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {away && (
          <Typography>
            {away.cover
              ? t('assign.away.covered', { until: dates.civil(away.until), name: away.cover.name })
              : t('assign.away', { until: dates.civil(away.until) })}
          </Typography>
        )}
        {!mayAssign && <Typography>{assignedTo?.name ?? t('assign.nobody')}</Typography>}
        {mayAssign && assignedTo?.id !== agentId && (
          <Button
            size="L"
            fullWidth
            variant="secondary"
            disabled={isBusy}
            loading={isBusy && acting.action === 'assign'}
            onClick={() => assign(agentId)}
          >
            {t('assign.me')}
          </Button>
        )}
        {mayAssign && (
          <Field.Root>
            <FieldLabel>{t('assign.to')}</FieldLabel>
            <SingleSelect
              value={assignedTo ? String(assignedTo.id) : NOBODY}
              disabled={isBusy}
              onChange={(id) => assign(id === NOBODY ? null : Number(id))}
            >
              <SingleSelectOption value={NOBODY}>{t('assign.nobody')}</SingleSelectOption>
              {offered.map(({ id, name }) => (
                <SingleSelectOption key={id} value={String(id)}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        )}
        <ActionFailed
          failure={acting.kind === 'failed' && acting.action === 'assign' ? acting.failure : null}
        />
      </Flex>
    </Card>
  );
}
