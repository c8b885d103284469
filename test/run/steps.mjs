/**
 * What `npm test` runs, in order. A step is a list of commands; `runner` says how its tests are counted, `needs` the
 * steps whose failure leaves it nothing to look at, `after` those that must have ended, `cores` how many it keeps busy:
 * all of them where it is not said (`lanes.mjs`).
 *
 * @typedef {{ name: string, needs?: string[], after?: string[], cores?: number, runner: 'check' | 'node' | 'browser' | 'playwright',
 *   commands: { command: string, args: string[], cwd?: string, env?: Record<string, string>, seconds?: number }[] }} Step
 */
import { globSync } from 'node:fs';
import { root } from '../../.config/bootstrap.mjs';

const tool = (command, args, options = {}) => ({ command, args, ...options });
const tsc = (project) => tool('tsc', ['--noEmit', '--project', project]);

/** `flags`: of `node --test`; two files at once where they say nothing else. */
const nodeTests = (patterns, { flags = ['--test-concurrency=2'], ...options } = {}) =>
  tool(
    process.execPath,
    [
      '--import=./.config/typescript.mjs',
      '--conditions=@guichet/source',
      '--test',
      '--test-reporter=spec',
      ...flags,
      ...patterns,
    ],
    options,
  );

/** One page at a time. */
const widgetsIn = (browser) => ({
  name: browser,
  runner: 'browser',
  cores: 1,
  commands: [
    tool('wtr', ['--config', '.config/web-test-runner.mjs'], { env: { GUICHET_BROWSERS: browser } }),
  ],
});

/** Each module that a package offers by `./*`: are-the-types-wrong cannot list them by itself. */
const modulesOf = (path) =>
  path.endsWith('/operator')
    ? ['.', 'script']
    : globSync('**/*.ts', { cwd: `${root}/${path}/src` })
        .filter((file) => !/\.(?:test|stories)\.ts$|(?:^|\/)testing\//.test(file))
        .map((file) => file.replace(/\.ts$/, ''));

const esmPackages = ['packages/contracts', 'packages/client', 'packages/widgets', 'packages/operator'];
/** All of it in one program, tests included, is the lint's. */
const projects = globSync('packages/strapi-plugin/{server,admin}/tsconfig.json', { cwd: root });

/** @type {Step[]} */
export const steps = [
  { name: 'types', runner: 'check', cores: 1, commands: [tool('tsc', ['-b']), ...projects.sort().map(tsc)] },
  {
    name: 'lint',
    runner: 'check',
    cores: 1,
    commands: [
      tool(process.execPath, ['.config/lint.mjs']),
      tool('prettier', ['--check', '--log-level=warn', '.']),
    ],
  },
  { name: 'architecture', runner: 'node', cores: 1, commands: [nodeTests(['test/architecture.test.ts'])] },
  {
    name: 'knip',
    runner: 'check',
    cores: 1,
    commands: [tool('knip', ['--config', '.config/knip.mjs', '--no-progress'])],
  },
  {
    name: 'unit',
    runner: 'node',
    cores: 1,
    commands: [
      nodeTests(
        [
          'packages/{contracts,client,operator}/src/**/*.test.ts',
          'packages/strapi-plugin/{server,admin}/src/**/*.test.ts',
          'test/run/*.test.ts',
        ],
        { flags: ['--test-isolation=none'] },
      ),
    ],
  },
  // Both write the packages' types.
  {
    name: 'build',
    runner: 'check',
    // Its longest part, Strapi's panel, keeps one busy.
    cores: 1,
    after: ['types'],
    commands: [tool(process.execPath, ['.config/build.mjs'])],
  },
  // The longest first, so that no core waits for another at the end.
  // Strapi takes longer to load than to boot, so files share a process; a booted one is a global of it, and wants a core.
  ...[1, 2].map((shard) => ({
    name: `api-${shard}`,
    runner: 'node',
    cores: 1,
    needs: ['build'],
    commands: [
      nodeTests(['test/api/**/*.test.ts'], {
        flags: ['--test-isolation=none', `--test-shard=${shard}/2`],
        seconds: 1200,
      }),
    ],
  })),
  {
    name: 'resilience',
    runner: 'node',
    // Boots, one after another: side by side with a browser that waits for a page.
    cores: 1,
    needs: ['build'],
    commands: [
      nodeTests(['test/resilience/**/*.test.ts'], { flags: ['--test-isolation=none'], seconds: 900 }),
    ],
  },
  {
    name: 'e2e',
    runner: 'playwright',
    cores: 1,
    needs: ['build'],
    commands: [tool('playwright', ['test', '--config', 'test/e2e/playwright.config.ts'], { seconds: 900 })],
  },
  widgetsIn('firefox'),
  widgetsIn('chromium'),
  {
    name: 'storybook',
    runner: 'check',
    cores: 1,
    after: ['build'],
    commands: [
      tool('storybook', [
        'build',
        '--config-dir',
        '.storybook',
        '--output-dir',
        '.cache/storybook',
        '--quiet',
      ]),
    ],
  },
  {
    name: 'stories',
    runner: 'node',
    // Axe is the work of one thread.
    cores: 1,
    needs: ['storybook'],
    commands: [
      nodeTests(['test/stories/*.test.ts', 'test/guides/*.test.ts'], { flags: ['--test-concurrency=1'] }),
    ],
  },
  widgetsIn('webkit'),
  {
    name: 'packages',
    runner: 'check',
    cores: 1,
    needs: ['build'],
    commands: [
      ...[...esmPackages, 'packages/strapi-plugin'].map((path) => tool('publint', [path, '--strict'])),
      ...esmPackages.map((path) =>
        tool('attw', ['--pack', path, '--profile', 'esm-only', '--entrypoints', ...modulesOf(path)]),
      ),
      tool('attw', ['--pack', 'packages/strapi-plugin', '--profile', 'node16']),
    ],
  },
  { name: 'scaffold', runner: 'node', cores: 1, commands: [nodeTests(['.config/scaffold/*.test.ts'])] },
  {
    name: 'size',
    runner: 'check',
    cores: 1,
    needs: ['build'],
    commands: [tool('size-limit', ['--config', '.config/size-limit.mjs'])],
  },
];
