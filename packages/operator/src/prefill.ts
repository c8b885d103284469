import type { Prefill } from './messages.js';

/**
 * Fills the fields that are empty and that say, by `autocomplete` (WCAG 2.2, 1.3.5) or `data-guichet-prefill`, what they
 * are for. Whatever is in a field stays.
 */
export function fillIn(prefill: Prefill): void {
  for (const [token, value] of Object.entries(prefill))
    for (const field of document.querySelectorAll<HTMLInputElement>(
      `[autocomplete="${token}"],[data-guichet-prefill="${token}"]`,
    )) {
      if (field.value || field.readOnly) continue;
      field.value = value;
      // For scripts that listen to what is typed.
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
}
