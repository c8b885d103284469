/** For applications: what `script.ts` does, told by functions. */
import { shakeHands, type Heard } from './handshake.js';
import { reveal } from './reveal.js';

export type { Look, Prefill } from './messages.js';

export interface Options extends Heard {
  /**
   * The origins that may frame this page. Default: any; what keeps others out is the header
   * `Content-Security-Policy: frame-ancestors`, which no script can stand in for.
   */
  origins?: readonly string[];
}

/**
 * Everything may be called at any time: it is said as soon as there is somebody to hear it, or never. What exceeds its
 * bounds is ignored by the page.
 */
export interface Connection {
  /** `index` from 1 to `count`, 99 at most. `title`: 200 characters at most. */
  step(index: number, count: number, title: string): void;
  /** To those who do not see it; 500 characters at most. Live regions of this page are announced without it. */
  announce(text: string): void;
  /** Brings it into view: the frame is as high as its content, so that the page scrolls, not this document. */
  reveal(element: Element): void;
  /** How long what was typed still holds: whole seconds, a day at most; 0: it has expired. */
  session(secondsLeft: number): void;
  /** Whether leaving now would lose something. */
  unsaved(isUnsaved: boolean): void;
  /** The request was sent. `reference`: yours, 100 characters at most. */
  submitted(reference: string): void;
}

/** Once a document, as early as can be. Does nothing outside of a frame, or where nobody speaks. */
export function connect({ origins, ...heard }: Options = {}): Connection {
  const say = shakeHands(heard, origins);
  return {
    step: (index, count, title) => say({ type: 'step', index, count, title }),
    announce: (text) => say({ type: 'announce', text }),
    reveal: (element) => say(reveal(element)),
    session: (secondsLeft) => say({ type: 'session', secondsLeft }),
    unsaved: (isUnsaved) => say({ type: 'unsaved', isUnsaved }),
    submitted: (reference) => say({ type: 'submitted', reference }),
  };
}
