/** What the page says, to whom, and whom it believes. */
import { becomes, frameIn, pause, STRANGER, type Say } from './asking.js';
import type { Harness } from './harness.js';
import { first, worn } from './shown.js';
import type { Tab } from './tab.js';

export async function handshake(
  tab: Tab,
  url: string,
  origin: string,
  page: string,
  say: Say,
): Promise<boolean> {
  await frameIn(tab, url, origin, page, true);
  const isGreeted = await becomes(() => tab.run(page, 'guichet.hello !== null'), 10);
  say(
    'hello',
    isGreeted,
    'came',
    `did not come within ten seconds: load operator.js in every page, and let no policy stop it${tab.errors[0] ? ` (${tab.errors[0]})` : ''}`,
  );
  if (!isGreeted) return false;
  const { versions, nonce } = (await tab.run(page, 'guichet.hello')) as NonNullable<Harness['hello']>;
  const isSpoken = Array.isArray(versions) && versions.includes(1);
  say('versions', isSpoken, 'guichet-frame/1 is spoken', 'hello must list version 1 among its versions');
  say(
    'nonce',
    typeof nonce === 'string' && /^[\w-]{16,64}$/.test(nonce),
    'is as it must be',
    'hello needs a nonce of 16 to 64 letters, digits, _ or -, drawn anew in each document',
  );

  await tab.run(page, `guichet.welcome({ version: 99 }, 'a version that it does not speak')`);
  await tab.run(page, `guichet.welcome({ nonce: 'somebody-elses-nonce-0' }, 'a nonce that is not its own')`);
  await tab.run(page, `guichet.welcome({ protocol: 'other-frame' }, 'another protocol')`);
  await fromStranger(tab, page, String(nonce));
  await pause(500);
  const fooled = (await tab.run(page, 'guichet.fooled')) as string[];
  say(
    'origins',
    fooled.length === 0,
    'nobody but the page is heard',
    `it took a welcome with ${fooled.join(', ')}: check event.source, event.origin, version and nonce`,
  );

  await tab.run(page, 'guichet.accept()');
  const isReady = await becomes(() =>
    tab.run(
      page,
      `guichet.heard[0]?.type === 'ready' && guichet.heard[0].nonce === 'guichet-check-0123456789'`,
    ),
  );
  say(
    'handshake',
    isReady,
    'is complete, third-party cookies refused',
    'its first message over the port must be { type: "ready", nonce: the page’s pageNonce }',
  );
  return isReady;
}

/** A sibling frame of another origin, which knows the nonce, welcomes before the page does. */
async function fromStranger(tab: Tab, page: string, nonce: string): Promise<void> {
  await tab.run(
    page,
    `document.body.append(Object.assign(document.createElement('iframe'), { src: '${STRANGER}/' }))`,
  );
  const welcome = {
    protocol: 'guichet-frame',
    type: 'welcome',
    version: 1,
    nonce,
    pageNonce: 'x'.repeat(20),
  };
  await becomes(() =>
    tab.run(
      STRANGER,
      `new Promise((resolve) => { const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => top.postMessage('fooled', '*');
        parent.frames[0].postMessage(${JSON.stringify(welcome)}, '*', [port2]); resolve(true); })`,
    ),
  );
  await tab.run(
    page,
    `addEventListener('message', ({ data }) => data === 'fooled' && guichet.fooled.push('another window as its sender')); true`,
  );
}

export async function messages(tab: Tab, origin: string, page: string, say: Say): Promise<void> {
  tab.errors.length = 0;
  const odd = [
    null,
    0,
    'look',
    [],
    {},
    { type: 'unheard-of' },
    { type: 'look' },
    { type: 'look', look: 7 },
    { type: 'prefill', prefill: [] },
  ];
  for (const message of odd) await tab.run(page, `guichet.say(${JSON.stringify(message)})`);
  const look = { ...first, 'not-yet-known': '1px', background: 'url(https://evil.example/)' };
  await tab.run(page, `guichet.say(${JSON.stringify({ type: 'look', look, more: true })})`);
  const isAlive = await becomes(async () => (await tab.run(origin, worn('accent'))) === first.accent);
  const isFine = isAlive && tab.errors.length === 0;
  say(
    'unknown messages',
    isFine,
    'and members are ignored',
    `it stops at what it does not know: ${tab.errors[0] ?? 'a look after it is not worn'}`,
  );
  const called = String(await tab.run(origin, worn('background'))).includes('url');
  say(
    'values',
    !called,
    'that are no colour are left out',
    'a look with url() is worn: let only rgb(), names and numbers through',
  );
  const heard = (await tab.run(page, 'guichet.heard')) as { type: string }[];
  say(
    'steps',
    heard.some(({ type }) => type === 'step'),
    'are told',
    'none is told: give each page data-guichet-step="1/3 Title", where there are several',
    'note',
  );
}

export async function ending(tab: Tab, url: string, origin: string, page: string, say: Say): Promise<void> {
  await frameIn(tab, url, origin, page, true);
  const isTold =
    (await becomes(() => tab.run(page, 'guichet.hello !== null'), 10)) &&
    (await tab.run(page, 'guichet.accept(), true')) === true &&
    (await becomes(() =>
      tab.run(
        page,
        `guichet.heard.some(({ type, reference }) => type === 'submitted' && typeof reference === 'string' && reference.length > 0 && reference.length <= 100)`,
      ),
    ));
  say(
    'submitted',
    isTold,
    'is told, with a reference',
    'is not told: data-guichet-submitted="your reference" on the page that says so',
  );
}
