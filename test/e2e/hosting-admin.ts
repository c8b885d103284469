/** What the hosting's administrator does between two journeys, by the calls of the plugin's own pages. */
import type { AdminAdministration, AdministrationPage } from '@guichet/contracts/admin/administrations';
import { type AdminPath, adminUrl } from '@guichet/contracts/admin/paths';
import { at, password } from './demo.js';

/** Adds an origin to an administration's, as the page « Administrations » does. */
export async function declareOrigin(code: string, origin: string): Promise<void> {
  const login = await fetch(`${at('hosting')}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'camille.amarre@hebergement.example', password: password() }),
  });
  const { data } = (await login.json()) as { data: { token: string } };
  const call = async <T>(method: string, path: AdminPath, id?: string, body?: unknown): Promise<T> => {
    const reply = await fetch(at('hosting') + adminUrl(path, id), {
      method,
      headers: { Authorization: `Bearer ${data.token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  };
  const { rows } = await call<AdministrationPage>('POST', 'administrationSearch', undefined, {
    search: code,
  });
  const { version, id, ...found } = await call<AdminAdministration>('GET', 'administration', rows[0]!.id);
  const {
    successor: _,
    readers: __,
    mayManage: ___,
    mayConfigure: ____,
    integration: _____,
    lacks: ______,
    ...form
  } = found;
  await call('PUT', 'administration', id, { ...form, origins: [...form.origins, origin], seen: version });
}
