/** Which pages may call, and what their browsers are told. */
import { IDEMPOTENCY_KEY } from '@guichet/contracts/routes';
import type { Tenant } from '../domain/tenant.js';
import type { Access } from './route.js';

/** Preflights are cached this long by browsers. */
const PREFLIGHT_SECONDS = 7200;

/**
 * Whether this exact origin may send to this administration. `null` (sandboxed frames, files, redirects) never is one:
 * `origins` holds web origins only.
 */
export function isAllowedOrigin(origin: string, tenant: Tenant): boolean {
  return tenant.origins.has(origin);
}

/** Headers of any reply to this page; without credentials in all cases. */
export function corsHeaders(access: Access, allowedOrigin: string | null): Record<string, string> {
  if (access === 'anyone') return { 'Access-Control-Allow-Origin': '*' };
  if (!allowedOrigin) return { Vary: 'Origin' };
  return {
    'Access-Control-Allow-Origin': allowedOrigin,
    'Access-Control-Expose-Headers': 'Retry-After',
    Vary: 'Origin',
  };
}

export function preflightHeaders(methods: readonly string[]): Record<string, string> {
  return {
    'Access-Control-Allow-Methods': methods.join(', '),
    'Access-Control-Allow-Headers': `Content-Type, ${IDEMPOTENCY_KEY}, Authorization`,
    'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
  };
}
