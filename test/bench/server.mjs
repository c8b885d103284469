/** What the plugin answers in a second, against a stock Strapi and a bare Koa on the same machine in the same minute. */
import { IDEMPOTENCY_KEY, pathOf } from '@guichet/contracts/routes';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { root } from '../../.config/bootstrap.mjs';
import { writeGuichet, writeStock } from './applications.mjs';
import { beginIn, end } from './processes.mjs';
import { measure } from './rounds.mjs';
import { aMessage, administration, aRequest, site } from './samples.mjs';
import { table } from './table.mjs';

/** Beside the dependencies, as the system's temporary folder may be in memory, where nothing is ever synchronised. */
const cache = join(root, 'node_modules', '.cache', 'guichet');
/** How long a mail relay takes to accept one. */
const RELAY_MS = 50;

/** @throws an Error, with a process's last words, where one does not start */
export async function compareServer() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  const relay = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => stream.resume().on('end', () => setTimeout(done, RELAY_MS)),
  });
  // The hosting is ended in the middle of its mails.
  relay.on('error', () => {});
  try {
    await new Promise((done) => relay.listen(0, '127.0.0.1', done));
    const folderOf = (kind) => join(folder, kind);
    writeGuichet(folderOf('guichet'), { smtpPort: relay.server.address().port });
    writeStock(folderOf('stock'));
    const start = beginIn(folder);
    const guichet = await start('application', ['guichet', folderOf('guichet')]);
    const stock = await start('application', ['stock', folderOf('stock')]);
    const administrationUrl = guichet.origin + pathOf('administration', administration.insee);
    const body = await (await fetch(administrationUrl)).text();
    const koa = await start('koa', [], { body });

    const reads = await measure({
      ours: () => ({ url: administrationUrl }),
      stock: () => ({ url: `${stock.origin}/api/messages?pagination[pageSize]=20` }),
      koa: () => ({ url: koa.origin }),
    });
    const writes = await measure({
      ours: () =>
        posting(guichet.origin + pathOf('requests', administration.insee), (i) =>
          aRequest(i, guichet.formToken),
        ),
      stock: () => posting(`${stock.origin}/api/messages`, (i) => ({ data: aMessage(i) })),
    });
    print(reads, writes);
  } finally {
    await end();
    await new Promise((done) => relay.close(done));
    rmSync(folder, { recursive: true, force: true });
  }
}

let sent = 0;

/** Each call with a body of its own and, as our page sends it, a key of its own. */
function posting(url, bodyOf) {
  const setupRequest = (request) => ({
    ...request,
    headers: { ...request.headers, [IDEMPOTENCY_KEY]: randomUUID() },
    body: JSON.stringify(bodyOf(sent++)),
  });
  return {
    url,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: site },
    requests: [{ setupRequest }],
  };
}

function print(reads, writes) {
  console.log('\nReplies a second, 20 connections, SQLite; medians of rounds in turns');
  const row = (what, against, ratio, bound, shown) => [
    what,
    against,
    shown(ratio),
    `≥ ${shown(bound)}`,
    ratio >= bound ? 'reached' : 'NOT REACHED',
  ];
  const times = (ratio) => `${ratio.toFixed(1)} ×`;
  const percent = (ratio) => `${Math.round(ratio * 100)} %`;
  const read = 'administration, cached';
  console.log(
    table([
      ['ours', 'against', 'ratio', 'bound', ''],
      row(
        'submission, encrypted, WAL and synchronous=FULL',
        'stock create, REST',
        writes.ours / writes.stock,
        3,
        times,
      ),
      row(read, 'stock read of 20 records, REST', reads.ours / reads.stock, 15, times),
      row(read, 'bare Koa, same body', reads.ours / reads.koa, 0.4, percent),
    ]),
  );
  console.log(
    'Stock: a content type of the same fields with Strapi’s own controllers and settings, no permissions asked, no Draft & Publish.',
  );
}
