/**
 * `npm run bench`: ratios, each against a reference measured in the same run. `npm run bench -- bytes` or `-- server`
 * runs one half. Nothing fails where a bound is not reached: it is said.
 */
import { build, ensureInstalled, ensureNode, refuse } from '../../.config/bootstrap.mjs';

const halves = ['bytes', 'server'];
const named = process.argv.slice(2);
const unknown = named.filter((name) => !halves.includes(name));
if (unknown.length) refuse(`There is no bench ${unknown.join(', ')}; there are ${halves.join(', ')}.`);

await ensureInstalled({ dev: true });
await ensureNode();
await build({ only: ['widgets', 'plugin', 'types'] }).catch((error) => refuse(error.message));

const isAsked = (name) => named.length === 0 || named.includes(name);
// These need the dependencies and what the build wrote.
if (isAsked('bytes')) await (await import('./bytes.mjs')).compareBytes();
if (isAsked('server')) await (await import('./server.mjs')).compareServer();
