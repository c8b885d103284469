import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import knexModule, { type Knex } from 'knex';
import { GroupCommit } from './group-commit.js';

const folder = mkdtempSync(join(tmpdir(), 'guichet-group-'));
let knex: Knex;
let other: Knex;
let statements: string[] = [];

const open = () =>
  knexModule({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'group.db') },
    useNullAsDefault: true,
    pool: { max: 1 },
  });

before(async () => {
  knex = open();
  other = open();
  await knex.raw('pragma journal_mode = wal');
  await knex.schema.createTable('notes', (table) => table.text('text').unique());
  knex.on('query', ({ sql }: { sql: string }) => statements.push(sql.replace(/;$/, '').toLowerCase()));
});

beforeEach(async () => {
  await knex('notes').delete();
  statements = [];
});

after(async () => {
  await knex.destroy();
  await other.destroy();
  rmSync(folder, { recursive: true });
});

const groupOf = (endsAll: (error: unknown) => boolean = () => false) =>
  new GroupCommit((work) => knex.transaction(work), endsAll);
const write = (text: string) => (trx: Knex.Transaction) => trx('notes').insert({ text });
/** As another process sees them: what is committed. */
const texts = () => other('notes').orderBy('text').pluck('text');
const outcomes = async (promises: Promise<unknown>[]) =>
  (await Promise.allSettled(promises)).map(({ status }) => status);

test('many at once share one commit, and each is answered after it', async () => {
  const group = groupOf();
  const seen = await Promise.all(
    ['a', 'b', 'c'].map(async (text) => {
      await group.run(write(text));
      return texts();
    }),
  );
  assert.deepEqual(seen, Array(3).fill(['a', 'b', 'c']));
  assert.equal(statements.filter((sql) => sql === 'commit').length, 1);
});

test('one alone has a plain transaction', async () => {
  await groupOf().run(write('a'));
  assert.deepEqual(
    statements.map((sql) => sql.split(' ')[0]),
    ['begin', 'insert', 'commit'],
  );
});

test('what one throws undoes its own writes and no other’s', async () => {
  const group = groupOf();
  const refusing = async (trx: Knex.Transaction) => {
    await write('undone')(trx);
    throw new Error('refused');
  };
  const results = await Promise.allSettled([
    group.run(write('a')),
    group.run(refusing),
    group.run(write('b')),
  ]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.match(String((results[1] as PromiseRejectedResult).reason), /refused/);
  assert.deepEqual(await texts(), ['a', 'b']);
});

test('a row that exists already is its sender’s failure only', async () => {
  const group = groupOf();
  assert.deepEqual(await outcomes(['a', 'a', 'b'].map((text) => group.run(write(text)))), [
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  assert.deepEqual(await texts(), ['a', 'b']);
});

test('a failure of the whole database is everybody’s: nothing is written, nobody is told otherwise', async () => {
  const group = groupOf((error) => error instanceof RangeError);
  const failing = () => Promise.reject(new RangeError('the disk is full'));
  assert.deepEqual(await outcomes([group.run(write('a')), group.run(failing), group.run(write('b'))]), [
    'rejected',
    'rejected',
    'rejected',
  ]);
  assert.deepEqual(await texts(), []);
  await group.run(write('later'));
  assert.deepEqual(await texts(), ['later']);
});

test('those who come while others write have the next commit', async () => {
  const group = groupOf();
  let later: Promise<unknown> = Promise.resolve();
  await group.run(async (trx) => {
    later = group.run(write('b'));
    await write('a')(trx);
  });
  assert.deepEqual(await texts(), ['a']);
  await later;
  assert.deepEqual(await texts(), ['a', 'b']);
});
