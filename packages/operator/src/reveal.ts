import type { Message } from './messages.js';

/** Where it stands in the document, which is as high as its frame. */
export function reveal(element: Element): Message {
  const { top, height } = element.getBoundingClientRect();
  return { type: 'reveal', top: Math.round(top + scrollY), height: Math.round(height) };
}
