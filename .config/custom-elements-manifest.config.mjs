/** The widgets' public API, read from their JSDoc, for editors, Storybook and site builders. */
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const isWidget = (file) => basename(dirname(file)) === basename(file, '.ts');

/** `define('guichet-…', TheClass)` is how an element gets its tag here. */
const tags = {
  name: 'guichet-tags',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    if (!tag || !element || !ts.isStringLiteral(tag)) return;
    const declaration = moduleDoc.declarations.find(({ name }) => name === element.getText());
    Object.assign(declaration, { tagName: tag.text, customElement: true });
    moduleDoc.exports.push({
      kind: 'custom-element-definition',
      name: tag.text,
      declaration: { name: declaration.name, module: moduleDoc.path },
    });
  },
};

/** What is private is no promise; an element that says nothing of itself fails the build. */
const publicOnly = {
  name: 'guichet-public-only',
  packageLinkPhase({ customElementsManifest }) {
    const declarations = customElementsManifest.modules.flatMap((module) => module.declarations ?? []);
    for (const declaration of declarations) {
      declaration.members = declaration.members?.filter(
        ({ privacy, name }) => (privacy ?? 'public') === 'public' && !name.startsWith('#'),
      );
    }
    // Each event is described by @event; what the analyzer finds in dispatchEvent besides has no name.
    for (const declaration of declarations)
      declaration.events = declaration.events?.filter(({ name }) => name);
    const elements = declarations.filter(({ tagName }) => tagName);
    if (elements.length === 0) throw new Error('no element was found');
    for (const { tagName, description, slots } of elements) {
      if (!description) throw new Error(`${tagName} does not say what it is for`);
      if (!slots?.length) throw new Error(`${tagName} does not describe its light DOM (@slot)`);
    }
  },
};

export default {
  globs: [...globSync('src/*/*.ts').filter(isWidget), 'src/*/*.events.ts', 'src/shared/guichet-element.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [tags, publicOnly],
};
