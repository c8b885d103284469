/** An agent at the panel. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { at, password } from './demo.js';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** By address. Strapi lets one sign in five times in five minutes, and all journeys have the same agents. */
const sessions = new Map<string, Session>();

/** Opens a page of the plugin in a browser context of its own, signed in. */
export async function openDesk(browser: Browser, email: string, path = 'inbox'): Promise<Page> {
  const session = sessions.get(email);
  const office = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
    ...(session && { storageState: session }),
  });
  const desk = await office.newPage();
  const url = `${at('hosting')}/admin/plugins/guichet/${path}`;
  await desk.goto(url);
  if (session) return desk;
  await desk.getByLabel(/e-?mail/i).fill(email);
  await desk
    .getByLabel(/password|mot de passe/i)
    .first()
    .fill(password());
  await desk.getByRole('button', { name: /login|connexion|se connecter/i }).click();
  await desk.waitForURL((now) => !now.pathname.endsWith('/login'));
  sessions.set(email, await office.storageState());
  await desk.goto(url);
  return desk;
}
