import type { Operator, Teleprocedures } from '@guichet/contracts/admin/teleprocedures';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { AdministrationPicker } from '../../shared/AdministrationPicker.js';
import { SelectField } from '../../shared/SelectField.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { operatorsPage } from './addresses.js';
import { administrationsNamed } from './offer-form.js';
import { OwnerName } from './OwnerName.js';
import type { TeleprocedureDraft } from './teleprocedure-form.js';

/** The hosting, among those whose it can be. */
const HOSTING = '';
/** A list of more than these is searched. */
const FEW = 20;

/** Whose it is and who runs it: what never changes afterwards. */
export function WhoFields(props: {
  draft: TeleprocedureDraft;
  set(change: Partial<TeleprocedureDraft>): void;
  catalogue: Teleprocedures;
  operators: readonly Operator[];
}) {
  const t = useWords();
  const { draft, set, catalogue, operators } = props;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p">{t('teleprocedure.who.what')}</Typography>
      <SelectField
        path="operatorId"
        label="teleprocedure.operator"
        hint="teleprocedure.operator.hint"
        required
        value={draft.operatorId}
        options={operators.map(({ id, name, origin }) => [id, `${name} – ${origin}`])}
        change={(operatorId) => set({ operatorId })}
      />
      {catalogue.mayManage && <TextLink to={operatorsPage}>{t('teleprocedure.operator.other')}</TextLink>}
      <OwnerField ownerId={draft.ownerId} choose={(ownerId) => set({ ownerId })} catalogue={catalogue} />
    </Flex>
  );
}

function OwnerField(props: {
  ownerId: string | null;
  choose(ownerId: string | null): void;
  catalogue: Teleprocedures;
}) {
  const t = useWords();
  const { ownerId, choose, catalogue } = props;
  const { owners, mayManage } = catalogue;
  const owner = owners.find(({ id }) => id === ownerId) ?? null;
  const search = useCallback(
    async (text: string) => {
      const rows = administrationsNamed(owners, text);
      return { rows: rows.slice(0, FEW), total: rows.length };
    },
    [owners],
  );
  if (owners.length > FEW)
    return (
      <Box role="group" aria-label={t('teleprocedure.owner')}>
        <Flex gap={3} wrap="wrap" paddingBottom={2}>
          <Typography variant="pi" fontWeight="bold">
            {t('teleprocedure.owner')}
          </Typography>
          <OwnerName owner={owner} />
          {owner && mayManage && (
            <Button variant="tertiary" size="S" onClick={() => choose(null)}>
              {t('teleprocedure.owner.toHosting')}
            </Button>
          )}
        </Flex>
        <AdministrationPicker
          label={t('picker.label')}
          quiet
          search={search}
          except={owner ? [owner.id] : []}
          choose={({ id }) => choose(id)}
        />
      </Box>
    );
  return (
    <SelectField
      path="ownerId"
      label="teleprocedure.owner"
      hint="teleprocedure.owner.hint"
      required
      value={ownerId ?? HOSTING}
      options={[
        ...(mayManage ? [[HOSTING, t('teleprocedures.owner.hosting')] as const] : []),
        ...owners.map(({ id, name }) => [id, name] as const),
      ]}
      change={(chosen) => choose(chosen === HOSTING ? null : chosen)}
    />
  );
}
