import { finalActions, type TransitObstacle, transitWays } from '@guichet/contracts/admin/retention';
import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { Choices } from './Choices.js';
import { FormField } from './FormField.js';
import { Notice } from './Notice.js';
import type { RetentionDraft } from './retention-form.js';
import { useWords } from './words.js';

const NONE = 'none';

/**
 * How long requests are kept once closed, as the archives have agreed, and whether they only pass through.
 *
 * @param props.obstacle why they cannot only pass through
 */
export function RetentionFields(props: {
  draft: RetentionDraft;
  set(change: Partial<RetentionDraft>): void;
  obstacle: TransitObstacle | null;
  disabled?: boolean;
}) {
  const t = useWords();
  const { draft, set, obstacle, disabled = false } = props;
  const { finalAction, transit } = draft;
  return (
    <Box tag="fieldset" disabled={disabled} style={{ minInlineSize: 0, border: 0, padding: 0, margin: 0 }}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography tag="p">{t('retention.what')}</Typography>
        <Choices
          legend={t('retention.here')}
          path="retention.here.finalAction"
          value={finalAction ?? NONE}
          choose={(chosen) => set({ finalAction: chosen === NONE ? null : chosen })}
          options={[
            { value: NONE, label: t('retention.here.none'), hint: t('retention.here.none.hint') },
            ...finalActions.map((value) => ({
              value,
              label: t(`retention.here.${value}`),
              hint: t(`retention.here.${value}.hint`),
            })),
          ]}
        />
        {finalAction && <AgreedFields draft={draft} set={set} disabled={disabled} />}
        {obstacle ? (
          <Notice look={transit ? 'warning' : 'info'}>{t(`retention.transit.not.${obstacle}`)}</Notice>
        ) : null}
        {(!obstacle || transit) && (
          <Choices
            legend={t('retention.transit')}
            path="retention.transit"
            value={transit ?? NONE}
            choose={(chosen) => set({ transit: chosen === NONE ? null : chosen })}
            options={[
              { value: NONE, label: t('retention.transit.none'), hint: t('retention.transit.none.hint') },
              ...transitWays.map((value) => ({
                value,
                label: t(`retention.transit.${value}`),
                hint: t(`retention.transit.${value}.hint`),
              })),
            ]}
          />
        )}
      </Flex>
    </Box>
  );
}

/** The period and the agreement that it comes from: no member has a default. */
function AgreedFields(props: {
  draft: RetentionDraft;
  set(change: Partial<RetentionDraft>): void;
  disabled: boolean;
}) {
  const t = useWords();
  const { draft, set, disabled } = props;
  return (
    <>
      <Choices
        legend={t('retention.unit')}
        wide
        value={draft.unit}
        choose={(unit) => set({ unit })}
        options={(['years', 'months'] as const).map((value) => ({
          value,
          label: t(`retention.unit.${value}`),
        }))}
      />
      <Grid.Root gap={4}>
        <Grid.Item col={12} s={12} xs={12} alignItems="flex-start">
          <FormField
            path="retention.here.period"
            label="retention.count"
            hint="retention.count.hint"
            required
            disabled={disabled}
            value={draft.count}
            change={(count) => set({ count })}
          />
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
          <FormField
            path="retention.here.agreement.reference"
            label="retention.agreement"
            hint="retention.agreement.hint"
            required
            disabled={disabled}
            value={draft.reference}
            change={(reference) => set({ reference })}
          />
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
          <FormField
            path="retention.here.agreement.date"
            label="retention.agreement.date"
            type="date"
            required
            disabled={disabled}
            value={draft.date}
            change={(date) => set({ date })}
          />
        </Grid.Item>
      </Grid.Root>
    </>
  );
}
