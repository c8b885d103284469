import { entries, framePermissions } from '@guichet/contracts/teleprocedure';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Choices } from '../../shared/Choices.js';
import { FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { isElsewhere, type TeleprocedureDraft } from './teleprocedure-form.js';

/** Where it is, and how far into the mairie's page it may come. */
export function EntryFields(props: {
  draft: TeleprocedureDraft;
  set(change: Partial<TeleprocedureDraft>): void;
  /** The operator's. */
  origin: string;
}) {
  const t = useWords();
  const { draft, set, origin } = props;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Box>
        <FormField
          path="url"
          label="teleprocedure.url"
          hint="teleprocedure.url.hint"
          type="url"
          required
          value={draft.url}
          change={(url) => set({ url })}
        />
        {origin && isElsewhere(draft.url, origin) && (
          <Box paddingTop={2}>
            <Notice look="warning">{t('teleprocedure.url.elsewhere', { origin })}</Notice>
          </Box>
        )}
      </Box>
      <Choices
        legend={t('teleprocedure.furthest')}
        path="furthest"
        options={entries.map((entry) => ({
          value: entry,
          label: t(`teleprocedures.entry.${entry}`),
          hint: t(`teleprocedure.furthest.${entry}`),
        }))}
        value={draft.furthest}
        choose={(furthest) => set({ furthest })}
      >
        <Typography tag="p" variant="pi" paddingBottom={3}>
          {t('teleprocedure.furthest.hint')}
        </Typography>
      </Choices>
      {draft.furthest === 'frame' && (
        <fieldset style={{ border: 0, margin: 0, padding: 0, minInlineSize: 0 }}>
          <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
            {t('teleprocedure.allow')}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('teleprocedure.allow.hint')}
          </Typography>
          {framePermissions.map((permission) => (
            <Tick
              key={permission}
              label={t(`teleprocedure.allow.${permission}`)}
              checked={draft.allow.includes(permission)}
              change={(isAllowed) =>
                set({
                  allow: framePermissions.filter((one) =>
                    one === permission ? isAllowed : draft.allow.includes(one),
                  ),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <Tick
        path="takesPrefill"
        label={t('teleprocedure.takesPrefill')}
        hint={t('teleprocedure.takesPrefill.hint')}
        checked={draft.takesPrefill}
        change={(takesPrefill) => set({ takesPrefill })}
      />
    </Flex>
  );
}
