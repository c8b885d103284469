import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { FieldLabel } from './FieldLabel.js';
import { useWords } from './words.js';

/** Which of the administrations that the agent serves. */
export function AdministrationChoice(props: {
  administrations: readonly Pick<AdministrationTag, 'id' | 'name'>[];
  id: string;
  choose(id: string): void;
  required?: boolean;
}) {
  const t = useWords();
  const { administrations, id, choose, required = false } = props;
  return (
    <Field.Root required={required}>
      <FieldLabel>{t('inbox.filter.administration')}</FieldLabel>
      <SingleSelect value={id} onChange={(chosen) => choose(String(chosen))}>
        {administrations.map((one) => (
          <SingleSelectOption key={one.id} value={one.id}>
            {one.name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
