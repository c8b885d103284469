/** What residents write stays text in the panel, whose agents may do more than any visitor. */
import { expect, test } from '@playwright/test';
import { INBOX_PAGE_SIZE } from '@guichet/contracts/admin/inbox';
import type { NewRequestBody } from '@guichet/contracts/request';
import { IDEMPOTENCY_KEY, pathOf } from '@guichet/contracts/routes';
import { randomUUID } from 'node:crypto';
import { hostileTexts } from '../api/hostile-texts.js';
import { at } from './demo.js';
import { openDesk } from './desk.js';

async function send(text: string): Promise<string> {
  const body: NewRequestBody = {
    procedure: 'contact',
    nature: 'request',
    recipient: null,
    subject: text,
    message: hostileTexts.join('\n'),
    sender: {
      kind: 'individual',
      familyName: text,
      givenName: text,
      email: 'angela@example.org',
      onBehalfOf: { name: text, capacity: 'parent' },
      postalAddress: { lines: [text], postalCode: '28190', city: text, country: 'FR' },
    },
  };
  const reply = await fetch(at('hosting') + pathOf('requests', '28148'), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Origin: at('favril'),
      [IDEMPOTENCY_KEY]: randomUUID(),
    },
    body: JSON.stringify(body),
  });
  expect(reply.status, text).toBe(201);
  return ((await reply.json()) as { reference: string }).reference;
}

/** Enough of them, of each kind: a page a text takes its time. */
const OPENED_ONE_IN = 5;

test('an agent reads hostile texts as they were written', async ({ browser }) => {
  test.setTimeout(120_000);
  for (const text of hostileTexts) await send(text);

  // They come without a form token: sorted as suspect.
  const desk = await openDesk(browser, 'mahaut.belleverte@le-favril.example', 'inbox?box=suspects');
  const alarms: string[] = [];
  desk.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  desk.on('request', (request) => {
    if (new URL(request.url()).hostname === 'evil.example') alarms.push(request.url());
  });
  const expectText = async () =>
    expect(
      await desk
        .locator(':is(script, iframe, form[action], base, meta, math, img[src="x"])')
        .evaluateAll((elements) =>
          // The panel's own are in its head, or were loaded by the panel.
          elements.filter((one) => one.closest('main')).map((one) => one.outerHTML),
        ),
    ).toEqual([]);

  const link = (text: string) => desk.getByRole('link', { name: text, exact: true });
  await expect(link(hostileTexts.at(-1)!)).toBeVisible();
  await expectText();
  const list = desk.url();
  const newestFirst = hostileTexts.toReversed();
  for (let i = 0; i < newestFirst.length; i += OPENED_ONE_IN) {
    const text = newestFirst[i]!;
    await desk.goto(`${list}&page=${Math.floor(i / INBOX_PAGE_SIZE) + 1}`);
    await link(text).click();
    await expect(desk.getByRole('heading', { name: text, exact: true })).toBeVisible();
    for (const one of hostileTexts) await expect(desk.getByText(one).first()).toBeAttached();
    await expectText();
  }
  expect(alarms).toEqual([]);
});
