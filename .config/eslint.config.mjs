import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import { houseRules } from './eslint-house.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const typescript = ['**/*.{ts,tsx,mts}'];
/** ESLint's own rules that find what TypeScript does not. */
const suspicious = [
  'no-async-promise-executor',
  'no-cond-assign',
  'no-constant-condition',
  'no-control-regex',
  'no-debugger',
  'no-empty',
  'no-empty-character-class',
  'no-misleading-character-class',
  'no-regex-spaces',
  'no-self-assign',
  'no-self-compare',
  'no-unreachable-loop',
  'no-unsafe-finally',
  'no-useless-backreference',
  'no-useless-escape',
];
const tests = ['**/*.{test,stories}.{ts,tsx}', 'test/**/*.ts'];

/**
 * eslint-plugin-lit 2.3 counts the delimiters of a template's parts twice under ESLint 10, and may look for an
 * attribute past the end of the file. Where it gets lost it gives no opinion; axe looks at the same elements drawn.
 */
const unlost = (plugin) => ({
  ...plugin,
  rules: mapValues(plugin.rules, (rule) => ({
    ...rule,
    create: (context) =>
      mapValues(rule.create(context), (listener) => (node) => {
        try {
          listener(node);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
        }
      }),
  })),
});

const unsafe = ['argument', 'assignment', 'call', 'member-access', 'return'].map(
  (what) => `no-unsafe-${what}`,
);
const off = (...names) => Object.fromEntries(names.map((name) => [`@typescript-eslint/${name}`, 'off']));
const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
const within = (files, configs) => configs.map((config) => ({ ...config, files }));

export default tseslint.config(
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    ignores: [
      '**/node_modules/',
      '**/{dist,cdn,build,.cache,.tmp,.strapi,.demo,coverage,storybook-static,test-results}/',
      'examples/commune-sites/',
      // Templates: the file they become is linted by the scaffold's test.
      '.config/scaffold/',
    ],
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      ...Object.fromEntries(suspicious.map((rule) => [rule, 'error'])),
      // French has no-break spaces, before ; and : for a start.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
    },
  },
  within(typescript, tseslint.configs.strictTypeChecked),
  {
    files: typescript,
    languageOptions: {
      parserOptions: {
        // One program for all: half of what each tsconfig’s own would take, which know the same thousand types of Strapi.
        project: '.config/tsconfig.all.json',
        tsconfigRootDir: root,
      },
    },
    rules: {
      // noUncheckedIndexedAccess asks for it where an index is known to be within bounds.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What comes from the page, the database or Strapi is not always what its type says.
      ...off('no-unnecessary-condition', 'no-confusing-void-expression', 'no-unnecessary-type-parameters'),
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      ...off('no-misused-spread'),
      // There are no enums to assign (`erasableSyntaxOnly`), and looking for them is a third of all rules' time.
      ...off('no-unsafe-enum-assignment'),
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      // An interface may promise a Promise that one implementation has no need to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['packages/widgets/src/**/*.ts'],
    plugins: { lit: unlost(lit), 'lit-a11y': unlost(litA11y), wc },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      ...wc.configs['flat/best-practice'].rules,
    },
  },
  ...houseRules,
  {
    // React's hooks and react-intl hand out functions that need no `this`.
    files: ['packages/strapi-plugin/admin/**/*.{ts,tsx}'],
    rules: off('unbound-method'),
  },
  {
    // Seeds call Strapi's own services, which it types as any.
    files: ['examples/**/*.ts'],
    rules: off(...unsafe),
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
            // Its types say that chai's `equal` may be a promise: only snapshots, unused here, are.
            { from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' },
          ],
        },
      ],
      // What a test reads back from a server or a page is untyped until it is asserted.
      ...off(
        ...unsafe,
        'no-explicit-any',
        'restrict-plus-operands',
        'restrict-template-expressions',
        'unbound-method',
      ),
      // chai's assertions are properties.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.{mjs,js}'],
    rules: { 'no-undef': 'off', 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },
);
