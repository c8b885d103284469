/** The house's own lint rules: import directions, a pure domain, widgets that reach the network by the client only. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refusal } from './imports.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const specifierIsType = ({ importKind, exportKind }) => importKind === 'type' || exportKind === 'type';

/** @type {import('eslint').Rule.RuleModule} */
const importDirections = {
  meta: { type: 'problem', schema: [], docs: { description: 'Who may import whom (ARCHITECTURE.md)' } },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/');
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const isTypeOnly =
        specifierIsType(node) ||
        node.type === 'TSImportType' ||
        (node.specifiers?.length > 0 && node.specifiers.every(specifierIsType));
      const message = refusal(file, node.source.value, isTypeOnly);
      if (message) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

const house = { rules: { 'import-directions': importDirections } };

const clock = 'the day and the hour are arguments of the domain';
const randomness = 'ids and randomness are arguments of the domain';
const world = 'the domain does no input or output';
const network = 'widgets reach the network through @guichet/client only';

const member = (object, property) => `MemberExpression[object.name='${object}'][property.name='${property}']`;

/**
 * Configurations that need no type information: tests run them on fixtures.
 *
 * @type {import('eslint').Linter.Config[]}
 */
export const houseRules = [
  {
    files: ['packages/**/*.{ts,tsx}'],
    plugins: { house },
    rules: { 'house/import-directions': 'error' },
  },
  {
    files: ['packages/strapi-plugin/server/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['crypto', 'performance'].map((name) => ({
          name,
          message: name === 'crypto' ? randomness : clock,
        })),
        ...['fetch', 'process', 'console', 'setTimeout', 'setInterval', 'queueMicrotask', 'globalThis'].map(
          (name) => ({
            name,
            message: world,
          }),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
        { selector: "CallExpression[callee.name='Date']", message: clock },
        { selector: member('Date', 'now'), message: clock },
        { selector: member('Temporal', 'Now'), message: clock },
        { selector: member('Math', 'random'), message: randomness },
        { selector: 'ImportExpression', message: world },
        { selector: 'AwaitExpression', message: world },
      ],
    },
  },
  {
    files: ['packages/widgets/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.stories.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
          name,
          message: network,
        })),
        // RGPD and product.md: no storage by default.
        ...['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map((name) => ({
          name,
          message: 'nothing is kept in the browser: computers are shared',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[property.name='sendBeacon']", message: network },
        { selector: "MemberExpression[property.name='fetch']", message: network },
        {
          selector: 'MemberExpression[property.name=/^(localStorage|sessionStorage|cookie)$/]',
          message: 'nothing is kept in the browser: computers are shared',
        },
      ],
    },
  },
];
