/**
 * Lets Node run the TypeScript sources as they stand: `node --import ./.config/typescript.mjs --conditions=@guichet/source`.
 * Node strips the types itself. Two things of bundlers are left to do: `./x.js` is `./x.ts`, and a JSON file's members
 * can be imported by name. No other tool looks at the thousands of modules that Strapi loads at each boot.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const JSON_MODULE = '.json?module';
const isOurs = (url) => url?.endsWith('.ts') && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || !isOurs(context.parentURL)) return next(specifier, context);
    const url = new URL(specifier, context.parentURL).href;
    if (url.endsWith('.json') && !context.importAttributes.type)
      return { url: `${url}?module`, shortCircuit: true };
    if (!url.endsWith('.js')) return next(specifier, context);
    try {
      return next(url.replace(/\.js$/, '.ts'), context);
    } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      return next(specifier, context);
    }
  },
  load(url, context, next) {
    // Said, as the plugin's package.json cannot say it: Strapi loads what is built of it as CommonJS too.
    if (isOurs(url)) return next(url, { ...context, format: 'module-typescript' });
    if (!url.endsWith(JSON_MODULE)) return next(url, context);
    const members = Object.entries(JSON.parse(readFileSync(new URL(url), 'utf8')));
    const named = members.filter(([name]) => /^[a-z]+$/i.test(name));
    const source = named
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
    return { format: 'module', source, shortCircuit: true };
  },
});
