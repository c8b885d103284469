import type { Operator, Teleprocedures } from '@guichet/contracts/admin/teleprocedures';
import { Flex, Typography } from '@strapi/design-system';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { OneAdministration } from '../../shared/OneAdministration.js';
import { SelectField } from '../../shared/SelectField.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { operatorsPage } from './addresses.js';
import { otherOwner, type TeleprocedureDraft } from './teleprocedure-form.js';

interface Props {
  draft: TeleprocedureDraft;
  set(change: Partial<TeleprocedureDraft>): void;
  catalogue: Teleprocedures;
}

/** Whose it is and who runs it: what never changes afterwards. */
export function WhoFields({ operators, ...props }: Props & { operators: readonly Operator[] }) {
  const t = useWords();
  const { draft, set, catalogue } = props;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p">{t('teleprocedure.who.what')}</Typography>
      <SelectField
        path="operatorId"
        label="teleprocedure.operator"
        hint="teleprocedure.operator.hint"
        placeholder="picker.choose"
        required
        value={draft.operatorId}
        options={operators.map(({ id, name, origin }) => [id, `${name} – ${origin}`])}
        change={(operatorId) => set({ operatorId })}
      />
      {catalogue.mayManage && <TextLink to={operatorsPage}>{t('teleprocedure.operator.other')}</TextLink>}
      <OwnerField {...props} />
    </Flex>
  );
}

function OwnerField({ draft, set, catalogue }: Props) {
  const t = useWords();
  const { owner } = draft;
  const { owners, mayManage } = catalogue;
  if (mayManage)
    return (
      <OneAdministration
        label="teleprocedure.owner"
        hint="teleprocedure.owner.hint"
        none="teleprocedures.owner.hosting"
        clear="teleprocedure.owner.toHosting"
        value={owner}
        choose={(chosen) => set({ owner: chosen })}
      />
    );
  if (owners.length === 1 && owner)
    return (
      <Typography tag="p">
        {t('teleprocedure.owner')} <AdministrationName administration={owner} />
      </Typography>
    );
  return (
    <SelectField
      path="ownerId"
      label="teleprocedure.owner"
      hint="teleprocedure.owner.hint"
      placeholder="picker.choose"
      required
      value={owner?.id ?? ''}
      options={owners.map(({ id, name }) => [id, name] as const)}
      change={(chosen) => set(otherOwner(owners.find(({ id }) => id === chosen) ?? null))}
    />
  );
}
