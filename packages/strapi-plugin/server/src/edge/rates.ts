/**
 * Rate limits. Shared between nodes through PostgreSQL; in memory on SQLite, which one node alone may use, and always
 * in memory for public reads, which must not cost a query.
 */
import type { Knex } from 'knex';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { isSqlite } from '../jobs/dialect.js';
import { RATES } from '../store/tables.js';
import type { RateName, Settings } from '../strapi/config.js';
import { ProblemError } from './problem-error.js';

type Limiter = RateLimiterMemory | RateLimiterPostgres;

export interface Rates {
  /** @throws ProblemError `rate-limited` once the budget of `key` is spent */
  spend(rate: RateName, key: string): Promise<void>;
  /** Gives back what a call turned out not to deserve. */
  refund(rate: RateName, key: string): Promise<void>;
}

function limited(result: RateLimiterRes): ProblemError {
  return new ProblemError('rate-limited', { retryAfter: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) });
}

export function createRates(knex: Knex, budgets: Settings['rates']): Rates {
  const inMemory = (rate: RateName) => isSqlite(knex) || rate === 'read';
  const limiters = new Map<RateName, Limiter>(
    (Object.keys(budgets) as RateName[]).map((rate) => {
      const { points, seconds } = budgets[rate];
      const options = { keyPrefix: rate, points, duration: seconds };
      return [
        rate,
        inMemory(rate)
          ? new RateLimiterMemory(options)
          : new RateLimiterPostgres({
              ...options,
              storeClient: knex,
              storeType: 'knex',
              tableName: RATES,
              tableCreated: true,
              // A database that does not answer must not open the gates.
              insuranceLimiter: new RateLimiterMemory(options),
            }),
      ];
    }),
  );
  return {
    async spend(rate, key) {
      try {
        await limiters.get(rate)!.consume(key);
      } catch (error) {
        throw error instanceof RateLimiterRes ? limited(error) : error;
      }
    },
    async refund(rate, key) {
      await limiters.get(rate)!.reward(key);
    },
  };
}
