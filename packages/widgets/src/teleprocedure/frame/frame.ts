/** The page's side of `guichet-frame/1` (packages/operator/PROTOCOL.md): one operator's page, framed and spoken with. */
import {
  commonVersion,
  FRAME_PROTOCOL,
  frameMessageOf,
  helloOf,
  type FrameLook,
  type FrameMessage,
  type PageMessage,
  type Welcome,
} from '@guichet/contracts/frame';
import type { FramePermission, Prefill } from '@guichet/contracts/teleprocedure';
import { followHeights } from './heights.js';
import { makeIframe, mayBeFramed, nameOf, type FrameAddress } from './iframe.js';
import { tokensOf } from './prefill.js';
import { reveal } from './reveal.js';

export interface FrameSettings extends FrameAddress {
  /** What screen readers call the frame. */
  title: string;
  allow: readonly FramePermission[];
  /** BCP 47. */
  language: string;
  /** Read at each document's beginning, and at each `relook`. */
  look: () => FrameLook;
  /** What the resident typed already, offered to each document. */
  prefill: Prefill;
  /** Reserved until the operator tells its own. CSS pixels. Default: 600. */
  height?: number;
  /** Until the first document must have spoken. Default: 12,000 ms. */
  timeout?: number;
}

/**
 * Why there is no frame: its address may not be framed, nobody spoke in time (down, slow, refusing frames, led to a
 * login, no Guichet there), or no version in common.
 */
export type FrameFailure = 'refused' | 'timeout' | 'version';

/** What is told of the frame. Texts come from the operator: they are shown as text. */
export interface FrameListener {
  /** Once, instead of anything else; the session is over, and whatever still comes of the frame is ignored. */
  failed(reason: FrameFailure): void;
  /**
   * A document of the operator's speaks: the first, and each that the frame is led to after it. What was told of the one
   * before (step, session, unsaved, silent) is over.
   */
  ready(): void;
  /**
   * The frame was led, later on, to a page that does not speak: a payment, a login, the browser's own error. It is left
   * there, as the resident may be at work in it, and scrolls by itself.
   */
  silent(): void;
  /** `index` from 1. */
  step(step: { index: number; count: number; title: string }): void;
  /** To be said to those who do not see it. */
  announce(text: string): void;
  /**
   * How long what was typed still holds, in seconds: as the operator tells it, then when two minutes are left, then 0: it
   * has expired.
   */
  session(secondsLeft: number): void;
  /** Whether closing the frame would lose something. Leaving the page is asked about here already. */
  unsaved(isUnsaved: boolean): void;
  /** `reference`: the operator's own. */
  submitted(reference: string): void;
}

export interface Frame {
  /** Loads as soon as it is put into the page. To move it is to load it again. */
  readonly element: HTMLIFrameElement;
  /** The page's look has changed. */
  relook(): void;
  /** The page's language has changed. */
  speak(language: string): void;
  /** Moves the focus to what the frame's content begins with, once there is some. */
  focus(): void;
  /** Asks the operator's page to print itself. */
  print(): void;
  /** Nothing is told any more. The element is the caller's to take out. */
  end(): void;
}

/** From a document's `load` to its hello, which its own scripts say. */
const GRACE_MS = 3000;
/** WCAG 2.2, 2.2.1: warned of in time. */
const WARNING_S = 120;

const newNonce = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Frames an operator's page and speaks with it. */
export function openFrame(settings: FrameSettings, listener: FrameListener): Frame {
  const isAllowed = mayBeFramed(settings);
  const element = isAllowed
    ? makeIframe(settings, settings.title, settings.allow)
    : document.createElement('iframe');
  const start = settings.height ?? 600;
  const setHeight = (height: number) => (element.style.blockSize = `${height}px`);
  const heights = followHeights(start, setHeight);
  let { language } = settings;
  let port: MessagePort | undefined;
  let hasBegun = false;
  /** Of the document that is loading: it has spoken, and it has loaded without having spoken. */
  let isSpoken = false;
  let isAwaited = false;
  let isFocusWanted = false;
  let isEnded = false;
  let wait: ReturnType<typeof setTimeout> | undefined;
  const sessionTimers: ReturnType<typeof setTimeout>[] = [];

  const say = (message: PageMessage) => port?.postMessage(message);
  const askFirst = (event: Event) => event.preventDefault();
  const setUnsaved = (isUnsaved: boolean) =>
    window[isUnsaved ? 'addEventListener' : 'removeEventListener']('beforeunload', askFirst);
  const clearSession = () => sessionTimers.splice(0).forEach(clearTimeout);

  const end = () => {
    isEnded = true;
    port?.close();
    port = undefined;
    clearTimeout(wait);
    clearSession();
    heights.end();
    setUnsaved(false);
    window.removeEventListener('message', greet);
    element.removeEventListener('load', loaded);
  };
  const fail = (reason: FrameFailure) => {
    if (isEnded) return;
    end();
    listener.failed(reason);
  };

  const setSession = (secondsLeft: number) => {
    clearSession();
    listener.session(secondsLeft);
    const at = (left: number) => {
      if (secondsLeft > left)
        sessionTimers.push(setTimeout(() => listener.session(left), (secondsLeft - left) * 1000));
    };
    at(WARNING_S);
    at(0);
  };

  const hasFocus = () => (element.getRootNode() as Document | ShadowRoot).activeElement === element;
  /** Unless the person, or what has been told since, is elsewhere by now. */
  const sayFocus = () => {
    if (hasFocus()) say({ type: 'focus' });
  };

  const begin = () => {
    isSpoken = !isAwaited;
    isAwaited = false;
    clearTimeout(wait);
    clearSession();
    setUnsaved(false);
    say({ type: 'look', look: settings.look() });
    say({ type: 'language', language });
    say({ type: 'prefill', prefill: tokensOf(settings.prefill) });
    if (isFocusWanted) sayFocus();
    isFocusWanted = false;
    // As any page does that one is led to.
    if (hasBegun) reveal(element, 0, 0);
    hasBegun = true;
    listener.ready();
  };

  const hear = (message: Exclude<FrameMessage, { type: 'ready' }>) => {
    switch (message.type) {
      case 'height':
        return heights.follow(message.height);
      case 'step':
        return listener.step({ index: message.index, count: message.count, title: message.title });
      case 'announce':
        return listener.announce(message.text);
      case 'reveal':
        return reveal(element, message.top, message.height);
      case 'session':
        return setSession(message.secondsLeft);
      case 'unsaved':
        setUnsaved(message.isUnsaved);
        return listener.unsaved(message.isUnsaved);
      case 'submitted':
        setUnsaved(false);
        return listener.submitted(message.reference);
    }
  };

  const greet = ({ source, origin, data }: MessageEvent<unknown>) => {
    const frameWindow = element.contentWindow;
    if (!frameWindow || source !== frameWindow || origin !== settings.origin) return;
    const hello = helloOf(data);
    if (!hello) return;
    const version = commonVersion(hello.versions);
    if (!version) {
      fail('version');
      return;
    }
    port?.close();
    const channel = new MessageChannel();
    const pageNonce = newNonce();
    let isReady = false;
    port = channel.port1;
    port.onmessage = (event) => {
      const message = frameMessageOf(event.data);
      if (message?.type !== 'ready') {
        if (message && isReady) hear(message);
      } else if (!isReady && message.nonce === pageNonce) {
        isReady = true;
        begin();
      }
    };
    const { nonce } = hello;
    const welcome: Welcome = { protocol: FRAME_PROTOCOL, type: 'welcome', version, nonce, pageNonce };
    frameWindow.postMessage(welcome, settings.origin, [channel.port2]);
  };

  const fallSilent = () => {
    isAwaited = false;
    if (!hasBegun) {
      fail('timeout');
      return;
    }
    clearSession();
    listener.silent();
  };
  const loaded = () => {
    if (!isSpoken) {
      isAwaited = true;
      clearTimeout(wait);
      wait = setTimeout(fallSilent, GRACE_MS);
    }
    isSpoken = false;
  };

  if (isAllowed) {
    element.name = nameOf(settings.look());
    setHeight(start);
    window.addEventListener('message', greet);
    element.addEventListener('load', loaded);
    wait = setTimeout(fallSilent, settings.timeout ?? 12_000);
  } else queueMicrotask(() => fail('refused'));

  return {
    element,
    relook: () => say({ type: 'look', look: settings.look() }),
    speak: (tag) => say({ type: 'language', language: (language = tag) }),
    focus: () => {
      // To focus the frame takes the focus off whatever has it inside, and is done later than a message is heard.
      if (!hasFocus()) element.focus();
      isFocusWanted = !hasBegun;
      setTimeout(sayFocus, 50);
    },
    print: () => say({ type: 'print' }),
    end,
  };
}
