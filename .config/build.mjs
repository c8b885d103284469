/** `npm run build`: every build whose sources changed; `npm run build -- widgets plugin` names some. */
import { build, buildNames, ensureInstalled, ensureNode, refuse } from './bootstrap.mjs';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !buildNames.includes(name));
if (unknown.length)
  refuse(`There is no build named ${unknown.join(', ')}; there are ${buildNames.join(', ')}.`);

await ensureInstalled();
await ensureNode();
await build(named.length ? { only: named } : {}).catch((error) => refuse(error.message));
