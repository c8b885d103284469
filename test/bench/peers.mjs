/** The peers whose bytes a page loads, packed from their published packages. */
import { brotli } from './brotli.mjs';
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { root, run } from '../../.config/bootstrap.mjs';

const cache = join(root, 'node_modules', '.cache', 'guichet', 'peers');
const INSTALL_SECONDS = 180;

/**
 * A peer is bundled from `code`, as the page of its user would import it; or, where it publishes what a page loads,
 * read from `entry` and all that it imports at once. `styles` are its style sheets.
 *
 * @type {{ name: string, packages: string[], code?: string, entry?: string, styles?: string[] }[]}
 */
const peers = [
  {
    // Only what it asks for first: the rest comes in lazy pieces, which this leaves out in its favour.
    name: 'Open Forms SDK 3.3.0, first files',
    packages: ['@open-formulieren/sdk@3.3.0'],
    entry: 'package/dist/open-forms-sdk.mjs',
    styles: ['package/dist/open-forms-sdk.css'],
  },
  {
    name: 'Form.io 5.6.0',
    packages: ['@formio/js@5.6.0'],
    code: `import { Formio } from '@formio/js'; window.peer = Formio;`,
  },
  {
    name: 'SurveyJS 2.5.38',
    packages: ['survey-core@2.5.38', 'survey-js-ui@2.5.38'],
    code: `import { Model } from 'survey-core'; import 'survey-js-ui'; window.peer = Model;`,
    styles: ['node_modules/survey-core/survey-core.min.css'],
  },
  {
    name: 'ALTCHA 3.2.2, a captcha',
    packages: ['altcha@3.2.2'],
    code: `import 'altcha';`,
  },
  {
    name: 'Shoelace 2.20.1, one input',
    packages: ['@shoelace-style/shoelace@2.20.1'],
    code: `import '@shoelace-style/shoelace/dist/components/input/input.js';`,
  },
  {
    name: 'Lit 3.3.3, an empty element',
    packages: ['lit@3.3.3'],
    code: `import { LitElement, html } from 'lit';
      customElements.define('x-x', class extends LitElement { render() { return html\`\`; } });`,
  },
  {
    name: 'Penpal 7.0.6, a frame’s messenger',
    packages: ['penpal@7.0.6'],
    code: `import { connect, WindowMessenger } from 'penpal'; window.peer = [connect, WindowMessenger];`,
  },
];

/** Libraries that a page and the page that it frames speak by, each side bundled apart. */
const frames = [
  {
    name: 'Penpal 7.0.6',
    packages: ['penpal@7.0.6'],
    page: `import { connect, WindowMessenger } from 'penpal'; window.peer = [connect, WindowMessenger];`,
    operator: `import { connect, WindowMessenger } from 'penpal'; window.peer = [connect, WindowMessenger];`,
  },
  {
    name: 'iframe-resizer 5.5.9',
    packages: ['@iframe-resizer/parent@5.5.9', '@iframe-resizer/child@5.5.9'],
    page: `import resize from '@iframe-resizer/parent'; window.peer = resize;`,
    operator: `import '@iframe-resizer/child';`,
  },
  {
    name: 'zoid 9.0.86',
    packages: ['zoid@9.0.86'],
    page: `import { create } from 'zoid'; window.peer = create;`,
    operator: `import { create } from 'zoid'; window.peer = create;`,
  },
];

const folderOf = (packages) => join(cache, packages.join('+').replace(/[^a-z0-9.+-]/g, '_'));

/** @returns the bytes of both sides of each, as {@link packPeers} */
export async function packFrames() {
  const packed = [];
  for (const { name, packages, page, operator } of frames) {
    const folder = folderOf(packages);
    const weigh = async (code) => ((await obtain({ packages }, folder)) ? bytesOf({ code }, folder) : null);
    packed.push({ name, page: await weigh(page), operator: await weigh(operator) });
  }
  return packed;
}

/**
 * Installs what is missing and packs each.
 * @returns the bytes of each, minified and compressed by brotli 11; null where its package could not be had
 */
export async function packPeers() {
  const packed = [];
  for (const peer of peers) {
    const folder = folderOf(peer.packages);
    const isThere = await obtain(peer, folder);
    packed.push({ name: peer.name, bytes: isThere ? await bytesOf(peer, folder) : null });
  }
  return packed;
}

/** Nothing that a package brings is run: neither its scripts here, nor its code later. */
async function obtain({ packages, entry }, folder) {
  const done = join(folder, '.complete');
  if (existsSync(done)) return true;
  mkdirSync(folder, { recursive: true });
  const cwd = folder.slice(root.length + 1);
  const commands = entry
    ? [
        ['npm', ['pack', ...packages]],
        // GNU's and BSD's tar alike take one archive: the folder holds no other.
        ['sh', ['-c', 'tar -xzf *.tgz']],
      ]
    : [['npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...packages]]];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  for (const [command, args] of commands) {
    const { status } = await run(command, args, { cwd, seconds: INSTALL_SECONDS });
    if (status !== 0) return false;
  }
  writeFileSync(done, '');
  return true;
}

async function bytesOf({ code, entry, styles = [] }, folder) {
  const sheets = styles.map((file) => readFileSync(join(folder, file)));
  const scripts = entry ? loadedAtOnce(join(folder, entry)).map((file) => readFileSync(file)) : [];
  const bundled = code ? await bundle(code, folder) : [];
  return [...sheets, ...scripts, ...bundled].reduce((sum, content) => sum + brotli(content), 0);
}

/** One minified file, as for a page; a style sheet that the code imports comes apart. */
async function bundle(contents, folder) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    outdir: folder,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles.map((file) => file.contents);
}

/** The module and every module that it, or one of those, imports at once. */
function loadedAtOnce(entry, found = new Set()) {
  if (found.has(entry)) return [];
  found.add(entry);
  for (const { source } of parseAst(readFileSync(entry, 'utf8')).body) {
    if (source) loadedAtOnce(join(dirname(entry), source.value), found);
  }
  return [...found];
}
