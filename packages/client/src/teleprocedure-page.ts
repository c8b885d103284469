import type { Teleprocedure } from '@guichet/contracts/teleprocedure';
import { teleprocedureRoutes } from '@guichet/contracts/teleprocedure-routes';
import { late } from './late.js';
import type { ClientOptions, Reading, TeleprocedureCalls } from './port.js';
import { createReader, read } from './read.js';

/** The client for a page that shows a téléprocédure: it reads at once, and loads what sends when somebody begins. */
export function createTeleprocedurePageClient(options: ClientOptions): Reading & TeleprocedureCalls {
  const load = late(async () => (await import('./teleprocedure-calls.js')).createTeleprocedureCalls(options));
  return {
    ...createReader(options),
    readTeleprocedure: (slug, opts) =>
      read<Teleprocedure>(
        options,
        teleprocedureRoutes.teleprocedure.replace(':id', encodeURIComponent(slug)),
        opts,
        'slug',
        'operator',
        'link',
      ),
    begin: async (...args) => (await load()).begin(...args),
    submission: async (...args) => (await load()).submission(...args),
    mailLink: async (...args) => (await load()).mailLink(...args),
    prepare: () => void load().catch(() => {}),
  };
}
