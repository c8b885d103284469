/**
 * Every public URL. Mounted in front of Strapi's own middlewares, and nothing of it reaches them: Strapi's CORS would
 * overwrite what is said here, and its body parser fails on a stream already read.
 */
import Router from '@koa/router';
import type { Core } from '@strapi/types';
import type { Context, Next } from 'koa';
import { parse as parseQuery, type ParsedUrlQuery } from 'node:querystring';
import { Readable } from 'node:stream';
import type { Tenant } from '../domain/tenant.js';
import { getService } from '../strapi/services.js';
import { asUnavailable } from '../store/write.js';
import { discard, readBody } from './body.js';
import { corsHeaders, isAllowedOrigin, preflightHeaders } from './cors.js';
import { memo } from '../domain/memo.js';
import { MOST_TEXT, readMultipart } from './multipart.js';
import { callerAddress, isPrivate, networkOf } from './network.js';
import { parse } from './parse.js';
import { ProblemError } from './problem-error.js';
import { hasTenant, mayHaveFiles, type PublicRoute, type Reply } from './route.js';

/** Koa's own `query` is whatever a middleware's types make of it. */
const queryOf = ({ querystring }: Context): ParsedUrlQuery => parseQuery(querystring);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DISK_RETRY_S = 60;
/** Paths and addresses kept in memory. */
const REMEMBERED = 10_000;

/** Prefixes that are the public's; Strapi's own API keeps the rest of `/api`. */
const isPublic = (path: string) => /^\/(?:api\/)?guichet(?:\/|$)/.test(path);

/** What is found out about a call on its way, so that a refusal half-way knows what to say. */
interface Found {
  route: PublicRoute | null;
  tenant: Tenant | null;
  allowedOrigin: string | null;
}

export function createEdge(
  strapi: Core.Strapi,
  table: readonly PublicRoute[],
): (ctx: Context, next: Next) => Promise<void> {
  const router = new Router({ sensitive: true });
  const byLayer = new Map<unknown, PublicRoute>();
  for (const route of table) {
    byLayer.set(
      router.register(route.path, [route.method], () => undefined),
      route,
    );
  }
  const settings = getService(strapi, 'settings');

  // Both are asked at every call, mostly of the same few: a commune's pages, and their visitors' networks.
  const matchOf = memo((path): { routes: PublicRoute[]; params: Record<string, string> } => {
    const layers = router.match(path, 'GET').path;
    const [first] = layers;
    return {
      routes: layers.map((layer) => byLayer.get(layer)!),
      params: first ? first.params(path, first.captures(path)) : {},
    };
  }, REMEMBERED);
  const pseudonymOf = memo(
    (address) => getService(strapi, 'secrets').mac('network', networkOf(address)).toString('base64url'),
    REMEMBERED,
  );

  async function answer(ctx: Context, found: Found): Promise<Reply> {
    const { routes, params } = matchOf(ctx.path);
    const wanted = ctx.method === 'OPTIONS' ? ctx.get('Access-Control-Request-Method') : ctx.method;
    const route = routes.find(({ method }) => method === (wanted === 'HEAD' ? 'GET' : wanted));
    found.route = route ?? null;
    if (!isPrivate(ctx.req, settings.proxies)) throw new ProblemError('https-required');
    if (!routes.length) throw new ProblemError('not-found');
    if (!route) {
      ctx.set('Allow', [...routes.map(({ method }) => method), 'OPTIONS'].join(', '));
      if (ctx.method === 'OPTIONS' && !wanted) return { status: 204 };
      throw new ProblemError('method-not-allowed');
    }

    if (hasTenant(route)) {
      found.tenant = await getService(strapi, 'administration').forCode(params['code'] ?? '');
      if (!found.tenant) throw new ProblemError('administration-not-found');
    }
    const origin = originOf(ctx, settings.publicUrl.origin);
    if (route.access === 'origins') {
      if (!found.tenant || !isAllowedOrigin(origin, found.tenant))
        throw new ProblemError('origin-not-allowed');
      found.allowedOrigin = origin;
    }
    if (route.access === 'own' && origin !== settings.publicUrl.origin) {
      throw new ProblemError('origin-not-allowed');
    }
    if (ctx.method === 'OPTIONS')
      return { status: 204, headers: preflightHeaders(routes.map(({ method }) => method)) };

    const network = pseudonymOf(callerAddress(ctx.req, settings.proxies));
    const rates = getService(strapi, 'rates');
    await rates.spend(route.rate, network);
    if (route.administrationRate && found.tenant)
      await rates.spend(route.administrationRate, found.tenant.id);

    if (route.method === 'POST' && !(await getService(strapi, 'freeSpace').isEnough())) {
      throw new ProblemError('unavailable', { retryAfter: DISK_RETRY_S });
    }
    const idempotencyKey = route.creates ? ctx.get('Idempotency-Key').toLowerCase() : '';
    if (route.creates && !UUID.test(idempotencyKey)) throw new ProblemError('idempotency-key-missing');
    const { body: kind = 'json' } = route;
    let input = undefined as never;
    if (route.method === 'GET') input = parse<never>(route.schema, { ...queryOf(ctx) });
    else if (kind !== 'multipart' && kind !== 'form-or-multipart')
      input = parse<never>(route.schema, await readBody(ctx.req, kind, route.limit));
    return route.handle({
      strapi,
      // Routes without an administration in their path do not read it.
      tenant: found.tenant as Tenant,
      input,
      receive: async (limits, take) => {
        const isPlain = kind === 'form-or-multipart' && !/^multipart\//i.test(ctx.get('Content-Type'));
        const most = Math.min(route.limit, limits.bytes ?? Infinity);
        return parse<never>(
          route.schema,
          isPlain
            ? await readBody(ctx.req, 'form', MOST_TEXT)
            : await readMultipart(ctx.req, most, limits, take),
        );
      },
      announced: Number(ctx.get('Content-Length') || Infinity),
      params,
      query: queryOf(ctx),
      header: (name) => ctx.get(name),
      bearer: /^Bearer ([\w.~+/-]+=*)$/i.exec(ctx.get('Authorization'))?.[1] ?? '',
      idempotencyKey,
      network,
      now: new Date(),
    });
  }

  async function refuse(error: unknown, found: Found, ctx: Context): Promise<Reply> {
    const known = asUnavailable(error);
    if (!(known instanceof ProblemError)) report(strapi, known);
    const problem = known instanceof ProblemError ? known : new ProblemError('internal-error');
    const headers: Record<string, string> = problem.retryAfter
      ? { 'Retry-After': String(problem.retryAfter) }
      : {};
    if (found.route?.refuse) {
      const reply = await found.route.refuse(problem, {
        strapi,
        tenant: found.tenant,
        path: ctx.path,
        query: queryOf(ctx),
        header: (name) => ctx.get(name),
      });
      return { ...reply, headers: { ...headers, ...reply.headers } };
    }
    headers['Content-Type'] = 'application/problem+json';
    return { status: problem.status, body: JSON.stringify(problem.toProblem()), headers };
  }

  return async function edge(ctx, next) {
    if (!isPublic(ctx.path)) {
      await next();
      return;
    }
    const found: Found = { route: null, tenant: null, allowedOrigin: null };
    let reply: Reply;
    try {
      reply = await answer(ctx, found);
    } catch (error) {
      reply = await refuse(error, found, ctx).catch((failure: unknown) =>
        refuse(failure, { ...found, route: null }, ctx),
      );
      await discard(ctx.req, found.route && mayHaveFiles(found.route) ? found.route.limit : undefined);
      if (!ctx.req.complete) ctx.set('Connection', 'close');
    }
    // Nobody's cache keeps what a resident sent or reads, nor a refusal; a route says so where its reply may be kept.
    ctx.set({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'no-store',
      ...(settings.publicUrl.protocol === 'https:' && { 'Strict-Transport-Security': 'max-age=31536000' }),
      ...corsHeaders(found.route?.access ?? 'anyone', found.allowedOrigin),
      ...reply.headers,
    });
    ctx.status = reply.status;
    if (reply.body === undefined) ctx.body = null;
    else if (typeof reply.body === 'string' || Buffer.isBuffer(reply.body)) ctx.body = reply.body;
    else if (reply.body instanceof Readable) ctx.body = endingAbruptly(reply.body, ctx);
    else {
      ctx.type = 'application/json';
      ctx.body = JSON.stringify(reply.body);
    }
    ctx.status = reply.status;
  };
}

/**
 * The page that calls. Browsers leave `Origin` out of a GET to one's own origin, and say so in a header that no script
 * can set.
 */
function originOf(ctx: Context, own: string): string {
  const isOwnRead = ctx.method === 'GET' && ctx.get('Sec-Fetch-Site') === 'same-origin';
  return ctx.get('Origin') || (isOwnRead ? own : '');
}

/** What fails half-way must not look whole: Koa would leave the reply open. */
export function endingAbruptly(stream: Readable, ctx: Context): Readable {
  return stream.once('error', () => ctx.res.destroy());
}

/** The kind of a failure and where it happened. Never its message: a database's quotes the values of its statement. */
function report(strapi: Core.Strapi, error: unknown): void {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  strapi.log.error(['guichet: a public call failed', name ?? typeof error, code ?? '', ...frames].join('\n'));
}
