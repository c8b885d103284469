import { routes } from '@guichet/contracts/routes';
import { createHash } from 'node:crypto';
import type { Tenant } from '../../domain/tenant.js';
import { type Reply, route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';

/** As long as nodes keep it themselves; a CDN may hand out the old one while it asks for the new. */
const CACHE = 'public, max-age=10, stale-while-revalidate=60';

const written = new WeakMap<Tenant, { body: Buffer; etag: string }>();

/** The reply's bytes, made once for as long as the tenant is kept. */
function write(tenant: Tenant): { body: Buffer; etag: string } {
  const earlier = written.get(tenant);
  if (earlier) return earlier;
  const body = Buffer.from(JSON.stringify(tenant.administration));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  written.set(tenant, { body, etag });
  return { body, etag };
}

export const publicRoutes = [
  route({
    method: 'GET',
    path: routes.administration,
    access: 'anyone',
    limit: 0,
    schema: noQuery,
    rate: 'read',
    handle({ tenant, header }): Reply {
      const { body, etag } = write(tenant);
      const headers = { ETag: etag, 'Cache-Control': CACHE, 'Content-Type': 'application/json' };
      // A cache on the way may have weakened the tag (RFC 9110 13.1.2 compares without regard to that).
      const known = header('if-none-match')
        .replace(/W\//g, '')
        .split(/\s*,\s*/);
      return known.includes(etag) ? { status: 304, headers } : { status: 200, body, headers };
    },
  }),
];
