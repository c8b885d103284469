import { isAbsolute, join } from 'node:path';
import type { Core } from '@strapi/strapi';

/** SQLite for one machine; PostgreSQL, and as many nodes as needed, as soon as DATABASE_URL is set. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const url = env('DATABASE_URL', '');
  if (url) {
    return {
      connection: {
        client: 'postgres',
        connection: { connectionString: url } as Core.Config.Database<'postgres'>['connection']['connection'],
        pool: { min: 0, max: env.int('DATABASE_POOL', 10) },
      },
    };
  }
  const file = env('DATABASE_FILE', '.tmp/data.db');
  return {
    connection: {
      client: 'sqlite',
      // This file runs as dist/config/database.js.
      connection: { filename: isAbsolute(file) ? file : join(__dirname, '..', '..', file) },
      useNullAsDefault: true,
    },
  };
};
