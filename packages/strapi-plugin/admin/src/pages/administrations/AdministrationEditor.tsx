import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { Card } from '../../shared/Card.js';
import { dateIn } from '../../shared/civil-date.js';
import { failureWords } from '../../shared/failure.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { LeaveGuard } from '../../shared/LeaveGuard.js';
import { Notice } from '../../shared/Notice.js';
import { RetentionFields } from '../../shared/RetentionFields.js';
import { TextLink } from '../../shared/TextLink.js';
import { type Written, WrittenHere } from '../../shared/Sourced.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { AccentField } from './AccentField.js';
import { AnonymityCard } from './AnonymityCard.js';
import { formOf, type FormState, toSend } from './form-state.js';
import { HumanFields } from './HumanFields.js';
import { importedLines, type ImportedName, importedThatDiffer, takenFromImported } from './imported.js';
import { IdentityFields, SuccessionFields } from './IdentityFields.js';
import { Integration } from './Integration.js';
import { Lacks } from './Lacks.js';
import { directoryPage } from '../directory/addresses.js';
import { choicesPage } from '../teleprocedures/addresses.js';
import type { OneAdministration } from './use-administrations.js';

/** The form of an administration, and beside it what else there is to do for it. */
export function AdministrationEditor({
  store,
  administration,
  begun,
}: {
  store: OneAdministration['store'];
  /** Null where a new one is being written. */
  administration: AdminAdministration | null;
  /** As it was read, or what a new one begins with. */
  begun: FormState;
}) {
  const t = useWords();
  const { locale } = useIntl();
  const navigate = useNavigate();
  const [state, setState] = useState<FormState>(begun);
  const { saving, save } = useSave();
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const set = (change: Partial<FormState>) => setState((before) => ({ ...before, ...change }));
  const isDirty = JSON.stringify(toSend(state)) !== JSON.stringify(toSend(begun));
  /** The id of the one that was made. */
  const [made, setMade] = useState<string | null>(null);
  // Once the guard below lets go.
  useEffect(() => {
    if (made) navigate(`${PAGES}/administrations/${made}`, { replace: true });
  }, [made, navigate]);
  const errors = saving.kind === 'failed' && saving.failure.kind === 'problem' ? saving.failure.errors : [];
  const mayManage = !administration || administration.mayManage;
  const mayConfigure = !administration || administration.mayConfigure;

  const imported = administration?.imported ?? null;
  const where = {
    today: dateIn(state.timeZone, new Date()),
    holidays: administration?.holidays ?? [],
    locale,
  };
  const written: Written | null = imported && {
    names: importedThatDiffer(state, imported),
    lines: (name) => importedLines(imported, name as ImportedName, where),
    takeBack: (name) => set(takenFromImported(imported, name as ImportedName)),
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(async () => {
      const stored = await store(toSend(state), administration?.version ?? null);
      setState(formOf(stored));
      if (!administration) setMade(stored.id);
    });
  };

  return (
    <Grid.Root gap={6} style={{ alignItems: 'start' }}>
      <Grid.Item col={7} s={12} xs={12} direction="column" alignItems="stretch">
        <form ref={form} noValidate onSubmit={submit}>
          <LeaveGuard isDirty={isDirty && !made} />
          <FieldErrors.Provider value={errors}>
            <WrittenHere.Provider value={written}>
              <Flex direction="column" alignItems="stretch" gap={6}>
                <Card title={t('identity')}>
                  <IdentityFields state={state} set={set} disabled={!mayManage} />
                </Card>
                <Card title={t('human')}>
                  {imported && (
                    <Typography tag="p" textColor="neutral600" paddingBottom={4}>
                      {t('human.imported')}
                    </Typography>
                  )}
                  <HumanFields
                    state={state}
                    set={set}
                    holidays={administration?.holidays ?? []}
                    disabled={!mayConfigure}
                  />
                </Card>
                <Card title={t('origins')}>
                  <FormField
                    path="origins"
                    label="origins.label"
                    hint="origins.hint"
                    rows={3}
                    disabled={!mayConfigure}
                    value={state.origins}
                    change={(origins) => set({ origins })}
                  />
                </Card>
                <Card title={t('security')}>
                  <FormField
                    path="securityAttestation"
                    label="security.attestation"
                    hint="security.attestation.hint"
                    type="url"
                    disabled={!mayConfigure}
                    value={state.securityAttestation}
                    change={(securityAttestation) => set({ securityAttestation })}
                  />
                </Card>
                <Card title={t('retention.title')}>
                  <RetentionFields
                    draft={state.retention}
                    set={(change) => set({ retention: { ...state.retention, ...change } })}
                    obstacle={null}
                    disabled={!mayConfigure}
                  />
                </Card>
                <Card title={t('look')}>
                  <AccentField
                    value={state.accent}
                    change={(accent) => set({ accent })}
                    disabled={!mayConfigure}
                  />
                </Card>
                {administration && mayManage && (
                  <Card title={t('succession')}>
                    <SuccessionFields
                      state={state}
                      set={set}
                      disabled={!mayManage}
                      administration={administration}
                    />
                  </Card>
                )}
                {saving.kind === 'failed' && (
                  <Notice look="danger" live>
                    {t(
                      saving.failure.kind === 'problem' && saving.failure.code === 'request-changed'
                        ? 'administration.changed'
                        : failureWords(saving.failure),
                    )}
                  </Notice>
                )}
                {saving.kind === 'saved' && (
                  <Notice look="success" live>
                    {t('saved')}
                  </Notice>
                )}
                {mayConfigure && (
                  <Flex paddingBottom={6}>
                    <Button type="submit" size="L" loading={saving.kind === 'saving'}>
                      {t('save')}
                    </Button>
                  </Flex>
                )}
              </Flex>
            </WrittenHere.Provider>
          </FieldErrors.Provider>
        </form>
      </Grid.Item>
      {administration && (
        <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          {administration.lacks.length > 0 && <Lacks lacks={administration.lacks} />}
          <Card title={t('directory')}>
            <Typography tag="p">{t('directory.what')}</Typography>
            <TextLink to={directoryPage(administration.id)}>{t('directory.link')}</TextLink>
          </Card>
          <Card title={t('procedures')}>
            <Typography tag="p">{t('procedures.what')}</Typography>
            <TextLink to={`${PAGES}/administrations/${administration.id}/procedures`}>
              {t('procedures.link')}
            </TextLink>
          </Card>
          <Card title={t('choices')}>
            <Typography tag="p">{t('choices.what')}</Typography>
            <TextLink to={choicesPage(administration.id)}>{t('choices.link')}</TextLink>
          </Card>
          <Card title={t('retention.page')}>
            <Typography tag="p">{t('retention.page.what')}</Typography>
            <TextLink to={`${PAGES}/retention?administration=${administration.id}`}>
              {t('retention.page.link')}
            </TextLink>
          </Card>
          <Readers administration={administration} />
          <AnonymityCard administration={administration} />
          <Integration administration={administration} />
        </Grid.Item>
      )}
    </Grid.Root>
  );
}

/** Who reads what residents send, for everybody who works there to see. */
function Readers({ administration }: { administration: AdminAdministration }) {
  const t = useWords();
  return (
    <Card title={t('readers')}>
      {administration.readers.length ? (
        <Box tag="ul" style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
          {administration.readers.map(({ name, capacity }) => (
            <li key={`${name} ${capacity}`}>
              <Typography>{[name, capacity].filter(Boolean).join(', ')}</Typography>
            </li>
          ))}
        </Box>
      ) : (
        <Notice look="warning">{t('readers.nobody')}</Notice>
      )}
    </Card>
  );
}
