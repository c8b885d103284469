import type { Administration } from '@guichet/contracts/administration';
import type { CommonWords } from '@guichet/contracts/words/common';
import { html, type TemplateResult } from 'lit';

/** `tel:` as RFC 3966 wants it: digits, a plus sign before them where there is one. */
export function telephone(phone: string): TemplateResult {
  return html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`;
}

/** How to reach a person: in every state of every widget. */
export function reachHuman(words: CommonWords, { name, human }: Administration): TemplateResult {
  return html`<address class="human">
    <strong>${name}</strong>
    <span>${words.phone} ${telephone(human.phone)}</span>
    <small>${human.hours.map((line) => html`<span>${line}</span>`)}</small>
  </address>`;
}
