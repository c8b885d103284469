/** axe, run in the page that is judged. Its own driver opens a page beside it for each judgement, which takes ten times as long. */
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import axe from 'axe-core';

/** @param within selector of what is judged: the whole page where absent; shadow roots are looked into */
export async function violations(
  page: Page,
  { within = 'html', ...options }: RunOptions & { within?: string } = {},
): Promise<AxeResults['violations']> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, chosen]) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      // A colour on its way to another has no contrast to judge. What goes on for ever, as a spinner does, has no end.
      for (const one of document.getAnimations())
        if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
      return (await here.run(selector, { ...chosen, resultTypes: ['violations'] })).violations;
    },
    [within, options] as const,
  );
}
