import type { Started, Submission } from '@guichet/contracts/teleprocedure';
import type { LinkAsked } from '@guichet/contracts/tracking';
import { teleprocedureRoutes } from '@guichet/contracts/teleprocedure-routes';
import type { CallLimits } from './call.js';
import { createCaller } from './caller.js';
import type { ClientOptions, TeleprocedureCalls } from './port.js';
import { expectMembers } from './reply.js';

/** @param path with `:id` in it */
const withSlug = (path: string, slug: string): string => path.replace(':id', encodeURIComponent(slug));

/** What begins a téléprocédure, and asks what came of it. */
export function createTeleprocedureCalls(
  options: ClientOptions,
  limits?: CallLimits,
): Omit<TeleprocedureCalls, 'readTeleprocedure'> {
  const ask = createCaller(options, limits);
  return {
    async begin(slug, json, opts) {
      const reply = await ask(withSlug(teleprocedureRoutes.teleprocedureStarts, slug), { ...opts, json });
      return expectMembers<Started>(reply, 'start', 'url', 'expiresAt');
    },

    async submission(slug, json, opts) {
      const path = withSlug(teleprocedureRoutes.teleprocedureSubmissions, slug);
      return expectMembers<Submission>(await ask(path, { ...opts, json }), 'state');
    },

    async mailLink(slug, json, opts) {
      const path = withSlug(teleprocedureRoutes.teleprocedureLinks, slug);
      return expectMembers<LinkAsked>(await ask(path, { ...opts, json }), 'asked');
    },
  };
}
