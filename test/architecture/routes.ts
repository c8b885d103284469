/** What every route must have. The tables are the server's own; these only judge them. */

interface AdminRoute {
  method: string;
  path: string;
  config?: { policies?: readonly unknown[]; auth?: unknown };
}

interface PublicRoute {
  method: string;
  path: string;
  limit?: unknown;
  rate?: unknown;
  schema?: unknown;
  /** `json` unless it says `form`, `multipart`, `form-or-multipart` or `mail`. */
  body?: unknown;
}

const MEGABYTE = 1024 * 1024;

/**
 * Bytes. The same text takes twice as many in a form, where each byte of a French letter becomes three. With files, the
 * largest that a hosting may allow; all the files of one request at once, where a page sends them without a script, and
 * one that is too large besides, so that it can be said which.
 */
const longest: Readonly<Record<string, number>> = {
  json: 64 * 1024,
  // JSON as well, of which somebody signed the bytes.
  signed: 64 * 1024,
  form: 128 * 1024,
  // What a mail server says of a mail, and the beginning of that mail.
  mail: 256 * 1024,
  multipart: 100 * MEGABYTE + 64 * 1024,
  // One too many, so that it can be said which.
  'form-or-multipart': 1124 * MEGABYTE + 128 * 1024,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function actionsOf(policy: unknown): string[] {
  if (!isRecord(policy) || policy['name'] !== 'admin::hasPermissions' || !isRecord(policy['config']))
    return [];
  const { actions } = policy['config'];
  return Array.isArray(actions) ? actions.filter((action) => typeof action === 'string') : [];
}

/**
 * @param declared the actions that features declare, `plugin::guichet.inbox.read`
 * @returns why the route is not gated, or undefined where it is
 */
export function ungated(
  { method, path, config }: AdminRoute,
  declared: ReadonlySet<string>,
): string | undefined {
  const name = `${method} ${path}`;
  const policies = config?.policies ?? [];
  if (config?.auth === false) return `${name} turns authentication off`;
  if (!policies.includes('admin::isAuthenticatedAdmin')) return `${name} does not ask for a logged-in agent`;
  const actions = policies.flatMap(actionsOf);
  if (actions.length === 0) return `${name} asks for no permission`;
  const unknown = actions.filter((action) => !declared.has(action));
  return unknown.length ? `${name} asks for ${unknown.join(', ')}, which no feature declares` : undefined;
}

/**
 * @param rates the names of the budgets that the configuration knows
 * @returns what the route lacks, or undefined
 */
export function unbounded(route: PublicRoute, rates: ReadonlySet<string>): string | undefined {
  const name = `${route.method} ${route.path}`;
  const { limit, rate, schema } = route;
  const kind = typeof route.body === 'string' ? route.body : 'json';
  const most = longest[kind] ?? 0;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0 || limit > most) {
    return `${name} has no size limit of at most ${most} bytes`;
  }
  if (route.method !== 'GET' && limit === 0) return `${name} reads a body without a size limit`;
  if (typeof rate !== 'string' || !rates.has(rate)) return `${name} has no rate limit`;
  if (!isRecord(schema) || typeof schema['safeParse'] !== 'function') return `${name} has no schema`;
  return undefined;
}
