/** What left by mail, as the demo's catcher shows it. */
import { expect } from '@playwright/test';
import { at } from './demo.js';

export interface Mail {
  subject: string;
  text: string;
  html: string;
  to: { address: string }[];
}

/** Waits until as many mails as that have come to an address; answers them, oldest first. */
export async function mailsTo(address: string, count = 1): Promise<Mail[]> {
  let mails: Mail[] = [];
  await expect
    .poll(
      async () => {
        const all = (await (await fetch(`${at('mail')}/api/email`)).json()) as Mail[];
        mails = all.filter(({ to }) => to.some((one) => one.address === address));
        return mails.length;
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(count);
  return mails;
}
