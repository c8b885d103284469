/** What the hosting's administrator does between two journeys, by the calls of the plugin's own pages. */
import type {
  AdminAdministration,
  AdministrationForm,
  AdministrationPage,
} from '@guichet/contracts/admin/administrations';
import type { AgentInvited, AgentServices, NewAgent } from '@guichet/contracts/admin/agents';
import type { AdminProcedures, NewProcedure } from '@guichet/contracts/admin/procedures';
import { type AdminPath, adminUrl } from '@guichet/contracts/admin/paths';
import { noRetention } from '@guichet/contracts/admin/retention';
import type {
  AdminTeleprocedure,
  NewOperator,
  NewTeleprocedure,
  OperatorSecret,
} from '@guichet/contracts/admin/teleprocedures';
import { noProcedureFacts } from '@guichet/contracts/directory';
import { at, password } from './demo.js';

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

async function calling<T>(method: string, path: string, body: unknown, bearer = ''): Promise<T> {
  const reply = await fetch(at('hosting') + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(bearer && { Authorization: `Bearer ${bearer}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

let session: Promise<Call> | undefined;

/** Once for all journeys: Strapi takes five logins of one account in five minutes. */
function logIn(): Promise<Call> {
  session ??= calling<{ data: { token: string } }>('POST', '/admin/login', {
    email: 'camille.amarre@hebergement.example',
    password: password(),
  }).then(
    ({ data }): Call =>
      (method, path, body) =>
        calling(method, path, body, data.token),
  );
  return session;
}

const own = (path: AdminPath, id?: string) => adminUrl(path, id);

async function idOf(call: Call, code: string): Promise<string> {
  const { rows } = await call<AdministrationPage>('POST', own('administrationSearch'), { search: code });
  return rows[0]!.id;
}

/** Adds an origin to an administration's, as the page « Administrations » does. */
export async function declareOrigin(code: string, origin: string): Promise<void> {
  const call = await logIn();
  const { version, id, ...found } = await call<AdminAdministration>(
    'GET',
    own('administration', await idOf(call, code)),
  );
  const {
    successor: _,
    readers: __,
    mayManage: ___,
    mayConfigure: ____,
    integration: _____,
    lacks: ______,
    holidays: _______,
    imported: ________,
    ...form
  } = found;
  await call('PUT', own('administration', id), {
    ...form,
    origins: [...form.origins, origin],
    seen: version,
  });
}

/** Opens a procedure, as the page « Démarches » does. @returns its slug */
export async function openProcedure(
  code: string,
  procedure: Pick<NewProcedure, 'title' | 'nature' | 'silence' | 'retention'>,
): Promise<string> {
  const call = await logIn();
  const { procedures } = await call<AdminProcedures>(
    'POST',
    own('procedures', await idOf(call, code)),
    procedure,
  );
  return procedures.find(({ title }) => title === procedure.title)!.slug;
}

/** An administration that is no commune, made once. @returns its id */
export async function makeAdministration(
  of: Pick<AdministrationForm, 'name' | 'kind' | 'siren' | 'phone' | 'email' | 'address'>,
): Promise<string> {
  const call = await logIn();
  const query = { search: of.siren };
  const [there] = (await call<AdministrationPage>('POST', own('administrationSearch'), query)).rows;
  if (there) return there.id;
  const form: AdministrationForm = {
    insee: null,
    timeZone: 'Europe/Paris',
    departement: null,
    successorUid: null,
    successorFrom: null,
    hours: [],
    openingHours: null,
    accent: '#0b6e4f',
    origins: [],
    securityAttestation: null,
    languages: ['fr'],
    retention: noRetention,
    ...of,
  };
  return (await call<AdminAdministration>('POST', own('administrations'), form)).id;
}

/** Adds an operator, as the page « Opérateurs » does. */
export async function makeOperator(
  operator: Pick<NewOperator, 'name' | 'origin' | 'administrationId'>,
): Promise<OperatorSecret> {
  const call = await logIn();
  const facts = {
    phone: '01 99 00 28 61',
    email: null,
    address: '2 rue de la Gare\n28190 Courville-sur-Eure',
  };
  return call<OperatorSecret>('POST', own('operators'), { ...facts, website: null, ...operator });
}

/** Defines the hosting's own téléprocédure, offered to all. @returns its slug */
export async function makeTeleprocedure(
  one: Pick<NewTeleprocedure, 'operatorId' | 'title' | 'url'> &
    Partial<Pick<NewTeleprocedure, 'furthest' | 'connector'>>,
): Promise<string> {
  const call = await logIn();
  const defined: NewTeleprocedure = {
    ownerId: null,
    introduction: 'Décrite une fois pour toutes les communes.',
    furthest: 'hand-off',
    facts: noProcedureFacts,
    offline: '',
    allow: [],
    connector: null,
    statuses: [],
    isReserved: false,
    takesPrefill: false,
    offer: { to: 'all' },
    ...one,
  };
  return (await call<AdminTeleprocedure>('POST', own('teleprocedures'), defined)).slug;
}

/**
 * Invites somebody to work for an administration, as the page « Agents » does, gives the account a role, as Strapi's
 * settings do, and accepts the invitation with the demo's password, in French.
 * @param role the code of one of the plugin's own: `guichet-mayor`
 */
export async function makeAgent(
  agent: NewAgent,
  code: string,
  role: string,
  capacity: string,
): Promise<void> {
  const call = await logIn();
  const invited = await call<AgentInvited>('POST', own('agents'), agent);
  const id = String(invited.agent.id);
  const services: AgentServices = {
    services: [{ administrationId: await idOf(call, code), capacity }],
  };
  await call('PUT', own('agentServices', id), services);
  const { data } = await call<{ data: { id: number; code: string }[] }>('GET', '/admin/roles');
  await call('PUT', `/admin/users/${id}`, {
    roles: data.filter((one) => one.code === role).map((one) => one.id),
  });
  const registrationToken = new URL(invited.invitationUrl!).searchParams.get('registrationToken');
  const { firstname, lastname } = agent;
  const registered = await calling<{ data: { token: string } }>('POST', '/admin/register', {
    registrationToken,
    userInfo: { firstname, lastname, password: password() },
  });
  await calling('PUT', '/admin/users/me', { preferedLanguage: 'fr' }, registered.data.token);
}
