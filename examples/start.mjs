/**
 * `npm start`: the whole demo in a fresh clone. Installs and builds what is missing, then runs a shared hosting
 * (Strapi), two existing commune sites on two other origins, a téléprocédure's operator on a third, and a mail catcher with
 * its page. Ctrl-C ends it all.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, buildNames, ensureInstalled, ensureNode, refuse } from '../.config/bootstrap.mjs';
import { takePorts } from './demo/ports.mjs';
import { folder, secrets } from './demo/secrets.mjs';

// Kept in the environment, for the newer Node that may take over.
const began = Number((process.env.GUICHET_BEGAN ??= String(Date.now())));

/** What was started, ended in the opposite order. */
const started = [];
let ending;
function end(status) {
  ending ??= (async () => {
    for (const stop of started.reverse()) await stop().catch(() => {});
    process.exit(status);
  })();
  return ending;
}

// npm hands a SIGTERM to the shell between us, which dies of it without a word to us: its death is then the signal.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || end(0), 500).unref();

const ports = await takePorts();
await ensureInstalled();
await ensureNode();
const drawn = secrets();
// The manifest is for editors: nothing here reads it.
await build({ only: buildNames.filter((name) => name !== 'manifest') }).catch((error) => {
  console.error(error.message);
  refuse('The build failed: the tool’s own words are above.');
});

// These need the dependencies, which are there only now.
const { MailDev } = await import('maildev');
const { renderSVG } = await import('uqr');
const { serveSite } = await import('./commune-sites/serve.mjs');
const { serveOperator } = await import('./operator/serve.mjs');
const { agents } = createRequire(import.meta.url)('./strapi-hosting/dist/src/demo/agents.js');
const { lastLines, startHosting } = await import('./demo/hosting.mjs');
const { summary } = await import('./demo/summary.mjs');

const at = (port) => `http://localhost:${port}`;
const origins = {
  hosting: at(ports.GUICHET_PORT),
  favril: at(ports.GUICHET_FAVRIL_PORT),
  trilport: at(ports.GUICHET_TRILPORT_PORT),
  operator: at(ports.GUICHET_OPERATOR_PORT),
  mail: at(ports.GUICHET_MAIL_PORT),
};
/** An origin is compared letter for letter, and both are typed. */
const bothNames = (port) => [at(port), `http://127.0.0.1:${port}`];
const log = join(folder, 'hosting.log');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

try {
  const mail = new MailDev({
    smtp: ports.GUICHET_SMTP_PORT,
    web: ports.GUICHET_MAIL_PORT,
    ip: '127.0.0.1',
    webIp: '127.0.0.1',
    mailDirectory: join(folder, 'mails'),
    maxEmails: 500,
    silent: true,
  });
  // It announces itself whatever `silent` says.
  const { info } = console;
  console.info = () => {};
  await mail.start();
  console.info = info;
  started.push(() => mail.stop());

  const contactPage = `${origins.hosting}/guichet/administrations/28148/contact`;
  for (const options of [
    {
      site: 'le-favril',
      port: ports.GUICHET_FAVRIL_PORT,
      drawn: { '/images/qr-contact.svg': renderSVG(contactPage) },
    },
    { site: 'trilport', port: ports.GUICHET_TRILPORT_PORT },
  ]) {
    const server = await serveSite({ ...options, hosting: origins.hosting });
    started.push(async () => server.close().closeAllConnections());
  }

  // What the hosting shares with the operator.
  const shared = join(folder, 'operator.json');
  const operator = await serveOperator({
    port: ports.GUICHET_OPERATOR_PORT,
    folder: join(folder, 'operator'),
    sites: ['GUICHET_PORT', 'GUICHET_FAVRIL_PORT', 'GUICHET_TRILPORT_PORT'].flatMap((name) =>
      bothNames(ports[name]),
    ),
    hosting: shared,
  });
  started.push(async () => operator.close().closeAllConnections());

  const hosting = startHosting({
    port: ports.GUICHET_PORT,
    log,
    env: {
      ...drawn,
      PUBLIC_URL: origins.hosting,
      DATABASE_FILE: join(folder, 'data.db'),
      GUICHET_ASSETS: join(folder, 'assets'),
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(ports.GUICHET_SMTP_PORT),
      MAIL_FROM: 'ne-pas-repondre@hebergement.example',
      // The State's guides, the real ones; `GUIDES=` leaves them out, `GUIDES=/a/file.zip` takes others.
      GUIDES:
        process.env.GUIDES ??
        'https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip',
      GUICHET_DEMO: '1',
      GUICHET_DEMO_FAVRIL: bothNames(ports.GUICHET_FAVRIL_PORT).join(),
      GUICHET_DEMO_TRILPORT: bothNames(ports.GUICHET_TRILPORT_PORT).join(),
      GUICHET_DEMO_OPERATOR: origins.operator,
      GUICHET_DEMO_OPERATOR_FILE: shared,
    },
    onDeath(status) {
      console.error(
        `\n${lastLines(log)}\n\nThe hosting ended by itself (${status}): its last words are above, all of them in ${log}.`,
      );
      end(1);
    },
  });
  started.push(() => hosting.stop());
  await hosting.ready;
} catch (error) {
  // A Ctrl-C during the start is no failure.
  if (ending) await ending;
  console.error(
    `\n${error.message}\n\nThe demo could not start: the reason is above; what the hosting wrote is in ${log}.`,
  );
  await end(1);
}

console.log(
  summary({
    origins,
    agents,
    password: drawn.GUICHET_DEMO_PASSWORD,
    seconds: Math.round((Date.now() - began) / 1000),
  }),
);
