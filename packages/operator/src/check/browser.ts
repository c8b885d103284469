/** A Chromium, driven by its own protocol: what a page does in a frame, no other program can tell. No dependency. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Wire } from './wire.js';

/** Where Chromium and Chrome are installed. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns the path of an installed Chromium, Chrome or Edge */
export const installedBrowser = (): string | undefined => places.find((path) => existsSync(path));

export interface Browser {
  readonly wire: Wire;
  close(): Promise<void>;
}

/** The address that it listens at, which it writes when it is there. */
async function addressOf(child: ChildProcess): Promise<string> {
  let written = '';
  for await (const chunk of child.stderr!) {
    written += String(chunk);
    const address = /DevTools listening on (ws:\S+)/.exec(written)?.[1];
    if (address) return address;
  }
  throw new Error(`The browser ended at once:\n${written}`);
}

/** Starts it without a window, with a profile of its own. */
export async function openBrowser(executable: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'guichet-check-'));
  const child = spawn(
    executable,
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page that is being developed on this machine is asked for permission otherwise.
      '--disable-features=LocalNetworkAccessChecks',
      // Chromium refuses its sandbox to root, in containers above all.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'close');
  const close = async () => {
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const wire = await Wire.open(await addressOf(child));
    child.stderr.resume();
    return { wire, close };
  } catch (error) {
    await close();
    throw error;
  }
}
