/** The ground that the features stand on, made once for each Strapi. */
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { createRates, type Rates } from '../edge/rates.js';
import type { JobQueue } from '../jobs/queue.js';
import { createFreeSpace, type FreeSpace } from '../store/free-space.js';
import { createRequestStore, type RequestStore } from '../store/request-store.js';
import { createSecrets, type Secrets } from '../vault/secrets.js';
import { createVault, type Vault } from '../vault/vault.js';
import { parseConfig, type Settings } from './config.js';
import { getService } from './services.js';

declare module './services.js' {
  interface GuichetServices {
    settings: Settings;
    vault: Vault;
    secrets: Secrets;
    /** The database, outside any transaction. Within one, every query must carry its `trx`. */
    knex: Knex;
    store: RequestStore;
    rates: Rates;
    freeSpace: FreeSpace;
    /** From `bootstrap` on. */
    queue: JobQueue;
  }
}

/** Where `bootstrap` puts the queue, which takes a while to make. */
export const QUEUE = 'guichet.queue';

export interface Scope {
  strapi: Core.Strapi;
}

export const coreServices = {
  settings: ({ strapi }: Scope): Settings => parseConfig(strapi.config.get('plugin::guichet')),
  vault: ({ strapi }: Scope): Vault => createVault(getService(strapi, 'settings').keys),
  secrets: ({ strapi }: Scope): Secrets => createSecrets(getService(strapi, 'settings').secret),
  knex: ({ strapi }: Scope): Knex => strapi.db.connection,
  store: ({ strapi }: Scope): RequestStore =>
    createRequestStore({
      strapi,
      vault: getService(strapi, 'vault'),
      secrets: getService(strapi, 'secrets'),
    }),
  rates: ({ strapi }: Scope): Rates =>
    createRates(getService(strapi, 'knex'), getService(strapi, 'settings').rates),
  freeSpace: ({ strapi }: Scope): FreeSpace =>
    createFreeSpace(getService(strapi, 'knex'), getService(strapi, 'settings').minimumFreeBytes),
  queue: ({ strapi }: Scope): JobQueue => strapi.get<JobQueue>(QUEUE),
};
