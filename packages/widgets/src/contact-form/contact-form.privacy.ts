import type { Administration } from '@guichet/contracts/administration';
import type { ContactWords } from '@guichet/contracts/words/contact';
import { html, type TemplateResult } from 'lit';

/** GDPR, article 13: who, what for, and where the rest is said, beside the button that sends. */
export function privacy({
  administration,
  words,
}: {
  administration: Administration;
  words: ContactWords;
}): TemplateResult {
  return html`<p class="hint">
    ${words.privacy(administration.name)} <a href=${administration.links.terms}>${words.terms}</a>
  </p>`;
}
