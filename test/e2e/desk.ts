/** An agent at the panel. */
import type { Browser, Page } from '@playwright/test';
import { at, password } from './demo.js';

/** Signs in, in a browser context of its own, and opens a page of the plugin. */
export async function openDesk(browser: Browser, email: string, path = 'inbox'): Promise<Page> {
  const office = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  const desk = await office.newPage();
  const url = `${at('hosting')}/admin/plugins/guichet/${path}`;
  await desk.goto(url);
  await desk.getByLabel(/e-?mail/i).fill(email);
  await desk
    .getByLabel(/password|mot de passe/i)
    .first()
    .fill(password());
  await desk.getByRole('button', { name: /login|connexion|se connecter/i }).click();
  await desk.waitForURL((now) => !now.pathname.endsWith('/login'));
  await desk.goto(url);
  return desk;
}
