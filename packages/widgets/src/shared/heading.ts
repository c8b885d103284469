import { html, nothing, type TemplateResult } from 'lit';

/** `id` of the heading that a view begins with. */
export const VIEW = 'view';

/**
 * A heading at the level that the page's outline needs. By ARIA, because a tag's name cannot be an expression.
 *
 * @param level from the element's `heading-level`
 * @param id given where a view begins: script can then move the focus there
 */
export function heading(level: number, text: unknown, id?: string): TemplateResult {
  return html`<div
    class="heading"
    role="heading"
    aria-level=${Math.min(6, level)}
    id=${id ?? nothing}
    tabindex=${id ? -1 : nothing}
  >
    ${text}
  </div>`;
}
