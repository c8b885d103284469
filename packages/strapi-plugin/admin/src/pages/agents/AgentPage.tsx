import { type Agent, CAPACITY_MAX } from '@guichet/contracts/admin/agents';
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { Box, Button, Field, Flex, IconButton, Loader, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { type FormEvent, useRef, useState } from 'react';
import { useParams } from 'react-router-dom';
import { PAGES } from '../../plugin-id.js';
import { administrationColour } from '../../shared/administration-colour.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AdministrationPicker } from '../../shared/AdministrationPicker.js';
import { Card } from '../../shared/Card.js';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { FieldErrors, useFieldError } from '../../shared/FormField.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { type OneAgent, useAgent } from './use-agents.js';

type Service = Agent['services'][number];

/** What one agent serves, and in which capacity. */
export function AgentPage() {
  const t = useWords();
  const { id = '' } = useParams();
  const one = useAgent(id);
  const { remote, reload } = one.read;
  const agent = remote.kind === 'ready' ? remote.data : null;
  return (
    <Page.Main>
      <PageTop
        title={agent ? agent.name || agent.email : t('agent.title')}
        {...(agent && { subtitle: agent.email })}
        navigationAction={<BackButton fallback={`${PAGES}/agents`} />}
      />
      <Layouts.Content>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {agent && <Services key={agent.id} agent={agent} one={one} />}
      </Layouts.Content>
    </Page.Main>
  );
}

function Services({ agent, one }: { agent: Agent; one: OneAgent }) {
  const t = useWords();
  const [services, setServices] = useState<readonly Service[]>(agent.services);
  const { saving, save } = useSave();
  const errors = saving.kind === 'failed' && saving.failure.kind === 'problem' ? saving.failure.errors : [];
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const lastCapacity = services.at(-1)?.capacity ?? '';

  const add = (administration: AdministrationTag) =>
    setServices([...services, { administration, capacity: lastCapacity }]);
  const change = (i: number, capacity: string) =>
    setServices(services.map((service, at) => (at === i ? { ...service, capacity } : service)));
  const remove = (i: number) => setServices(services.filter((_, at) => at !== i));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(() =>
      one.store({
        services: services.map(({ administration, capacity }) => ({
          administrationId: administration.id,
          capacity,
        })),
      }),
    );
  };

  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        {!agent.mayRead && <Notice look="warning">{t('agent.mayNotRead')}</Notice>}
        <Notice look="info">{t('agent.privacy')}</Notice>
        <Card title={t('agent.services')}>
          <FieldErrors.Provider value={errors}>
            {services.length ? (
              <List aria-label={t('agent.services')}>
                {services.map((service, i) => (
                  <ServiceRow
                    key={service.administration.id}
                    index={i}
                    service={service}
                    change={(capacity) => change(i, capacity)}
                    remove={() => remove(i)}
                  />
                ))}
              </List>
            ) : (
              <Typography textColor="neutral600">{t('agents.servesNothing')}</Typography>
            )}
          </FieldErrors.Provider>
        </Card>
        <Card title={t('agent.add')}>
          <AdministrationPicker
            label={t('picker.label')}
            except={services.map(({ administration }) => administration.id)}
            choose={add}
          />
        </Card>
        {saving.kind === 'failed' && (
          <Notice look="danger" live>
            {t(failureWords(saving.failure))}
          </Notice>
        )}
        {saving.kind === 'saved' && (
          <Notice look="success" live>
            {t('saved')}
          </Notice>
        )}
        <Flex paddingBottom={8}>
          <Button type="submit" size="L" loading={saving.kind === 'saving'}>
            {t('save')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}

function ServiceRow(props: {
  index: number;
  service: Service;
  change(capacity: string): void;
  remove(): void;
}) {
  const t = useWords();
  const { administration, capacity } = props.service;
  const error = useFieldError(`services.${props.index}`, !capacity.trim());
  return (
    <Row $colour={administrationColour(administration)}>
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Box flex="1 1 20rem" minWidth={0} paddingBottom={2}>
          <AdministrationName administration={administration} />{' '}
          <Typography variant="pi" textColor="neutral600">
            {administration.code}
          </Typography>
        </Box>
        <Box flex="1 1 24rem" minWidth={0}>
          <Field.Root name={`capacity-${administration.id}`} required {...(error && { error })}>
            <FieldLabel>{t('agent.capacity')}</FieldLabel>
            <Field.Input
              value={capacity}
              maxLength={CAPACITY_MAX}
              placeholder={t('agent.capacity.example')}
              onChange={(event) => props.change(event.target.value)}
            />
            <Field.Error />
          </Field.Root>
        </Box>
        <IconButton label={t('agent.remove', { name: administration.name })} size="L" onClick={props.remove}>
          <Trash />
        </IconButton>
      </Flex>
    </Row>
  );
}
