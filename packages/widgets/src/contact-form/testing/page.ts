import type { ApiError } from '@guichet/client/api-error';
import type { Reading, RequestCalls } from '@guichet/client/port';
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../contact-form.js';
import type { GuichetContactForm } from '../contact-form.js';
import type { Hosting } from './hosting.js';
import { fail, root, until } from './steps.js';

/** A page with a form that is ready. */
export async function ready(
  hosting: Reading & RequestCalls,
  attributes: { lang?: string; recipient?: string; procedure?: string } = {},
): Promise<GuichetContactForm> {
  const form = await fixture<GuichetContactForm>(
    html`<guichet-contact-form
      administration="28148"
      language=${attributes.lang ?? ''}
      recipient=${attributes.recipient ?? ''}
      procedure=${attributes.procedure ?? ''}
      .client=${hosting}
    ></guichet-contact-form>`,
  );
  await waitUntil(() => root(form).querySelector('form'), 'the form shows');
  return form;
}

/** A page with a message that waits to be sent. */
export async function waiting(hosting: Hosting, error: ApiError): Promise<GuichetContactForm> {
  const form = await ready(hosting);
  await fail(form, hosting, error);
  await until(form, 'Pas encore envoyé');
  return form;
}
