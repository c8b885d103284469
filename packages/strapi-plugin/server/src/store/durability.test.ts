import assert from 'node:assert/strict';
import { test } from 'node:test';
import createKnex from 'knex';
import { keepStatements } from './durability.js';

interface Connection {
  prepare(sql: string): object;
}

test('our statements are prepared once, and see what a migration changed', async () => {
  const prepared: string[] = [];
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(connection: Connection, done: () => void) {
        const { prepare } = connection;
        connection.prepare = (sql) => (prepared.push(sql), prepare.call(connection, sql));
        keepStatements(connection);
        done();
      },
    },
  });
  const rows = async (): Promise<unknown> => knex('guichet_things').select('*');
  const times = (table: string) => prepared.filter((sql) => sql === `select * from \`${table}\``).length;
  try {
    for (const name of ['guichet_things', 'others'])
      await knex.schema.createTable(name, (table) => void table.integer('a'));
    await knex('guichet_things').insert({ a: 1 });
    assert.deepEqual(await rows(), [{ a: 1 }]);
    await knex.schema.alterTable('guichet_things', (table) => void table.integer('b').defaultTo(7));
    assert.deepEqual(await rows(), [{ a: 1, b: 7 }]);
    await Promise.all([knex('others').select('*'), knex('others').select('*')]);
    assert.equal(times('guichet_things'), 1);
    assert.equal(times('others'), 2);
  } finally {
    await knex.destroy();
  }
});
