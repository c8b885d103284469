/** What makes a page of the application at home in a commune's: one script, and what it is to tell. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { html } from './html.mjs';

/** As an operator copies it to its own server. */
export const OPERATOR_SCRIPT = join(
  dirname(createRequire(import.meta.url).resolve('@guichet/operator/package.json')),
  'cdn/operator.js',
);

/**
 * @param {object} told
 * @param {readonly string[]} told.sites the origins that may frame it
 * @param {{ index: number, count: number, title: string }} [told.step]
 * @param {string} [told.submitted] the reference of what was sent
 */
export function speaking({ sites, step, submitted }) {
  return html`<script
    src="/operator.js"
    data-guichet-origins="${sites.join(' ')}"
    ${step ? html`data-guichet-step="${step.index}/${step.count} ${step.title}"` : ''}
    ${submitted ? html`data-guichet-submitted="${submitted}"` : ''}
  ></script>`;
}
