import type { Administration } from '@guichet/contracts/administration';
import { VIEW } from '../shared/heading.js';

/**
 * @returns the contact form of the same administration that stands in the same page and can be typed in; undefined where
 *   there is none, or a message of its is on its way
 */
function formBeside(
  element: Element,
  { code, insee, siren }: Administration,
): HTMLElementTagNameMap['guichet-contact-form'] | undefined {
  const root = element.getRootNode() as Document | ShadowRoot;
  return [...root.querySelectorAll('guichet-contact-form')].find(
    (form) => [code, insee, siren].includes(form.administration) && form.shadowRoot?.querySelector('form'),
  );
}

/**
 * Lets the contact form beside the directory take over, with the focus.
 *
 * @param to slugs, empty for none
 * @returns whether there is such a form
 */
export function handOver(
  element: Element,
  administration: Administration,
  to: { procedure: string; recipient: string },
): boolean {
  const form = formBeside(element, administration);
  if (!form) return false;
  // What was chosen there before would come first; what was typed stays.
  delete form.draft['recipient'];
  delete form.draft['nature'];
  Object.assign(form, to);
  void form.updateComplete.then(() => form.shadowRoot?.getElementById(VIEW)?.focus());
  return true;
}

/**
 * Leads to the téléprocédure of that name which stands in the same page.
 *
 * @returns whether there is one
 */
export function leadTo(element: Element, { code, insee, siren }: Administration, slug: string): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const beside = [...root.querySelectorAll('guichet-teleprocedure')].find(
    ({ administration, procedure }) => procedure === slug && [code, insee, siren].includes(administration),
  );
  const title = beside?.shadowRoot?.getElementById(VIEW);
  title?.focus();
  return Boolean(title);
}
