/** Runs `npm start`'s own script on free ports and a folder of its own, before the first journey; ends it after. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../postgres.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = ['HOSTING', 'FAVRIL', 'TRILPORT', 'MAIL', 'SMTP'] as const;
type Place = Lowercase<(typeof names)[number]>;

/** @returns the origin of one part of the running demo */
export function at(place: Place, host = 'localhost'): string {
  return `http://${host}:${process.env[`E2E_${place.toUpperCase()}`]}`;
}

/** The password of the demo's agents. */
export function password(): string {
  const file = join(process.env['E2E_FOLDER']!, 'secrets.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)['GUICHET_DEMO_PASSWORD']!;
}

export default async function startDemo(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-e2e-'));
  process.env['E2E_FOLDER'] = folder;
  for (const name of names) process.env[`E2E_${name}`] = String(await freePort());
  const { E2E_HOSTING, E2E_FAVRIL, E2E_TRILPORT, E2E_MAIL, E2E_SMTP } = process.env;
  const demo = spawn(process.execPath, [join(root, 'examples/start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // All journeys come from one network.
      GUICHET_SENDS: '1000',
      GUICHET_DEMO_FOLDER: folder,
      GUICHET_PORT: E2E_HOSTING,
      GUICHET_FAVRIL_PORT: E2E_FAVRIL,
      GUICHET_TRILPORT_PORT: E2E_TRILPORT,
      GUICHET_MAIL_PORT: E2E_MAIL,
      GUICHET_SMTP_PORT: E2E_SMTP,
    },
  });
  let said = '';
  const ended = new Promise<void>((resolve) => demo.on('close', () => resolve()));
  await new Promise<void>((open, fail) => {
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes('Guichet est ouvert')) open();
    };
    demo.stdout.on('data', hear);
    demo.stderr.on('data', hear);
    demo.on('close', (status) => fail(new Error(`npm start ended (${status}):\n${said}`)));
  });
  return async () => {
    demo.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
