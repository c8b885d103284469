/**
 * `npm run bench`: ratios, each against a reference measured in the same run. `npm run bench -- bytes`, `-- server`,
 * `-- inbox`, `-- guides`, `-- directory`, `-- search`, `-- annuaire`, `-- page` or `-- frame` runs one part. Nothing fails where a
 * bound is not reached: it is said.
 */
import { build, ensureInstalled, ensureNode, refuse } from '../../.config/bootstrap.mjs';

const parts = ['bytes', 'server', 'inbox', 'guides', 'directory', 'search', 'annuaire', 'page', 'frame'];
const named = process.argv.slice(2);
const unknown = named.filter((name) => !parts.includes(name));
if (unknown.length) refuse(`There is no bench ${unknown.join(', ')}; there are ${parts.join(', ')}.`);

await ensureInstalled({ dev: true });
await ensureNode();
await build({ only: ['widgets', 'plugin', 'types'] }).catch((error) => refuse(error.message));

const isAsked = (name) => named.length === 0 || named.includes(name);
// These need the dependencies and what the build wrote.
if (isAsked('bytes')) await (await import('./bytes.mjs')).compareBytes();
if (isAsked('server')) await (await import('./server.mjs')).compareServer();
if (isAsked('inbox')) await (await import('./inbox.mjs')).compareInbox();
if (isAsked('guides')) await (await import('./guides.mjs')).compareGuides();
if (isAsked('directory')) await (await import('./directory.mjs')).compareDirectory();
if (isAsked('search')) await (await import('./search.mjs')).compareSearch();
if (isAsked('annuaire')) await (await import('./annuaire.mjs')).compareAnnuaire();
if (isAsked('page')) await (await import('./directory-page.mjs')).compareDirectoryPage();
if (isAsked('frame')) await (await import('./frame.mjs')).compareFrame();
