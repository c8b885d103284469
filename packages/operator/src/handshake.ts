/** The operator's side of `guichet-frame/1` (PROTOCOL.md), without anything to configure. */
import { wear } from './look.js';
import {
  lookOf,
  membersOf,
  prefillOf,
  PROTOCOL,
  VERSION,
  type Look,
  type Message,
  type Prefill,
} from './messages.js';
import { fillIn } from './prefill.js';
import { reveal } from './reveal.js';

/** What is done with what the page says; each has its own way where nothing is given. */
export interface Heard {
  /** After the document wears it. */
  onLook?: (look: Look) => void;
  /** The language of the commune's page has changed; BCP 47. The first is in the URL: `guichet-language`. */
  onLanguage?: (language: string) => void;
  /** Instead of filling the empty fields. */
  onPrefill?: (prefill: Prefill) => void;
  /** Instead of focusing the first heading. */
  onFocus?: () => void;
}

const NAME = 'guichet-frame ';
const HEIGHT_MAX = 30_000;

/** What the page wrote into its frame's name: there in each document, without a cookie or a storage. */
function readName(): Record<string, unknown> {
  try {
    return membersOf(JSON.parse(window.name.split(NAME)[1]!));
  } catch {
    // Somebody else's name.
    return {};
  }
}

/** Runs it once the document is parsed. */
export function whenParsed(work: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work);
  else work();
}

function focusHeading(): void {
  const start = document.querySelector<HTMLElement>('h1') ?? document.body;
  start.tabIndex = -1;
  start.focus();
}

/**
 * Shakes hands with the page that frames this one, wears its look, and tells it how high the content is. Does nothing
 * outside of a frame, or where nobody speaks.
 *
 * @param origins that may frame this page; any, where there are none
 * @returns says it, as soon as there is somebody to hear it, or never
 */
export function shakeHands(heard: Heard, origins?: readonly string[]): (message: Message) => void {
  const root = document.documentElement;
  const named = readName();
  const origin = String(new URLSearchParams(location.search).get('guichet-origin') ?? named['origin']);
  const nonce = crypto.randomUUID();
  const waiting: Message[] = [];
  let port: MessagePort | undefined;
  let height = 0;

  const say = (message: Message) => {
    if (port) port.postMessage(message);
    // Where nobody listens they would gather.
    else if (waiting.length < 50) waiting.push(message);
  };
  const dress = (given: unknown) => {
    const look = lookOf(given);
    wear(look);
    heard.onLook?.(look);
    window.name = NAME + JSON.stringify({ origin, look });
  };
  const measure = () => {
    const { scrollHeight, clientHeight } = root;
    const overflow = scrollHeight > clientHeight ? scrollHeight : 1;
    const content = Math.min(Math.max(Math.ceil(root.getBoundingClientRect().height), overflow), HEIGHT_MAX);
    if (content !== height) say({ type: 'height', height: (height = content) });
  };
  const hear = ({ data }: MessageEvent<unknown>) => {
    const { type, look, language, prefill } = membersOf(data);
    if (type === 'look') dress(look);
    if (type === 'language' && typeof language === 'string') heard.onLanguage?.(language);
    if (type === 'prefill') whenParsed(() => (heard.onPrefill ?? fillIn)(prefillOf(prefill)));
    if (type === 'focus') whenParsed(heard.onFocus ?? focusHeading);
    if (type === 'print') print();
  };
  const greeted = ({ source, origin: from, data, ports }: MessageEvent<unknown>) => {
    const { protocol, type, version, nonce: echo, pageNonce } = membersOf(data);
    const isOurs = source === parent && from === origin && protocol === PROTOCOL && type === 'welcome';
    if (port || !isOurs || echo !== nonce || version !== VERSION) return;
    port = ports[0]!;
    port.onmessage = hear;
    say({ type: 'ready', nonce: pageNonce as string });
    waiting.forEach(say);
    // The browser's own error page would take the place of what was typed; the page says that the connection is down.
    addEventListener('submit', (event) => {
      if (navigator.onLine) return;
      event.preventDefault();
      say({ type: 'reveal', top: 0, height: 0 });
    });
    // A bar that comes and goes would change the width of the content, and with it the height.
    root.style.scrollbarWidth = 'none';
    whenParsed(() => {
      const observer = new ResizeObserver(measure);
      observer.observe(root);
      observer.observe(document.body);
    });
  };
  // A dialog stands in the middle of a frame that is as high as all of its content; and not every browser scrolls the
  // page to what has the focus in it. What the mouse presses stays under it.
  const shown = ({ target }: Event) => {
    if ((target as Element).matches('dialog[open],:focus-visible')) say(reveal(target as Element));
  };

  const isFramed = parent !== window && /^https?:\/\/[\w.-]+(:\d+)?$/.test(origin);
  if (isFramed && origins?.includes(origin) !== false) {
    dress(named['look']);
    addEventListener('message', greeted);
    for (const type of ['toggle', 'focusin']) document.addEventListener(type, shown, true);
    parent.postMessage({ protocol: PROTOCOL, type: 'hello', versions: [VERSION], nonce }, origin);
  }
  return say;
}
