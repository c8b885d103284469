/**
 * For a page that its server renders: one script tag, and what is to be told stands in the page, on whichever element:
 * `data-guichet-step="2/4 Votre enfant"`, `-submitted="CR-2026-0042"`, `-session="1200"`, `-unsaved`, `-origins="https://…"`.
 */
import { shakeHands, whenParsed } from './handshake.js';

const nameOf = (what: string) => `data-guichet-${what}`;
const read = (what: string) => document.querySelector(`[${nameOf(what)}]`)?.getAttribute(nameOf(what));

const say = shakeHands({}, read('origins')?.split(' '));

const tellers: Record<string, (text: string) => void> = {
  step(text) {
    const [, index, count, title] = /^(\d+)\/(\d+)\s*(.*)/.exec(text) ?? [];
    say({ type: 'step', index: Number(index), count: Number(count), title: title || document.title });
  },
  session: (text) => say({ type: 'session', secondsLeft: Number(text) }),
  unsaved: () => say({ type: 'unsaved', isUnsaved: true }),
  submitted: (reference) => say({ type: 'submitted', reference }),
};

const told: Record<string, string> = {};

const tell = (what: string, text: string) => {
  if (text === told[what]) return;
  told[what] = text;
  tellers[what]!(text);
};
const tellAll = () => {
  for (const what of Object.keys(tellers)) {
    const text = read(what);
    if (text != null) tell(what, text);
  }
};

whenParsed(() => {
  tellAll();
  // Also what changes without a new document.
  const attributeFilter = Object.keys(tellers).map(nameOf);
  new MutationObserver(tellAll).observe(document, { subtree: true, childList: true, attributeFilter });
});

// What was typed, by a person only, can be lost until it is sent.
document.addEventListener('input', ({ isTrusted }) => {
  if (isTrusted) tell('unsaved', '');
});
