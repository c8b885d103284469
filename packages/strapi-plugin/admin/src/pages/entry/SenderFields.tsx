import { Box, Flex } from '@strapi/design-system';
import { Folded } from '../../shared/Folded.js';
import { FormField, useFieldError } from '../../shared/FormField.js';
import { SelectField } from '../../shared/SelectField.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { type EntryForm, type EntrySender, isSiren, sendersFor } from './entry-form.js';

interface Props {
  form: EntryForm;
  change(change: Partial<EntryForm>): void;
}

/** Who writes or calls: a name is enough. */
export function SenderFields({ form, change }: Props) {
  const t = useWords();
  const { kind } = form;
  const isBody = kind === 'company' || kind === 'association' || kind === 'organisation';
  const isPerson = kind === 'individual' || kind === 'organisation';
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <SelectField
        path="sender.kind"
        label="sender.kind"
        required
        value={kind}
        options={sendersFor(form.nature).map((one) => [one, t(`sender.kind.${one}`)])}
        change={(chosen) => change({ kind: chosen as EntrySender })}
      />
      {isBody && (
        <FormField
          path="sender.name"
          label="sender.bodyName"
          required
          value={form.name}
          change={(name) => change({ name })}
        />
      )}
      {isPerson && (
        <>
          <FormField
            path="sender.familyName"
            label="sender.familyName"
            required={kind === 'individual'}
            value={form.familyName}
            change={(familyName) => change({ familyName })}
          />
          <FormField
            path="sender.givenName"
            label="sender.givenName"
            value={form.givenName}
            change={(givenName) => change({ givenName })}
          />
        </>
      )}
      {kind === 'company' && (
        <FormField
          path={isSiren(form.siret) ? 'sender.siren' : 'sender.siret'}
          label="entry.siret"
          value={form.siret}
          change={(siret) => change({ siret })}
        />
      )}
      {kind === 'association' && (
        <FormField path="sender.rna" label="sender.rna" value={form.rna} change={(rna) => change({ rna })} />
      )}
      <FormField
        path="sender.phone"
        type="tel"
        label="sender.phone"
        value={form.phone}
        change={(phone) => change({ phone })}
      />
      <FormField
        path="sender.email"
        type="email"
        label="sender.email"
        required={form.wantsEmails}
        value={form.email}
        change={(email) => change({ email })}
      />
      <Tick
        label={t('entry.wantsEmails')}
        checked={form.wantsEmails}
        change={(wantsEmails) => change({ wantsEmails })}
      />
      {isPerson && <AddressFields form={form} change={change} />}
    </Flex>
  );
}

function AddressFields({ form, change }: Props) {
  const t = useWords();
  const isWrong = useFieldError('sender.postalAddress') !== undefined;
  return (
    <Folded {...((isWrong || form.address || form.postalCode || form.city) && { open: true })}>
      <summary>{t('sender.postalAddress')}</summary>
      <Flex direction="column" alignItems="stretch" gap={5} paddingTop={3}>
        <FormField
          path="sender.postalAddress.lines"
          label="entry.address"
          hint="entry.address.hint"
          rows={2}
          value={form.address}
          change={(address) => change({ address })}
        />
        <Flex gap={4} wrap="wrap" alignItems="flex-start">
          <Box flex="1 1 10rem">
            <FormField
              path="sender.postalAddress.postalCode"
              label="entry.postalCode"
              value={form.postalCode}
              change={(postalCode) => change({ postalCode })}
            />
          </Box>
          <Box flex="3 1 18rem">
            <FormField
              path="sender.postalAddress.city"
              label="entry.city"
              value={form.city}
              change={(city) => change({ city })}
            />
          </Box>
          <Box flex="1 1 8rem">
            <FormField
              path="sender.postalAddress.country"
              label="entry.country"
              hint="entry.country.hint"
              value={form.country}
              change={(country) => change({ country })}
            />
          </Box>
        </Flex>
      </Flex>
    </Folded>
  );
}
