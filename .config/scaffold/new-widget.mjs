/**
 * `npm run new:widget -- opening-hours` writes packages/widgets/src/opening-hours/ from the templates beside this
 * file. Nothing else is to be edited: build, manifest, stories and tests find the folder by themselves.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse, root } from '../bootstrap.mjs';

const templates = join(dirname(fileURLToPath(import.meta.url)), 'widget');

/**
 * @param name in small letters and hyphens: the folder, and the tag after `guichet-`
 * @param widgets the folder of all widgets
 * @returns the files written, beside one another
 * @throws {RangeError} one sentence, where the name is not fit or taken
 */
export function newWidget(name, widgets = join(root, 'packages/widgets/src')) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new RangeError(
      `"${name}" is no name for a widget: small letters, digits and hyphens, such as opening-hours.`,
    );
  }
  const folder = join(widgets, name);
  if (existsSync(folder)) throw new RangeError(`There is a folder ${name} already.`);
  const words = name.split('-');
  const pascal = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  const title = words.join(' ').replace(/^./, (letter) => letter.toUpperCase());
  const fill = (text) =>
    text.replaceAll('__name__', name).replaceAll('__Name__', pascal).replaceAll('__Title__', title);
  mkdirSync(folder, { recursive: true });
  return readdirSync(templates).map((template) => {
    const file = template.replace(/^name/, name).replace(/\.txt$/, '');
    writeFileSync(join(folder, file), fill(readFileSync(join(templates, template), 'utf8')));
    return file;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const [name = ''] = process.argv.slice(2);
    console.log(
      newWidget(name)
        .map((file) => `packages/widgets/src/${name}/${file}`)
        .join('\n'),
    );
  } catch (error) {
    if (error instanceof RangeError) refuse(error.message);
    throw error;
  }
}
