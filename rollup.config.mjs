/**
 * The widgets for a script tag: `packages/widgets/cdn/` gets `loader.js`, one chunk a widget and what they share.
 * A widget is a folder `packages/widgets/src/<name>/` with `<name>.ts` in it; nothing is edited here to add one. And
 * `packages/operator/cdn/operator.js`, for the pages of téléprocédures' operators.
 */
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { globSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import minifyTemplates from 'rollup-plugin-minify-template-literals';

const widgets = fileURLToPath(new URL('packages/widgets/', import.meta.url));
const cdn = `${widgets}cdn`;

/** Name and file of each widget. */
const entries = Object.fromEntries(
  globSync('src/*/*.ts', { cwd: widgets })
    .filter((file) => basename(file, '.ts') === basename(dirname(file)))
    .map((file) => [basename(dirname(file)), `${widgets}${file}`]),
);

const early =
  /\/node_modules\/(?:lit|lit-html|lit-element|@lit\/reactive-element)\/(?!directive)|\/widgets\/src\/shared\/(?!files\/|countries\.|dates\.|mailed-link)|\/contracts\/src\/(?:administration-path|colour|request-choices|words\/(?:common\.fr|french-first))\.|\/client\/src\/(?:api-error|late|offline|read|reply)\./;

/** The calls to the hosting: those of the form in the same file as what makes them, for it loads no others. */
const calls =
  /\/client\/src\/(?:call|caller|request-calls)\.|\/contracts\/src\/(?:request-routes|document-page)\./;

/** What receipts mention, in one file for the tracker and for procedures. */
const mentions = /\/contracts\/src\/(?:standing|words\/standing\.fr)\./;

/** What comes with the first input, in one file rather than three. */
const later =
  /\/contracts\/src\/(?:document-page|identity|request-rules|words\/add-files)\.|\/client\/src\/idempotency-key\.|\/widgets\/src\/shared\/(?:files\/load|countries|dates)\./;

/** What has links mailed, for the tracker at once and for téléprocédures at their end. */
const mailedLink = /\/widgets\/src\/shared\/mailed-link\./;

/** What both sending files and fetching them take, too little for a file each. */
const fileBits = /\/contracts\/src\/(?:attachment-routes|file-size)\./;

/**
 * Tells the loader each widget's chunks: its own, and all that it imports, so that they are fetched together rather
 * than one after the other.
 */
const chunkTable = {
  name: 'guichet-chunk-table',
  generateBundle(_options, bundle) {
    const table = {};
    for (const chunk of Object.values(bundle)) {
      if (chunk.isEntry && chunk.name in entries)
        table[`guichet-${chunk.name}`] = [chunk.fileName, ...chunk.imports];
    }
    const loader = bundle['loader.js'];
    loader.code = loader.code.replace('__WIDGETS__', JSON.stringify(table));
  },
};

const brotli = promisify(brotliCompress);

/** A `.br` beside each file, for a server that compresses nothing itself. */
const compressed = {
  name: 'guichet-brotli',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const text = chunk.type === 'chunk' ? chunk.code : chunk.source;
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        };
        this.emitFile({
          type: 'asset',
          fileName: `${chunk.fileName}.br`,
          source: await brotli(text, { params }),
        });
      }
    },
  },
};

/** How ky tells how far a transfer is, which no call here asks of it: half a kilobyte that pages need not load. */
const leaner = {
  name: 'guichet-leaner',
  load: (id) =>
    id.endsWith('/ky/distribution/utils/body.js')
      ? 'export const streamRequest = (request) => request; export const streamResponse = (response) => response;'
      : null,
};

const fresh = (folder) => ({
  name: 'guichet-fresh',
  buildStart: () => rmSync(folder, { recursive: true, force: true }),
});

// Nothing here depends on a getter's side effects or on replaced built-ins. The second run finds what the first one's
// inlining leaves: 50 bytes of brotli in the journey's 26 kB.
const smaller = [1, 2].map(() =>
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 3, pure_getters: true, unsafe: true, unsafe_arrows: true },
    format: { comments: false },
  }),
);

const forSites = {
  input: { loader: `${widgets}src/loader.ts`, ...entries },
  output: {
    dir: cdn,
    format: 'es',
    entryFileNames: ({ name }) => (name === 'loader' ? 'loader.js' : '[name]-[hash].js'),
    chunkFileNames: '[name]-[hash].js',
    // One file for what every widget needs before anybody types, Lit included; the rest follows its imports.
    manualChunks: (id) =>
      Object.entries({
        shared: early,
        rules: later,
        calls,
        mentions,
        'mailed-link': mailedLink,
        'file-bits': fileBits,
      }).find(([, files]) => files.test(id))?.[0],
  },
  preserveEntrySignatures: false,
  plugins: [
    fresh(cdn),
    leaner,
    nodeResolve({ exportConditions: ['@guichet/source', 'browser'] }),
    typescript({ tsconfig: fileURLToPath(new URL('.config/tsconfig.cdn.json', import.meta.url)) }),
    minifyTemplates(),
    ...smaller,
    chunkTable,
    compressed,
  ],
};

const operator = fileURLToPath(new URL('packages/operator/', import.meta.url));

/** What `tsc -b` writes beside the code, rollup has no use for. */
const bare = {
  composite: false,
  incremental: false,
  declaration: false,
  declarationMap: false,
  sourceMap: false,
};

const forOperators = {
  input: { operator: `${operator}src/script.ts` },
  // Wrapped: it may be a module's script or an ordinary one, before whose end nothing is drawn in another look.
  output: { dir: `${operator}cdn`, format: 'iife', entryFileNames: '[name].js' },
  plugins: [
    fresh(`${operator}cdn`),
    typescript({
      tsconfig: `${operator}tsconfig.json`,
      compilerOptions: { ...bare, outDir: `${operator}cdn` },
    }),
    ...smaller,
    compressed,
  ],
};

export default [forSites, forOperators];
