/** ARCHITECTURE.md, held. Each rule is first shown to fail on what breaks it, then applied to the repository. */
import { actionPermissions } from '@guichet/contracts/admin/inbox-actions';
import { permissionUid } from '@guichet/contracts/admin/permissions';
import { Linter } from 'eslint';
import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import tseslint from 'typescript-eslint';
import * as z from 'zod';
import { houseRules } from '../.config/eslint-house.mjs';
import { refusal } from '../.config/imports.mjs';
import type { Feature } from '../packages/strapi-plugin/server/src/strapi/feature.js';
import { foldersUnder, misplacedInFeature, missingInWidget, strangersAtTop } from './architecture/folders.js';
import { ungated, unbounded } from './architecture/routes.js';
import { importsOf, packagesReachableFrom, read, repositoryFiles, root } from './architecture/sources.js';

const files = repositoryFiles();
const sources = files.filter((file) => /^packages\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const server = 'packages/strapi-plugin/server/src';

/** The server's own tables, as Strapi and the edge get them, and what each feature hands over. */
async function tables() {
  const plugin = await import('../packages/strapi-plugin/server/src/index.js');
  const { parseConfig } = await import('../packages/strapi-plugin/server/src/strapi/config.js');
  const { rates } = parseConfig({
    publicUrl: 'http://localhost:1337',
    keys: [`a:${Buffer.alloc(32).toString('base64')}`],
    secret: Buffer.alloc(32).toString('base64'),
    mail: { from: 'guichet@example.org' },
  });
  const modules = await Promise.all(
    files
      .filter((file) => file.startsWith(`${server}/features/`) && file.endsWith('/feature.ts'))
      .map((file) => import(`../${file.replace(/\.ts$/, '.js')}`) as Promise<Record<string, Feature>>),
  );
  const features = modules.flatMap((module) => Object.values(module));
  return { ...plugin, features, rates: new Set(Object.keys(rates)) };
}

describe('who may import whom', () => {
  const refused: [why: string, file: string, specifier: string][] = [
    ['contracts stand at the bottom', 'packages/contracts/src/a.ts', '@guichet/client/page'],
    ['contracts import zod, nothing else', 'packages/contracts/src/a.ts', 'ky'],
    ['the client does not know the widgets', 'packages/client/src/a.ts', '@guichet/widgets/loader'],
    ['workspaces are imported by name', 'packages/client/src/a.ts', '../../contracts/src/request.js'],
    [
      'widgets stay out of the server',
      'packages/widgets/src/shared/a.ts',
      'strapi-plugin-guichet/strapi-server',
    ],
    ['widgets have no HTTP library of their own', 'packages/widgets/src/contact-form/a.ts', 'ky'],
    [
      'the admin stays out of the server',
      'packages/strapi-plugin/admin/src/a.ts',
      '../../server/src/index.js',
    ],
    ['the domain has no node', `${server}/domain/a.ts`, 'node:fs'],
    ['the domain has no Strapi', `${server}/domain/a.ts`, '@strapi/types'],
    ['the domain does not know the store', `${server}/domain/a.ts`, '../store/tables.js'],
    ['a connector never sees Strapi', `${server}/connectors/demo/a.ts`, '@strapi/strapi'],
    [
      'a connector does not know the features',
      `${server}/connectors/demo/a.ts`,
      '../../features/request/service.js',
    ],
    ['the edge does not know the features', `${server}/edge/a.ts`, '../features/request/routes.js'],
    ['features do not import each other', `${server}/features/inbox/a.ts`, '../request/service.js'],
    ['a browser test has no server', 'packages/widgets/src/a.test.ts', 'koa'],
  ];
  for (const [why, file, specifier] of refused) {
    it(`refuses: ${why}`, () => assert.ok(refusal(file, specifier, false)));
  }

  it('lets the operator take types from the contracts, and nothing that runs', () => {
    assert.equal(refusal('packages/operator/src/a.ts', '@guichet/contracts/request', true), undefined);
    assert.ok(refusal('packages/operator/src/a.ts', '@guichet/contracts/request', false));
  });

  it('sees every way to import', () => {
    const source = `import a from 'a'; import type { B } from 'b'; export * from 'c'; export type { D } from 'd';
      const e = import('e'); let f: import('f').F; import { type G } from 'g'; import 'h'; export { i } from 'i';`;
    const seen = importsOf(source).map(
      ({ specifier, isTypeOnly }) => specifier + (isTypeOnly ? ':type' : ''),
    );
    assert.deepEqual(
      seen,
      ['a', 'b:type', 'c', 'd:type', 'e', 'f:type', 'g', 'h', 'i'].sort(),
      seen.join(' '),
    );
  });

  it('holds in every source', () => {
    assert.ok(sources.length > 0);
    const wrong = sources.flatMap((file) =>
      importsOf(read(file)).flatMap(({ specifier, isTypeOnly }) => {
        const why = refusal(file, specifier, isTypeOnly);
        return why ? [`${file}: ${why}`] : [];
      }),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('what a page loads', () => {
  const isZod = (name: string) => /^zod(?:\/|$)/.test(name);

  it('is followed through workspaces and lazy imports', () => {
    const tree: Record<string, string> = {
      'packages/widgets/src/a.ts': `const b = import('@guichet/client/b'); import type { N } from 'never';`,
      'packages/client/src/b.ts': `import { c } from './c.js';`,
      'packages/client/src/c.ts': `import * as z from 'zod';`,
    };
    const found = packagesReachableFrom('packages/widgets/src/a.ts', (path) => tree[path]!);
    assert.deepEqual([...found], [['zod', Object.keys(tree)]]);
  });

  it('has no zod: the checkers validate there', () => {
    const widgets = sources.filter((file) =>
      /^packages\/widgets\/src\/.*(?<!\.test|\.stories)\.ts$/.test(file),
    );
    assert.ok(widgets.length > 0);
    for (const file of widgets) {
      for (const [name, chain] of packagesReachableFrom(file, read)) {
        assert.ok(!isZod(name), `${name} is reached by ${chain.join(' → ')}`);
      }
    }
  });
});

describe('what lint holds', () => {
  const linter = new Linter({ cwd: root });
  const lint = (file: string, code: string) =>
    linter
      .verify(code, [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...houseRules], {
        filename: join(root, file),
      })
      .map(({ ruleId, message }) => `${ruleId ?? 'error'}: ${message}`);

  const impure = [
    'export const now = Date.now();',
    'export const now = new Date();',
    'export const now = Temporal.Now.instant();',
    'export const id = Math.random();',
    'export const id = crypto.randomUUID();',
    'export const reply = fetch("https://example.org");',
    'export const key = process.env.KEY;',
    'setTimeout(() => {}, 1);',
    'import { readFileSync } from "node:fs"; readFileSync("a");',
  ];
  for (const code of impure) {
    it(`keeps the domain pure: ${code}`, () => assert.equal(lint(`${server}/domain/a.ts`, code).length, 1));
  }

  it('lets the domain count with dates that it is given', () => {
    assert.deepEqual(
      lint(`${server}/domain/a.ts`, 'export const d = (t: string) => new Date(t).getTime();'),
      [],
    );
  });

  const leaking = [
    'export const reply = fetch("/api");',
    'export const reply = window.fetch("/api");',
    'export const reply = new XMLHttpRequest();',
    'navigator.sendBeacon("/api");',
    'localStorage.setItem("draft", "");',
    'document.cookie = "a=b";',
  ];
  for (const code of leaking) {
    it(`keeps the widgets to the client, and nothing in the browser: ${code}`, () =>
      assert.equal(lint('packages/widgets/src/contact-form/a.ts', code).length, 1));
  }

  it('says the same of imports as this test', () => {
    const found = lint(`${server}/features/inbox/a.ts`, "export { a } from '../request/service.js';");
    assert.match(found.join(), /house\/import-directions/);
  });
});

describe('routes', () => {
  const gate = { name: 'admin::hasPermissions', config: { actions: ['plugin::guichet.inbox.read'] } };
  const declared = new Set(['plugin::guichet.inbox.read']);
  const admin = (policies: unknown[], auth?: boolean) =>
    ungated(
      { method: 'GET', path: '/inbox', config: { policies, ...(auth === undefined ? {} : { auth }) } },
      declared,
    );

  it('an admin route fails without a login, without a permission, with one that nobody declares', () => {
    assert.equal(admin(['admin::isAuthenticatedAdmin', gate]), undefined);
    assert.ok(ungated({ method: 'GET', path: '/inbox' }, declared));
    assert.ok(admin([gate]));
    assert.ok(admin(['admin::isAuthenticatedAdmin']));
    assert.ok(admin(['admin::isAuthenticatedAdmin', { ...gate, config: { actions: [] } }]));
    assert.ok(
      admin(['admin::isAuthenticatedAdmin', { ...gate, config: { actions: ['plugin::guichet.nothing'] } }]),
    );
    assert.ok(admin(['admin::isAuthenticatedAdmin', gate], false));
  });

  it('a public route fails without its size limit, its rate limit or its schema', () => {
    const rates = new Set(['read']);
    const good = { method: 'POST', path: '/a', limit: 65_536, rate: 'read', schema: z.strictObject({}) };
    assert.equal(unbounded(good, rates), undefined);
    assert.ok(unbounded({ ...good, limit: undefined }, rates));
    assert.ok(unbounded({ ...good, limit: 0 }, rates));
    assert.ok(unbounded({ ...good, limit: 65_537 }, rates));
    assert.equal(unbounded({ ...good, limit: 131_072, body: 'form' }, rates), undefined);
    assert.ok(unbounded({ ...good, limit: 131_073, body: 'form' }, rates));
    assert.ok(unbounded({ ...good, rate: 'none' }, rates));
    assert.ok(unbounded({ ...good, schema: undefined }, rates));
  });

  it('every admin route is gated by a permission that a feature declares', async () => {
    const { adminRoutes, features } = await tables();
    assert.ok(adminRoutes.length > 0);
    const declared = features.flatMap(({ permissions }) => permissions ?? []);
    const actions = new Set(declared.map(({ uid }) => `plugin::guichet.${uid}`));
    assert.deepEqual(
      adminRoutes.flatMap((route) => ungated(route, actions) ?? []),
      [],
    );
  });

  it('every permission that a feature declares opens something', async () => {
    const { adminRoutes, features } = await tables();
    // The inbox's actions share a route, which asks for the permission of each.
    const acting = Object.values(actionPermissions).map(permissionUid);
    const used = JSON.stringify([adminRoutes.map(({ config }) => config), acting]);
    const declared = features.flatMap(({ permissions }) => permissions ?? []);
    assert.deepEqual(
      declared.filter(({ uid }) => !used.includes(`"plugin::guichet.${uid}"`)),
      [],
    );
  });

  it('the tables hold every route of every feature, and Strapi’s router gets the gated ones only', async () => {
    const { adminRoutes, publicRoutes, features, ...plugin } = await tables();
    for (const feature of features) {
      for (const route of feature.publicRoutes ?? []) assert.ok(publicRoutes.includes(route), route.path);
      for (const route of feature.adminRoutes ?? []) assert.ok(adminRoutes.includes(route), route.path);
    }
    const { routes } = plugin.default;
    assert.deepEqual(Object.keys(routes), ['admin']);
    assert.equal(routes.admin.type, 'admin');
    assert.equal(routes.admin.routes, adminRoutes);
  });

  it('every public route has a size limit, a rate limit and a schema', async () => {
    const { publicRoutes, rates } = await tables();
    assert.ok(publicRoutes.length > 0);
    assert.deepEqual(
      publicRoutes.flatMap((route) => unbounded(route, rates) ?? []),
      [],
    );
  });
});

describe('markup', () => {
  /** Ways by which a text becomes markup; Lit's and React's own templates, and the pages' `markup`, escape. */
  const ways =
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|unsafe(?:HTML|SVG|MathML|Static)\b|unsafeCSS|srcdoc|document\.write|DOMParser|createContextualFragment|setHTML/;

  it('is seen wherever a text could become it', () => {
    const making = [
      '<p dangerouslySetInnerHTML={{ __html: text }} />',
      'place.innerHTML = text;',
      'place.outerHTML += text;',
      "place.insertAdjacentHTML('beforeend', text);",
      'html`${unsafeHTML(text)}`',
      'frame.srcdoc = text;',
    ];
    for (const code of making) assert.match(code, ways);
    assert.doesNotMatch('new Blob([page.outerHTML])', ways);
  });

  it('is never made of a text, in what browsers run', () => {
    const shown = sources.filter(
      (file) =>
        /^packages\/(?:widgets\/src|strapi-plugin\/admin\/src)\//.test(file) &&
        !/\.(?:test|stories)\./.test(file),
    );
    assert.ok(
      shown.some((file) => file.endsWith('.tsx')) && shown.some((file) => file.includes('/widgets/')),
    );
    assert.deepEqual(
      shown.filter((file) => ways.test(read(file))),
      [],
    );
  });
});

describe('folders', () => {
  it('fail where a part is missing', () => {
    assert.deepEqual(
      missingInWidget('a', ['a.ts', 'a.controller.ts', 'a.styles.ts', 'a.messages.ts', 'a.events.ts']),
      ['a.test.ts', 'a.stories.ts'],
    );
    const feature = "import { r } from './routes.js'; export const a = { publicRoutes: r, services: {} };";
    assert.deepEqual(misplacedInFeature(['routes.ts'], undefined), ['feature.ts']);
    assert.deepEqual(misplacedInFeature(['feature.ts', 'routes.ts'], feature), ['services from service.ts']);
    assert.deepEqual(misplacedInFeature(['feature.ts'], feature), []);
    assert.deepEqual(strangersAtTop(['docs/a.md', 'a.txt', '.config/a', 'packages/a']), ['docs', 'a.txt']);
    assert.deepEqual(
      [...foldersUnder('a', ['a/b/c.ts', 'a/b/d/e.ts', 'a/f.ts', 'g/h/i.ts'])],
      [['b', ['c.ts', 'd/e.ts']]],
    );
  });

  it('every widget has its parts, a test and a story among them', () => {
    const widgets = foldersUnder('packages/widgets/src', files);
    widgets.delete('shared');
    assert.ok(widgets.size > 0);
    for (const [name, own] of widgets) assert.deepEqual(missingInWidget(name, own), [], name);
  });

  it('every feature has Strapi’s words', () => {
    const features = foldersUnder(`${server}/features`, files);
    assert.ok(features.size > 0);
    for (const [name, own] of features) {
      const feature = own.includes('feature.ts') ? read(`${server}/features/${name}/feature.ts`) : undefined;
      assert.deepEqual(misplacedInFeature(own, feature), [], name);
    }
  });

  it('the top level is the one that was agreed', () => {
    assert.deepEqual(strangersAtTop(files), []);
  });
});

describe('the repository', () => {
  /** Paths that mean something on the machine of who wrote them only. */
  const machine = [root, homedir()].map((path) => `${path}/`).filter((path) => path.length > 2);
  const namesMachine = (text: string) => machine.some((path) => text.includes(path));

  it('names no path of this machine', () => {
    assert.ok(namesMachine(`import '${root}/packages/a.js'`));
    const texts = files.filter((file) => !/\.(?:png|jpe?g|webp|woff2?|ico|pdf)$/.test(file));
    assert.deepEqual(
      texts.filter((file) => namesMachine(read(file))),
      [],
    );
  });

  it('names no registry in its lockfile: whoever installs chooses theirs', () => {
    const resolvesElsewhere = (lockfile: string) => /"resolved": "https?:/.test(lockfile);
    assert.ok(resolvesElsewhere('"resolved": "https://registry.example/a.tgz"'));
    assert.ok(!resolvesElsewhere(read('package-lock.json')));
  });
});
