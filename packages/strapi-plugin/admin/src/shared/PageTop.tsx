import { permissionUid, type Permission } from '@guichet/contracts/admin/permissions';
import { Box } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { PAGES } from '../plugin-id.js';
import { useWords, type WordKey } from './words.js';

const pages: { to: string; label: WordKey; permissions: Permission[] }[] = [
  { to: `${PAGES}/inbox`, label: 'nav.inbox', permissions: ['inbox.read'] },
  {
    to: `${PAGES}/administrations`,
    label: 'nav.administrations',
    permissions: ['administrations.read', 'administrations.manage'],
  },
  { to: `${PAGES}/agents`, label: 'nav.agents', permissions: ['agents.manage'] },
  { to: `${PAGES}/deliveries`, label: 'nav.deliveries', permissions: ['deliveries.read'] },
];

const asked = pages.flatMap((page) => page.permissions).map((action) => rbac(action));

/** A permission as Strapi's `useRBAC` and `Page.Protect` take it. */
export function rbac(permission: Permission) {
  return { action: permissionUid(permission), subject: null } as never;
}

/** The permissions of the agent, by name. */
export function usePermissions(permissions: readonly Permission[]): {
  has(permission: Permission): boolean;
  isLoading: boolean;
} {
  const { permissions: held, isLoading } = useRBAC(permissions.map(rbac));
  const actions = new Set(held.map(({ action }) => action));
  return { has: (permission) => actions.has(permissionUid(permission)), isLoading };
}

const Nav = styled.nav`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 2.4rem;
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral200};

  a {
    padding-block: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: 1.4rem;
    font-weight: 600;
    text-decoration: none;
    border-block-end: 3px solid transparent;
    margin-block-end: -1px;
  }
  a:hover {
    color: ${({ theme }) => theme.colors.primary700};
  }
  a.active {
    color: ${({ theme }) => theme.colors.primary700};
    border-block-end-color: ${({ theme }) => theme.colors.primary600};
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
  const { permissions: held } = useRBAC(asked);
  const actions = new Set(held.map(({ action }) => action));
  const open = pages.filter((page) =>
    page.permissions.some((permission) => actions.has(permissionUid(permission))),
  );
  return (
    <>
      <Page.Title>{props.title}</Page.Title>
      <Box
        paddingLeft={{ initial: 4, medium: 6, large: 10 }}
        paddingRight={{ initial: 4, medium: 6, large: 10 }}
      >
        <Nav aria-label={t('nav')}>
          {open.map(({ to, label }) => (
            <NavLink key={to} to={to}>
              {t(label)}
            </NavLink>
          ))}
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
