import type { Absence } from '@guichet/contracts/admin/absence';
import {
  Button,
  Field,
  Flex,
  Loader,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { type FormEvent, useRef, useState } from 'react';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { type OwnAbsence, useAbsence } from './use-absence.js';

const NOBODY = '';

/** When the agent is away, and who stands in at each mairie. */
export function AbsenceCard() {
  const t = useWords();
  const own = useAbsence();
  const { remote, reload } = own.read;
  return (
    <Card title={t('absence.title')}>
      {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
      {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
      {remote.kind === 'ready' && <AbsenceForm own={own} absence={remote.data} />}
    </Card>
  );
}

function AbsenceForm({ own, absence }: { own: OwnAbsence; absence: Absence }) {
  const t = useWords();
  const dates = useDates();
  const { period, administrations } = absence;
  const [from, setFrom] = useState(period?.from ?? '');
  const [until, setUntil] = useState(period?.until ?? '');
  const [covers, setCovers] = useState<ReadonlyMap<string, number | null>>(
    new Map(administrations.map(({ administration, coverId }) => [administration.id, coverId])),
  );
  const { saving, save } = useSave();
  const errors = saving.kind === 'failed' && saving.failure.kind === 'problem' ? saving.failure.errors : [];
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = [...covers].map(([administrationId, agentId]) => ({ administrationId, agentId }));
    void save(() => own.store({ from, until, covers: chosen }));
  };
  const end = () =>
    save(async () => {
      await own.store(null);
      setFrom('');
      setUntil('');
    });
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>{t('absence.what')}</Typography>
        {period && (
          <Notice look="info" live={saving.kind === 'saved'}>
            {t('absence.announced', { from: dates.civil(period.from), until: dates.civil(period.until) })}
          </Notice>
        )}
        {!period && saving.kind === 'saved' && (
          <Notice look="success" live>
            {t('absence.ended')}
          </Notice>
        )}
        <FieldErrors.Provider value={errors}>
          <Flex gap={4} alignItems="flex-start" wrap="wrap">
            <Field.Root width="20rem" maxWidth="100%">
              <FormField
                path="absence.from"
                type="date"
                label="absence.from"
                required
                value={from}
                change={setFrom}
              />
            </Field.Root>
            <Field.Root width="20rem" maxWidth="100%">
              <FormField
                path="absence.until"
                type="date"
                label="absence.until"
                required
                value={until}
                min={from}
                change={setUntil}
              />
            </Field.Root>
          </Flex>
        </FieldErrors.Provider>
        {administrations.map(({ administration, colleagues }) => (
          <Field.Root key={administration.id} width="40rem" maxWidth="100%">
            <FieldLabel>
              {t('absence.cover')} <AdministrationName administration={administration} />
            </FieldLabel>
            <SingleSelect
              value={String(covers.get(administration.id) ?? NOBODY)}
              disabled={!colleagues.length}
              onChange={(id) =>
                setCovers(new Map(covers).set(administration.id, id === NOBODY ? null : Number(id)))
              }
            >
              <SingleSelectOption value={NOBODY}>
                {t(colleagues.length ? 'absence.nobody' : 'absence.alone')}
              </SingleSelectOption>
              {colleagues.map(({ id, name }) => (
                <SingleSelectOption key={id} value={String(id)}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        ))}
        {saving.kind === 'failed' && (
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        )}
        <Flex gap={3} wrap="wrap">
          <Button type="submit" size="L" loading={saving.kind === 'saving'}>
            {t('save')}
          </Button>
          {period && (
            <Button
              size="L"
              variant="tertiary"
              disabled={saving.kind === 'saving'}
              onClick={() => void end()}
            >
              {t('absence.end')}
            </Button>
          )}
        </Flex>
      </Flex>
    </form>
  );
}
