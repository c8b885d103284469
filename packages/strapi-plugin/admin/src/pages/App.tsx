import { parseColour } from '@guichet/contracts/colour';
import { Page } from '@strapi/strapi/admin';
import type { ReactElement } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { styled } from 'styled-components';
import { rbac, usePermissions } from '../shared/permissions.js';
import { AdministrationPage } from './administrations/AdministrationPage.js';
import { AdministrationsPage } from './administrations/AdministrationsPage.js';
import { CreationsPage } from './administrations/creation/CreationsPage.js';
import { NewAdministrationPage } from './administrations/creation/NewAdministrationPage.js';
import { AgentPage } from './agents/AgentPage.js';
import { AgentsPage } from './agents/AgentsPage.js';
import { DeadlinesPage } from './deadlines/DeadlinesPage.js';
import { DeliveriesPage } from './deliveries/DeliveriesPage.js';
import { DeskPage } from './desk/DeskPage.js';
import { DirectoryPage } from './directory/DirectoryPage.js';
import { OrganisationPage } from './directory/OrganisationPage.js';
import { EntryPage } from './entry/EntryPage.js';
import { InboxPage } from './inbox/InboxPage.js';
import { OperatedPage } from './operated/OperatedPage.js';
import { OperatorsPage } from './operators/OperatorsPage.js';
import { ProceduresPage } from './procedures/ProceduresPage.js';
import { RetentionPage } from './retention/RetentionPage.js';
import { RequestPage } from './request/RequestPage.js';
import { SourcesPage } from './sources/SourcesPage.js';
import { ChoicesPage } from './teleprocedures/ChoicesPage.js';
import { TeleprocedurePage } from './teleprocedures/TeleprocedurePage.js';
import { TeleproceduresPage } from './teleprocedures/TeleproceduresPage.js';
import { TemplatesPage } from './templates/TemplatesPage.js';
import { WebhooksPage } from './webhooks/WebhooksPage.js';

const start = ['inbox.read', 'administrations.read', 'agents.manage', 'deliveries.read'] as const;
const startPages = {
  'inbox.read': 'inbox',
  'administrations.read': 'administrations',
  'agents.manage': 'agents',
  'deliveries.read': 'deliveries',
};

/** The first page that the agent may open. */
function Start() {
  const { has, isLoading } = usePermissions();
  if (isLoading) return <Page.Loading />;
  const first = start.find(has);
  return first ? <Navigate to={startPages[first]} replace /> : <Page.NoPermissions />;
}

function guarded(permission: Parameters<typeof rbac>[0], page: ReactElement) {
  return <Page.Protect permissions={[rbac(permission)]}>{page}</Page.Protect>;
}

/** What browsers draw themselves, such as a date's calendar, follows the panel's light or dark. */
const Scheme = styled.div`
  display: contents;
  color-scheme: ${({ theme }) => ((parseColour(theme.colors.neutral0)?.rgb[0] ?? 255) < 128 ? 'dark' : 'light')};
`;

export function App() {
  return (
    <Scheme>
      <Routes>
        <Route index element={<Start />} />
        <Route path="inbox" element={guarded('inbox.read', <InboxPage />)} />
        <Route path="templates" element={guarded('inbox.answer', <TemplatesPage />)} />
        <Route path="entry" element={guarded('inbox.answer', <EntryPage />)} />
        <Route path="deadlines" element={guarded('inbox.read', <DeadlinesPage />)} />
        <Route path="desk" element={guarded('inbox.read', <DeskPage />)} />
        <Route path="inbox/:id" element={guarded('inbox.read', <RequestPage />)} />
        <Route path="administrations" element={guarded('administrations.read', <AdministrationsPage />)} />
        <Route
          path="administrations/new"
          element={guarded('administrations.manage', <NewAdministrationPage />)}
        />
        <Route
          path="administrations/creations"
          element={guarded('administrations.manage', <CreationsPage />)}
        />
        <Route path="administrations/:id" element={guarded('administrations.read', <AdministrationPage />)} />
        <Route
          path="administrations/:id/procedures"
          element={guarded('administrations.read', <ProceduresPage />)}
        />
        <Route
          path="administrations/:id/teleprocedures"
          element={guarded('administrations.read', <ChoicesPage />)}
        />
        <Route path="teleprocedures" element={guarded('administrations.configure', <TeleproceduresPage />)} />
        <Route
          path="teleprocedures/new"
          element={guarded('administrations.configure', <TeleprocedurePage />)}
        />
        <Route
          path="teleprocedures/:slug"
          element={guarded('administrations.configure', <TeleprocedurePage />)}
        />
        <Route path="operated" element={guarded('inbox.read', <OperatedPage />)} />
        <Route path="operators" element={guarded('administrations.configure', <OperatorsPage />)} />
        <Route path="directory" element={guarded('administrations.read', <DirectoryPage />)} />
        <Route path="directory/new" element={guarded('administrations.configure', <OrganisationPage />)} />
        <Route path="directory/:id" element={guarded('administrations.read', <OrganisationPage />)} />
        <Route path="retention" element={guarded('inbox.eliminate', <RetentionPage />)} />
        <Route path="agents" element={guarded('agents.manage', <AgentsPage />)} />
        <Route path="agents/:id" element={guarded('agents.manage', <AgentPage />)} />
        <Route path="webhooks" element={guarded('administrations.configure', <WebhooksPage />)} />
        <Route path="deliveries" element={guarded('deliveries.read', <DeliveriesPage />)} />
        <Route path="sources" element={guarded('administrations.manage', <SourcesPage />)} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Scheme>
  );
}
