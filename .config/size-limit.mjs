/**
 * The weight of a page with the contact form, or the directory, minified and compressed by brotli 11. The files are read off the built
 * ones, from their own imports: nobody keeps a list.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'rollup/parseAst';

const folder = '../packages/widgets/cdn';
const source = (file) => readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8');

/** The files that a built file imports: `now` with itself, `later` by `import()`. */
function importsOf(file) {
  const found = { now: [], later: [] };
  const visit = (node) => {
    if (!node || typeof node !== 'object') return;
    const { value } = node.source ?? {};
    if (typeof value === 'string')
      found[node.type === 'ImportExpression' ? 'later' : 'now'].push(value.slice(2));
    Object.values(node).forEach(visit);
  };
  visit(parseAst(source(file)));
  return found;
}

/**
 * Every file reached from some by following imports; those of the other language apart, which French does not load,
 * and what only the page of a procedure does, or only the first file that somebody adds, or a receipt that is mailed.
 */
function closure(files, { isLazyToo = false, hasProcedure = false, hasFiles = false, hasMail = false } = {}) {
  const all = new Set();
  const follow = (file) => {
    if (all.has(file) || /\.en-/.test(file)) return;
    if ((!hasProcedure && /\.procedure-/.test(file)) || (!hasFiles && /^files-/.test(file))) return;
    if (!hasMail && /^receipt-mail-/.test(file)) return;
    all.add(file);
    const { now, later } = importsOf(file);
    [...now, ...(isLazyToo ? later : [])].forEach(follow);
  };
  files.forEach(follow);
  return [...all];
}

/** What the loader fetches at once for the tag: rollup.config.mjs writes it there. */
function filesOfTag(tag) {
  const [, list] = source('loader.js').match(new RegExp(`"?${tag}"?:(\\[[^\\]]*\\])`)) ?? [];
  if (!list) throw new Error(`loader.js has no files for ${tag}`);
  return JSON.parse(list.replaceAll("'", '"').replaceAll('`', '"'));
}

/** The built file that `rollup.config.mjs` names so, its hash apart. */
export function fileNamed(name) {
  const found = readdirSync(new URL(folder, import.meta.url)).find(
    (file) => file.startsWith(`${name}-`) && file.endsWith('.js'),
  );
  if (!found) throw new Error(`no file of ${name} was built`);
  return found;
}

const form = filesOfTag('guichet-contact-form');
const late = closure(form).filter((file) => !form.includes(file));
if (late.length)
  throw new Error(`loader.js does not fetch ${late.join(', ')} with the form: they would wait in series`);

const directory = filesOfTag('guichet-services-directory');
const teleprocedure = filesOfTag('guichet-teleprocedure');

/** Built files, relative to this one. */
export const pathsOf = (files) => files.map((file) => `${folder}/${file}`);

/** Every file that a tag may load sooner or later, in French. */
export const filesLoadedWith = (tag, options = {}) =>
  closure(filesOfTag(tag), { isLazyToo: true, ...options });

export default [
  {
    name: 'what an operator adds to its page',
    path: '../packages/operator/cdn/operator.js',
    limit: '1.5 kB',
  },
  { name: 'loader', path: pathsOf(['loader.js']), limit: '1 kB' },
  { name: 'until the contact form can be typed in', path: pathsOf(['loader.js', ...form]), limit: '14.6 kB' },
  {
    name: 'a whole contact journey',
    path: pathsOf(['loader.js', ...filesLoadedWith('guichet-contact-form')]),
    limit: '26 kB',
  },
  {
    name: 'a whole journey to a procedure',
    path: pathsOf(['loader.js', ...filesLoadedWith('guichet-contact-form', { hasProcedure: true })]),
    limit: '29 kB',
  },
  {
    name: 'a whole contact journey with files',
    path: pathsOf(['loader.js', ...filesLoadedWith('guichet-contact-form', { hasFiles: true })]),
    limit: '31 kB',
  },
  { name: 'the first screen of the directory', path: pathsOf(['loader.js', ...directory]), limit: '16 kB' },
  {
    name: 'what is told of a téléprocédure before it is begun',
    path: pathsOf(['loader.js', ...teleprocedure]),
    limit: '14 kB',
  },
  {
    name: 'a whole journey through a téléprocédure in a frame',
    path: pathsOf(['loader.js', ...filesLoadedWith('guichet-teleprocedure')]),
    limit: '31 kB',
  },
  {
    name: 'the same, its receipt mailed',
    path: pathsOf(['loader.js', ...filesLoadedWith('guichet-teleprocedure', { hasMail: true })]),
    limit: '32.5 kB',
  },
  {
    name: 'what searches in the directory: library, needs of residents, results',
    path: pathsOf(closure([fileNamed('results.view')]).filter((file) => !directory.includes(file))),
    limit: '24 kB',
  },
];
