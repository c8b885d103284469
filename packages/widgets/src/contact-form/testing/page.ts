import type { GuichetClient } from '@guichet/client/port';
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../contact-form.js';
import type { GuichetContactForm } from '../contact-form.js';
import { root } from './steps.js';

/** A page with a form that is ready. */
export async function ready(hosting: GuichetClient, attributes: { lang?: string; recipient?: string } = {}) {
  const form = await fixture<GuichetContactForm>(
    html`<guichet-contact-form
      administration="28148"
      language=${attributes.lang ?? ''}
      recipient=${attributes.recipient ?? ''}
      .client=${hosting}
    ></guichet-contact-form>`,
  );
  await waitUntil(() => root(form).querySelector('form'), 'the form shows');
  return form;
}
