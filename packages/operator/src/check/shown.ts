/** What is seen of the page: outside of a frame, in one, in another look, as its content grows. */
import { becomes, frameIn, pause, type Say } from './asking.js';
import type { Tab } from './tab.js';

export const first = {
  accent: 'rgb(180,0,90)',
  'on-accent': 'rgb(255,255,255)',
  background: 'rgb(255,255,255)',
  text: 'rgb(0,0,0)',
  radius: '0px',
  'font-size': '16px',
  scheme: 'light',
  motion: 'full',
};
export const second = {
  ...first,
  accent: 'rgb(0,90,40)',
  radius: '9px',
  text: 'rgb(30,20,60)',
  background: 'rgb(250,250,240)',
};

export const shown = `document.body.innerText.trim().length > 0 && getComputedStyle(document.body).visibility !== 'hidden'`;
export const worn = (name: string) =>
  `getComputedStyle(document.documentElement).getPropertyValue('--guichet-${name}')`;

export async function outside(tab: Tab, url: string, origin: string, say: Say): Promise<void> {
  tab.errors.length = 0;
  await tab.go(url);
  const isShown = await becomes(() => tab.run(origin, shown));
  const isPlain = !(await tab.run(origin, `document.documentElement.hasAttribute('data-guichet')`));
  const isFine = isShown && isPlain && tab.errors.length === 0;
  say(
    'outside a frame',
    isFine,
    'it is a page like any other',
    `it is not as it was: ${tab.errors[0] ?? (isShown ? 'it dresses for a frame' : 'nothing is shown')}`,
  );
}

export async function unspoken(tab: Tab, url: string, origin: string, page: string, say: Say): Promise<void> {
  await frameIn(tab, url, origin, page, false);
  const isShown = await becomes(() => tab.run(origin, `innerWidth > 0 && parent !== window && ${shown}`));
  await pause(300);
  const isFine = isShown && tab.errors.length === 0;
  say(
    'nobody speaks',
    isFine,
    'it is shown all the same',
    `framed by a page that says nothing it fails: ${tab.errors[0] ?? 'nothing is shown'}`,
  );
}

/** Every colour and radius that the page shows. */
const drawn = `[...document.querySelectorAll('body, body *')].slice(0, 3000).map((element) => {
  const { color, backgroundColor, borderTopColor, borderTopLeftRadius, outlineColor } = getComputedStyle(element);
  return [color, backgroundColor, borderTopColor, borderTopLeftRadius, outlineColor].join();
}).join('\\n')`;

export async function look(tab: Tab, origin: string, page: string, say: Say): Promise<void> {
  const wear = async (look: typeof first) => {
    await tab.run(page, `guichet.say(${JSON.stringify({ type: 'look', look })})`);
    const isWorn = await becomes(async () => (await tab.run(origin, worn('accent'))) === look.accent);
    // Where colours fade from one to the other.
    await pause(600);
    return isWorn;
  };
  await wear(first);
  const before = await tab.run(origin, drawn);
  const isWorn = await wear(second);
  say(
    'look',
    isWorn,
    'is followed as it changes',
    '--guichet-accent of the document must be the one of the last look message',
  );
  if (isWorn)
    say(
      'style sheet',
      (await tab.run(origin, drawn)) !== before,
      'uses it',
      'nothing that is shown uses the --guichet-… properties: the page keeps its own look',
    );
}

export async function height(tab: Tab, origin: string, page: string, say: Say): Promise<void> {
  const isFitting = (more = 0) =>
    becomes(async () => {
      const [content, frame] = (await Promise.all([
        tab.run(origin, 'Math.ceil(document.documentElement.getBoundingClientRect().height)'),
        tab.run(page, 'guichet.heightOf()'),
      ])) as [number, number];
      return Math.abs(content - frame) <= 2 && content >= more;
    });
  const count = async () =>
    (await tab.run(page, `guichet.heard.filter(({ type }) => type === 'height').length`)) as number;
  say(
    'height',
    await isFitting(),
    'is told',
    'is not told, or is not the content’s: report documentElement’s own',
  );
  await tab.run(
    origin,
    `document.body.append(Object.assign(document.createElement('div'), { id: 'guichet-check', style: 'height:1777px' })); true`,
  );
  const isGrown = await isFitting(1777);
  await tab.run(origin, `document.getElementById('guichet-check').remove()`);
  const isShrunk = await becomes(async () => ((await tab.run(page, 'guichet.heightOf()')) as number) < 1777);
  say(
    'height follows',
    isGrown && isShrunk,
    'what opens and closes',
    `does not ${isGrown ? 'shrink with' : 'grow with'} the content: no height: 100vh or 100% on html, body or a wrapper in a frame`,
  );
  await pause(500);
  const before = await count();
  await pause(1000);
  say(
    'height rests',
    (await count()) === before,
    'once nothing changes',
    'keeps changing by itself: something is as high as the window and a margin more',
  );
}
