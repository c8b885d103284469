/** The inbox's lists stay quick in a hosting that is full: found by index, never by reading every request. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { deadlineGroups } from '@guichet/contracts/admin/deadlines';
import { listDeadlines } from '../../packages/strapi-plugin/server/src/store/deadlines-query.js';
import {
  type InboxFilter,
  listRequests,
  type Page,
  requestsAfter,
} from '../../packages/strapi-plugin/server/src/store/inbox-query.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

const ADMINISTRATIONS = 40;
const REQUESTS = 10_000;
const AN_HOUR = 3_600_000;

after(stopDatabases);

/** Rows as lists see them: what residents wrote is never read by a plan. */
function rows(administrationIds: readonly string[]) {
  const begun = Date.parse('2026-01-01T00:00:00Z');
  return Array.from({ length: REQUESTS }, (_, i) => {
    const at = new Date(begun + i * AN_HOUR).toISOString();
    const awaits = i % 10 === 0;
    return {
      id: randomUUID(),
      administration_id: administrationIds[i % ADMINISTRATIONS]!,
      reference: `R${i}`,
      tracking_hash: 'x',
      received_at: at,
      updated_at: at,
      nature: 'request',
      procedure: 'contact',
      language: 'fr',
      suspect: i % 50 === 7,
      status: awaits ? 'received' : 'closed',
      suspicion: i % 50 === 7 ? 'suspect' : 'none',
      awaits_agent: awaits,
      last_seq: 1,
      key_id: 'k',
      wrapped_key: 'w',
      content: 'c'.repeat(600),
      due_on: awaits ? at.slice(0, 10) : null,
      due_for: awaits ? 'decision' : null,
      obstacles: i % 9 === 4 ? 'mentions-missing' : null,
      assigned_to: i % 7 ? null : (i % 13) + 1,
      awaits_approval: i % 200 ? null : true,
    };
  });
}

for (const database of databases) {
  describe(`the inbox of a full hosting, on ${database}`, () => {
    let harness: Harness;
    const all = Array.from({ length: ADMINISTRATIONS }, () => randomUUID() as string);
    const served = all.slice(0, 3);

    before(async () => {
      harness = await startHarness({ database });
      const stored = rows(all);
      await harness.knex.transaction(async (trx) => {
        for (let i = 0; i < stored.length; i += 500) {
          await trx('guichet_requests').insert(stored.slice(i, i + 500));
        }
      });
      await harness.knex.raw('analyze');
    });
    after(() => harness.stop());

    async function planOf(sql: string, bindings: readonly unknown[]): Promise<string> {
      if (database === 'sqlite') {
        const steps: { detail: string }[] = await harness.knex.raw(
          `explain query plan ${sql}`,
          bindings as never,
        );
        return steps.map(({ detail }) => detail).join('\n');
      }
      interface Connection {
        query(query: {
          text: string;
          values: readonly unknown[];
        }): Promise<{ rows: Record<string, string>[] }>;
      }
      const client = harness.knex.client as {
        acquireConnection(): Promise<Connection>;
        releaseConnection(connection: Connection): Promise<void>;
      };
      const connection = await client.acquireConnection();
      const { rows } = await connection.query({ text: `explain ${sql}`, values: bindings });
      await client.releaseConnection(connection);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    }

    /** Counting, and listing where there is something. */
    async function isIndexed(list: () => Promise<unknown>): Promise<void> {
      const queries: { sql: string; bindings: unknown[] }[] = [];
      const hear = (query: (typeof queries)[number]) => queries.push(query);
      harness.knex.on('query', hear);
      await list();
      harness.knex.off('query', hear);
      const asked = queries.filter(({ sql }) => sql.includes('guichet_requests'));
      assert.ok(asked.length > 0);
      for (const { sql, bindings } of asked) {
        const plan = await planOf(sql, bindings);
        assert.match(plan, /INDEX|Index/, plan);
        assert.doesNotMatch(plan, /SCAN guichet_requests(?! USING)|Seq Scan/, plan);
      }
    }

    const sorted = ['none', 'released', 'rejected'] as const;
    const lists: Record<string, [Omit<InboxFilter, 'administrationIds'>, Page['order']]> = {
      waiting: [{ awaitsAgent: true, suspicion: sorted }, 'urgency'],
      mine: [{ awaitsAgent: true, suspicion: sorted, desk: { agentId: 7, covered: [] } }, 'urgency'],
      'mine, and a colleague’s who is away': [
        {
          awaitsAgent: true,
          suspicion: sorted,
          desk: { agentId: 7, covered: [{ agentId: 5, administrationIds: served.slice(0, 1) }] },
        },
        'urgency',
      ],
      approval: [{ suspicion: sorted, awaitsApproval: true }, 'newest'],
      all: [{ suspicion: sorted }, 'newest'],
      suspects: [{ suspicion: ['suspect'] }, 'newest'],
      'by status and date': [{ status: ['received'], from: '2026-06-01T00:00:00.000Z' }, 'newest'],
      'waiting, of a service': [{ awaitsAgent: true, suspicion: sorted, recipient: 'voirie' }, 'urgency'],
      'of a month': [{ from: '2026-06-01T00:00:00.000Z', until: '2026-07-01T00:00:00.000Z' }, 'newest'],
      'those that were chosen': [{ ids: [randomUUID(), randomUUID()] }, 'newest'],
      'by reference': [{ reference: 'R120' }, 'newest'],
      'by address': [{ email: 'angela@boite.example' }, 'newest'],
      'by name': [{ name: 'Dubois' }, 'newest'],
    };
    for (const [name, [filter, order]] of Object.entries(lists)) {
      it(`finds by index: ${name}`, async () => {
        const secrets = getService(harness.strapi, 'secrets');
        const all = { administrationIds: served, ...filter };
        await isIndexed(() => listRequests(harness.knex, secrets, all, { limit: 20, offset: 0, order }));
      });
    }

    it('finds by index: deep pages, and lists taken out batch by batch', async () => {
      const secrets = getService(harness.strapi, 'secrets');
      const filter = { administrationIds: served, suspicion: sorted };
      const page = { limit: 20, offset: 700, order: 'newest' } as const;
      await isIndexed(() => listRequests(harness.knex, secrets, filter, page));
      await isIndexed(() =>
        listRequests(harness.knex, secrets, { ...filter, awaitsAgent: true }, { ...page, order: 'urgency' }),
      );
      const last = { id: randomUUID(), receivedAt: '2026-06-01T00:00:00.000Z' };
      await isIndexed(() => requestsAfter(harness.knex, secrets, filter, last, 200));
    });

    for (const group of deadlineGroups) {
      it(`finds by index: deadlines, ${group}`, async () => {
        // Of the days of the rows: each group holds some, and the dates are no reason to read them all.
        const zone = { administrationIds: served, today: '2026-06-01', soon: '2026-06-08' };
        const page = { limit: 20, offset: 0 };
        await isIndexed(() => listDeadlines(harness.knex, group, [zone], page));
        const elsewhere = { ...zone, administrationIds: all.slice(3, 5), today: '2026-06-02' };
        await isIndexed(() => listDeadlines(harness.knex, group, [zone, elsewhere], page));
      });
    }
  });
}
