import type { Permission } from '@guichet/contracts/admin/permissions';
import { Box } from '@strapi/design-system';
import { Layouts, Page, RESPONSIVE_DEFAULT_SPACING } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { PAGES } from '../plugin-id.js';
import { usePermissions } from './permissions.js';
import { useWords, type WordKey } from './words.js';

const pages: { to: string; label: WordKey; permission: Permission }[] = [
  { to: `${PAGES}/inbox`, label: 'nav.inbox', permission: 'inbox.read' },
  { to: `${PAGES}/deadlines`, label: 'nav.deadlines', permission: 'inbox.read' },
  { to: `${PAGES}/operated`, label: 'nav.operated', permission: 'inbox.read' },
  { to: `${PAGES}/templates`, label: 'nav.templates', permission: 'inbox.answer' },
  { to: `${PAGES}/retention`, label: 'nav.retention', permission: 'inbox.eliminate' },
  { to: `${PAGES}/administrations`, label: 'nav.administrations', permission: 'administrations.read' },
  { to: `${PAGES}/directory`, label: 'nav.directory', permission: 'administrations.read' },
  { to: `${PAGES}/teleprocedures`, label: 'nav.teleprocedures', permission: 'administrations.configure' },
  { to: `${PAGES}/agents`, label: 'nav.agents', permission: 'agents.manage' },
  { to: `${PAGES}/webhooks`, label: 'nav.webhooks', permission: 'administrations.configure' },
  { to: `${PAGES}/deliveries`, label: 'nav.deliveries', permission: 'deliveries.read' },
  { to: `${PAGES}/sources`, label: 'nav.sources', permission: 'administrations.manage' },
  { to: `${PAGES}/desk`, label: 'nav.desk', permission: 'inbox.read' },
];

const Nav = styled.nav`
  display: flex;
  flex-wrap: wrap;
  column-gap: 2.4rem;
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral200};

  a {
    padding-block: 1.2rem;
    margin-block-end: -1px;
    border-block-end: 3px solid transparent;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: 1.4rem;
    font-weight: 600;
    text-decoration: none;
  }
  a:hover {
    color: ${({ theme }) => theme.colors.primary700};
  }
  a.active {
    color: ${({ theme }) => theme.colors.primary700};
    border-block-end-color: ${({ theme }) => theme.colors.primary600};
  }
  /* On a telephone they take several lines, and what one came for is below. */
  @media (max-width: 600px) {
    column-gap: 1.6rem;

    a {
      padding-block: 0.6rem 0.3rem;
    }
  }
`;

/** Head of every page: the plugin's pages that the agent may open, the title, what can be done. */
export function PageTop(props: {
  title: string;
  subtitle?: ReactNode;
  primaryAction?: ReactNode;
  navigationAction?: ReactNode;
}) {
  const t = useWords();
  const { has } = usePermissions();
  return (
    <>
      <Page.Title>{props.title}</Page.Title>
      <Box paddingLeft={RESPONSIVE_DEFAULT_SPACING} paddingRight={RESPONSIVE_DEFAULT_SPACING}>
        <Nav aria-label={t('nav')}>
          {pages.map(
            ({ to, label, permission }) =>
              has(permission) && (
                <NavLink key={to} to={to}>
                  {t(label)}
                </NavLink>
              ),
          )}
        </Nav>
      </Box>
      <Layouts.Header
        title={props.title}
        subtitle={props.subtitle}
        primaryAction={props.primaryAction}
        navigationAction={props.navigationAction}
      />
    </>
  );
}
