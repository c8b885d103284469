/**
 * Widgets' tests in real browsers. Chromium by default; `GUICHET_BROWSERS=chromium,firefox,webkit` names others.
 * The distribution's browsers are used: no tool downloads one of its own.
 */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { fileURLToPath } from 'node:url';
import { webkitLauncher } from './webkit-launcher.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/** Also for Playwright: no sandbox in a container, and nothing that calls home. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A tab for each file: one that is shared holds fifty places of all of them, and « back » may then leave the page. */
function inFreshTabs(launcher) {
  const stop = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const result = await stop(id);
    await launcher.inactivePages.pop()?.puppeteerPage.close();
    return result;
  };
  return launcher;
}

// Cookies of third parties are refused by all three: by WebKit as it comes.
const launchers = {
  chromium: () =>
    inFreshTabs(
      chromeLauncher({
        launchOptions: {
          executablePath: '/usr/bin/chromium',
          args: [...chromiumFlags, '--test-third-party-cookie-phaseout'],
        },
      }),
    ),
  firefox: () =>
    puppeteerLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath: '/usr/bin/firefox-esr',
        extraPrefsFirefox: { 'network.cookie.cookieBehavior': 1 },
      },
      concurrency: 1,
      // Firefox says `:focus` of no element in a tab that is behind another.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        await page.bringToFront();
        return page;
      },
    }),
  webkit: webkitLauncher,
};

const chosen = (process.env.GUICHET_BROWSERS ?? 'chromium').split(',');

export default {
  rootDir,
  files: ['packages/widgets/src/**/*.test.ts'],
  nodeResolve: { exportConditions: ['@guichet/source', 'browser'] },
  browsers: await Promise.all(chosen.map((name) => launchers[name]())),
  // One page at a time where the focus belongs to one window.
  ...(chosen.every((name) => name === 'chromium') ? {} : { concurrency: 1 }),
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 10_000 } },
  middleware: [
    // Pages of a téléprocédure's operator that refuse frames; the others of its tests are plain files, read by the
    // loopback's other name, which is another origin.
    (context, next) => {
      if ('refuse-frames' in context.query) context.set('X-Frame-Options', 'DENY');
      return next();
    },
    // Its session in a cookie, `plain` or `partitioned`; what needs it and does not have it leads to a login.
    (context, next) => {
      const { gives, needs } = context.query;
      if (needs && !context.cookies.get(`session-${needs}`))
        return context.redirect(`${context.path}?refuse-frames`);
      if (gives) {
        const kind = gives === 'partitioned' ? '; Partitioned' : '';
        context.append('Set-Cookie', `session-${gives}=1; Path=/; Secure; HttpOnly; SameSite=None${kind}`);
      }
      return next();
    },
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.base.json', import.meta.url)),
    }),
  ],
};
