import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { HolidayOn } from '@guichet/contracts/holidays';
import { Box, Button, Flex, Grid, Loader, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { Card } from '../../shared/Card.js';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { RetentionFields } from '../../shared/RetentionFields.js';
import { TextLink } from '../../shared/TextLink.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { AccentField } from './AccentField.js';
import { AnonymityCard } from './AnonymityCard.js';
import { emptyForm, formOf, type FormState, toSend } from './form-state.js';
import { HoursFields } from './hours/HoursFields.js';
import { IdentityFields, SuccessionFields } from './IdentityFields.js';
import { Integration } from './Integration.js';
import { Lacks } from './Lacks.js';
import { Organisations } from './Organisations.js';
import { type OneAdministration, useAdministration } from './use-administrations.js';

/** One administration: what residents see of it, who answers for it, and what its webmaster pastes. */
export function AdministrationPage() {
  const { id } = useParams();
  return <OnePage key={id ?? 'new'} id={id ?? null} />;
}

function OnePage({ id }: { id: string | null }) {
  const t = useWords();
  const one = useAdministration(id);
  const { remote, reload } = one.read;
  return (
    <Page.Main>
      <PageTop
        title={
          remote.kind === 'ready' && remote.data
            ? remote.data.name
            : t(id ? 'administration.title' : 'administrations.new')
        }
        navigationAction={<BackButton fallback={`${PAGES}/administrations`} />}
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {remote.kind === 'ready' && <Editor one={one} administration={remote.data} />}
      </Layouts.Content>
    </Page.Main>
  );
}

function Editor({
  one,
  administration,
}: {
  one: OneAdministration;
  administration: AdminAdministration | null;
}) {
  const t = useWords();
  const navigate = useNavigate();
  const [state, setState] = useState<FormState>(administration ? formOf(administration) : emptyForm);
  const { saving, save } = useSave();
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const set = (change: Partial<FormState>) => setState((before) => ({ ...before, ...change }));
  const errors = saving.kind === 'failed' && saving.failure.kind === 'problem' ? saving.failure.errors : [];
  const mayManage = !administration || administration.mayManage;
  const mayConfigure = !administration || administration.mayConfigure;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(async () => {
      const stored = await one.store(toSend(state), administration?.version ?? null);
      setState(formOf(stored));
      if (!administration) navigate(`${PAGES}/administrations/${stored.id}`, { replace: true });
    });
  };

  return (
    <Grid.Root gap={6} style={{ alignItems: 'start' }}>
      <Grid.Item col={7} s={12} xs={12} direction="column" alignItems="stretch">
        <form ref={form} noValidate onSubmit={submit}>
          <FieldErrors.Provider value={errors}>
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Card title={t('identity')}>
                <IdentityFields state={state} set={set} disabled={!mayManage} />
              </Card>
              <Card title={t('human')}>
                <HumanFields
                  state={state}
                  set={set}
                  holidays={administration?.holidays ?? []}
                  disabled={!mayConfigure}
                />
              </Card>
              <Card title={t('organisations')}>
                <Organisations
                  organisations={state.organisations}
                  like={{ email: state.email, phone: state.phone, address: state.address }}
                  change={(organisations) => set({ organisations })}
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
          </FieldErrors.Provider>
        </form>
      </Grid.Item>
      {administration && (
        <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          {administration.lacks.length > 0 && <Lacks lacks={administration.lacks} />}
          <Card title={t('procedures')}>
            <Typography tag="p">{t('procedures.what')}</Typography>
            <TextLink to={`${PAGES}/administrations/${administration.id}/procedures`}>
              {t('procedures.link')}
            </TextLink>
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

function HumanFields({
  state,
  set,
  holidays,
  disabled,
}: {
  state: FormState;
  set(change: Partial<FormState>): void;
  holidays: readonly HolidayOn[];
  disabled: boolean;
}) {
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
        <FormField
          path="phone"
          label="human.phone"
          type="tel"
          required
          disabled={disabled}
          value={state.phone}
          change={(phone) => set({ phone })}
        />
      </Grid.Item>
      <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
        <FormField
          path="email"
          label="human.email"
          hint="human.email.hint"
          type="email"
          required
          disabled={disabled}
          value={state.email}
          change={(email) => set({ email })}
        />
      </Grid.Item>
      <Grid.Item col={12} xs={12} alignItems="flex-start">
        <FormField
          path="address"
          label="human.address"
          required
          disabled={disabled}
          value={state.address}
          change={(address) => set({ address })}
        />
      </Grid.Item>
      <Grid.Item col={12} xs={12} alignItems="flex-start">
        <HoursFields
          lines={state.hours}
          setLines={(hours) => set({ hours })}
          draft={state.openingHours}
          setDraft={(openingHours) => set({ openingHours })}
          timeZone={state.timeZone}
          holidays={holidays}
          disabled={disabled}
        />
      </Grid.Item>
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
