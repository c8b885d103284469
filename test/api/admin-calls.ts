/** Admin users to test with, and how the panel calls the plugin's own routes. */
import type { Permission } from '@guichet/contracts/admin/permissions';
import { AGENT_ROLE, permissionUid } from '@guichet/contracts/admin/permissions';
import { ADMIN_PREFIX } from '@guichet/contracts/admin/paths';
import { FILE_NAME } from '@guichet/contracts/attachment-types';
import type { AdminProblem } from '@guichet/contracts/admin/problem';
import { randomUUID } from 'node:crypto';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
// The services' types come with the plugin.
import type {} from '../../packages/strapi-plugin/server/src/index.js';
import type { Harness } from './harness.js';

/** What Strapi answers when it refuses; ours is in `details`. */
export interface Refused {
  error: { status: number; name: string; message: string; details?: AdminProblem };
}

export interface Account {
  id: number;
  /** Calls one of the plugin's admin routes with this account's session. */
  call<T = Refused>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; headers: Headers; body: T }>;
  /** Sends the bytes of a file. */
  send<T = Refused>(
    path: string,
    bytes: Uint8Array,
    name: string,
  ): Promise<{ status: number; headers: Headers; body: T }>;
  /** Fetches what is no JSON. */
  fetch(path: string): Promise<Response>;
  /** Says what it serves from now on. */
  serves(...administrationIds: string[]): Promise<void>;
}

export async function callAdmin<T = Refused>(
  harness: Harness,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; headers: Headers; body: T }> {
  const response = await fetch(harness.origin + ADMIN_PREFIX + path, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  let parsed: unknown = text;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Strapi answers some refusals in plain text.
  }
  return { status: response.status, headers: response.headers, body: parsed as T };
}

/**
 * An account made with a role (its code, or permissions of its own) and a session as Strapi's login begins one; without
 * a password, whose hash takes longer than most tests.
 */
export async function makeAccount(
  harness: Harness,
  role: string | readonly Permission[] = AGENT_ROLE,
  names: { firstname: string; lastname: string } = { firstname: 'Marie', lastname: 'Lenoir' },
): Promise<Account> {
  const { strapi } = harness;
  const roles = strapi.service('admin::role') as any;
  let roleId: number;
  if (typeof role === 'string') roleId = (await roles.findOne({ code: role })).id;
  else {
    roleId = (await roles.create({ name: `Role ${randomUUID()}`, description: '' })).id;
    await roles.assignPermissions(
      roleId,
      role.map((permission) => ({ action: permissionUid(permission) })),
    );
  }
  const user = await (strapi.service('admin::user') as any).create({
    ...names,
    email: `${randomUUID()}@agents.example`,
    isActive: true,
    registrationToken: null,
    roles: [roleId],
  });
  const sessions = strapi.sessionManager('admin');
  const { token: refreshing } = await sessions.generateRefreshToken(String(user.id), randomUUID(), {
    type: 'session',
  });
  const session = await sessions.generateAccessToken(refreshing);
  if ('error' in session) throw new Error(session.error);
  const { token } = session;
  const id = Number(user.id);
  return {
    id,
    call: (method, path, body) => callAdmin(harness, token, method, path, body),
    async send(path, bytes, fileName) {
      const response = await fetch(harness.origin + ADMIN_PREFIX + path, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/octet-stream',
          [FILE_NAME]: encodeURIComponent(fileName),
        },
        body: Uint8Array.from(bytes),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    fetch: (path) =>
      fetch(harness.origin + ADMIN_PREFIX + path, { headers: { Authorization: `Bearer ${token}` } }),
    async serves(...administrationIds) {
      const by = { id, firstname: null, lastname: null };
      const services = administrationIds.map((administrationId) => ({
        administrationId,
        capacity: 'secrétaire de mairie',
      }));
      await getService(strapi, 'agents').setServices(id, services, by);
    },
  };
}
