import { it } from 'node:test';
import { startSmtp } from '../smtp.js';
import { startHarness, stopDatabases } from './harness.js';
import { aRequest, begun, seed, send } from './calls.js';
it('debug', async () => {
  const smtp = await startSmtp();
  const h = await startHarness({ database: 'postgres', smtpPort: smtp.port });
  const ids = await seed(h);
  const r = await send(h, { ...aRequest(), formToken: begun(h, ids.favril) });
  console.log(r.status);
  await new Promise((f) => setTimeout(f, 4000));
  console.log(smtp.mails.length);
  const { rows } = await h.knex.raw(`select name, state, data, start_after, now() as now, retry_count, output from guichet_jobs.job`);
  console.log(rows);
  console.log(h.logs().split('\n').filter((l) => /guichet|error|queue/.test(l)).slice(-15).join('\n').slice(0, 4000));
  await h.stop(); await smtp.stop(); await stopDatabases();
});
