/**
 * Who may import whom: ARCHITECTURE.md's directions as data. The lint rule and test/architecture.test.ts both read
 * it, so that an editor and the tests say the same.
 */
import { posix } from 'node:path';

const server = 'packages/strapi-plugin/server/src';
/** What features stand on; these five may use each other. */
const ground = ['edge', 'jobs', 'store', 'vault', 'strapi'];

/**
 * A layer: the folder it lives in, the layers it may import besides itself, and the packages (`*` ends a prefix).
 * `typesFrom`: layers of which it may import types only. The first folder that matches a file is its layer.
 */
const layers = [
  { name: 'contracts', folder: 'packages/contracts/src', packages: ['zod', 'minisearch'] },
  { name: 'client', folder: 'packages/client/src', layers: ['contracts'], packages: ['ky'] },
  {
    name: 'widgets',
    folder: 'packages/widgets/src',
    layers: ['contracts', 'client'],
    packages: ['lit', 'lit/*'],
  },
  // Run by operators, in Node, against their own pages.
  { name: 'operator-check', folder: 'packages/operator/src/check', packages: ['node:*'] },
  { name: 'operator', folder: 'packages/operator/src', typesFrom: ['contracts'] },
  {
    name: 'admin',
    folder: 'packages/strapi-plugin/admin/src',
    layers: ['contracts'],
    packages: [
      '@strapi/strapi/admin',
      '@strapi/admin/*',
      '@strapi/design-system',
      '@strapi/icons',
      '@strapi/icons/*',
      'react',
      'react/*',
      'react-dom',
      'react-intl',
      'react-router-dom',
      'styled-components',
      'uqr',
    ],
  },
  { name: 'domain', folder: `${server}/domain`, layers: ['contracts'], packages: ['temporal-polyfill'] },
  {
    name: 'connectors',
    folder: `${server}/connectors`,
    layers: ['contracts', 'domain'],
    packages: ['*', '!@strapi/'],
  },
  ...ground.map((name) => ({
    name,
    folder: `${server}/${name}`,
    layers: ['contracts', 'domain', ...ground],
    // getService is typed by what the features declare.
    ...(name === 'strapi' && { typesFrom: ['features'] }),
    packages: ['*'],
  })),
  {
    name: 'features',
    folder: `${server}/features`,
    layers: ['contracts', 'domain', 'connectors', ...ground],
    packages: ['*'],
  },
  {
    name: 'server',
    folder: server,
    layers: ['contracts', 'domain', 'connectors', 'features', ...ground],
    packages: ['*'],
  },
];

/** What tests and stories may import anywhere, besides their layer's own; a story's or a test's page has no server. */
const testPackages = [
  'node:*',
  'fast-check',
  'jsdom',
  '@open-wc/testing',
  '@web/test-runner-commands',
  '@storybook/*',
  'axe-core',
  'lit',
  'lit/*',
  'zod',
];

const byPackageName = {
  '@guichet/contracts': 'contracts',
  '@guichet/client': 'client',
  '@guichet/widgets': 'widgets',
  '@guichet/operator': 'operator',
  'strapi-plugin-guichet': 'server',
};

const isTest = (file) => /\.(?:test|stories)\.tsx?$|\/testing\//.test(file);
const layerOf = (file) => layers.find(({ folder }) => file.startsWith(`${folder}/`));
const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const matches = (pattern, specifier) =>
  pattern.endsWith('*') ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern;

function mayUsePackage(patterns, specifier) {
  if (patterns.some((pattern) => pattern.startsWith('!') && specifier.startsWith(pattern.slice(1))))
    return false;
  return patterns.some((pattern) => matches(pattern, specifier));
}

/** The folder right under `features/` (or `connectors/`) that a file lives in. */
const unitOf = (folder, file) => file.slice(folder.length + 1).split('/')[0];

/**
 * @param file path from the repository's root, with `/`
 * @param specifier as the import writes it
 * @param isTypeOnly whether only types are imported
 * @returns why the import is not allowed, or undefined where it is
 */
export function refusal(file, specifier, isTypeOnly) {
  const from = layerOf(file);
  if (!from) return undefined;
  const isRelative = specifier.startsWith('.');
  const target = isRelative ? posix.join(posix.dirname(file), specifier) : undefined;
  const to = isRelative
    ? (layerOf(target) ?? { name: target })
    : layers.find(({ name }) => name === byPackageName[packageName(specifier)]);

  if (target === `${file.split('/').slice(0, 2).join('/')}/package.json`) return undefined;
  // Helpers that tests of several packages share.
  if (isTest(file) && target?.startsWith('test/')) return undefined;
  if (!to) {
    if (isTest(file) && mayUsePackage(testPackages, specifier)) return undefined;
    if (mayUsePackage(from.packages ?? [], specifier)) return undefined;
    return `${from.name} may not import the package ${specifier}`;
  }
  if (to === from) {
    if (!isRelative) return `${from.name} imports itself by a relative path, not as ${specifier}`;
    if (from.name === 'features' && unitOf(from.folder, target) !== unitOf(from.folder, file)) {
      return 'a feature may not import another feature: they meet through getService or the timeline';
    }
    return undefined;
  }
  if (isRelative && /\/src$/.test(to.folder ?? '') && !to.folder.startsWith(server)) {
    return `${to.name} is imported by its package name, not by a path`;
  }
  if (from.layers?.includes(to.name)) return undefined;
  if (from.typesFrom?.includes(to.name)) {
    return isTypeOnly ? undefined : `${from.name} may import only types from ${to.name}`;
  }
  return `${from.name} may not import ${to.name}`;
}
