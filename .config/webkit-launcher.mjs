/**
 * WebKit for Web Test Runner: WebKitGTK's MiniBrowser, driven through WebKitWebDriver, on a screen of its own (Xvfb).
 * Both processes live as long as the launcher.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { webdriverLauncher } from '@web/test-runner-webdriver';

/** @returns the path of WebKitGTK's own browser, or undefined where the distribution's package is missing */
export const miniBrowser = () => globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')[0];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Xvfb chooses a free display by itself and writes its number on descriptor 3. */
async function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await Promise.race([
    once(screen.stdio[3], 'data'),
    once(screen, 'exit').then(() => {
      throw new Error('Xvfb ended before it gave a display');
    }),
  ]);
  return { screen, display: `:${String(number).trim()}` };
}

async function untilReady(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const reply = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (reply?.ok) return;
    await wait(100);
  }
  throw new Error('WebKitWebDriver did not answer within ten seconds');
}

/** @returns a launcher for the `browsers` of a Web Test Runner configuration */
export async function webkitLauncher() {
  const port = await freePort();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    },
  });
  const children = [];
  const kill = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (config) => {
    const { screen, display } = await startScreen();
    children.push(screen);
    const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        GDK_BACKEND: 'x11',
        NO_AT_BRIDGE: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    });
    children.push(driver);
    process.once('exit', kill);
    await untilReady(port);
    await initialize(config);
    launcher.name = 'WebKit';
  };
  // All the keys of a word in one command lose some of them on a busy machine.
  const sendKeys = launcher.sendKeys.bind(launcher);
  launcher.sendKeys = async (session, keys) => {
    for (const key of keys) await sendKeys(session, [key]);
  };
  const stop = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await stop();
    kill();
  };
  return launcher;
}
