import type { Agent } from '@guichet/contracts/admin/agents';
import { Badge, Box, Button, EmptyStateLayout, Field, Flex, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { Failed } from '../../shared/Failed.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { List, Row } from '../../shared/list.js';
import { Pages } from '../../shared/Pages.js';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { InviteAgent } from './InviteAgent.js';
import { useAgents } from './use-agents.js';

/** Who may read and answer what residents send, and where. */
export function AgentsPage() {
  const t = useWords();
  const agents = useAgents();
  const [isInviting, setInviting] = useState(false);
  const { remote, reload } = agents.list;
  return (
    <Page.Main>
      <PageTop
        title={t('agents.title')}
        subtitle={t('agents.subtitle')}
        primaryAction={
          !isInviting && (
            <Button startIcon={<Plus />} onClick={() => setInviting(true)}>
              {t('agents.invite')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        {isInviting && (
          <Box paddingBottom={6}>
            <InviteAgent agents={agents} close={() => setInviting(false)} />
          </Box>
        )}
        <Box paddingBottom={5} maxWidth="48rem">
          <Field.Root name="search">
            <FieldLabel>{t('agents.search')}</FieldLabel>
            <Field.Input
              type="search"
              autoComplete="off"
              value={agents.search}
              onChange={(event) => agents.searchFor(event.target.value)}
            />
          </Field.Root>
        </Box>
        {remote.kind === 'loading' && <Loader>{t('loading')}</Loader>}
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {remote.kind === 'ready' && (
          <>
            {remote.data.rows.length ? (
              <List aria-label={t('agents.title')}>
                {remote.data.rows.map((agent) => (
                  <AgentRow key={agent.id} agent={agent} />
                ))}
              </List>
            ) : (
              <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('agents.empty')} />
            )}
            <Pages
              page={remote.data.page}
              pageSize={remote.data.pageSize}
              total={remote.data.total}
              go={agents.go}
            />
          </>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function AgentRow({ agent }: { agent: Agent }) {
  const t = useWords();
  return (
    <Row>
      <Flex gap={3} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 24rem" minWidth={0}>
          <Link className="row" to={String(agent.id)}>
            {agent.name || agent.email}
          </Link>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {agent.email} · {agent.roles.join(', ') || t('agents.noRole')}
          </Typography>
          <Flex gap={2} paddingTop={1} wrap="wrap">
            {!agent.isActive && <Badge variant="neutral">{t('agents.inactive')}</Badge>}
            {!agent.mayRead && agent.services.length > 0 && (
              <Badge variant="warning">{t('agents.mayNotRead')}</Badge>
            )}
          </Flex>
        </Box>
        <Flex direction="column" gap={1} alignItems="flex-start" flex="1 1 24rem" minWidth={0}>
          {agent.services.map(({ administration, capacity }) => (
            <span key={administration.id}>
              <AdministrationName administration={administration} />{' '}
              <Typography variant="pi" textColor="neutral600">
                {capacity}
              </Typography>
            </span>
          ))}
          {!agent.services.length && (
            <Typography variant="pi" textColor="neutral600">
              {t('agents.servesNothing')}
            </Typography>
          )}
        </Flex>
      </Flex>
    </Row>
  );
}
