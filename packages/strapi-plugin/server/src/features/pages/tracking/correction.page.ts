/** What was sent, in a form, to be corrected. */
import type { CorrectionField } from '@guichet/contracts/correction-from-draft';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { errorSummary, type Form, hidden, notice, textArea, textField } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { pageAddress } from '../layout.js';
import { trackingWordsIn, type TrackingView } from './view.js';

export interface TrackingCorrectionModel extends TrackingView {
  request: TrackedRequest;
  /** Opens the request at the next exchange. */
  token: string;
  /** Made for this reading: what is sent twice from here is recorded once. */
  idempotencyKey: string;
  /** By the names of the fields, `correction.subject`; those that it has are shown. */
  draft: Form['draft'];
  errors: Form['errors'];
  /** What became of it, where it was tried. */
  news: string | null;
  /** What is being written to the administration: it comes back with the request. */
  message: string;
  /** Those that were added to it, signed. */
  files: string;
}

/** Before the name of each field: beside it, the page may carry a message that is being written. */
export const FIELD = 'correction.';

export function trackingCorrection(model: TrackingCorrectionModel): Markup {
  const { administration, language, request, token, idempotencyKey, errors, news, message, files } = model;
  const { common, correction, page, tracking } = trackingWordsIn(language);
  const wrong = Object.keys(errors).length;
  const form: Form = { draft: model.draft, errors, optional: common.optional };
  const label = (name: CorrectionField) => correction.labels[name];
  const field = (name: CorrectionField, preset: Parameters<typeof textField>[3] = {}) =>
    form.draft[FIELD + name] !== undefined &&
    textField(form, FIELD + name, label(name), { hint: correction.hints[name] ?? '', ...preset });

  return markup`<h1 ${!news && !wrong && markup` tabindex="-1" autofocus`}>${correction.title}</h1>
    ${wrong > 0 && errorSummary(common.errors(wrong), errors)}
    ${news && notice(markup`<p>${news}</p>`, true)}
    <p>${tracking.requestReference} ${request.reference}</p>
    <ul class="consequences">
      ${correction.intro.map((each) => markup`<li>${each}</li>`)}
    </ul>
    <form method="post" action="${pageAddress('trackingPage', administration, language)}" novalidate>
      ${field('subject')} ${textArea(form, `${FIELD}message`, label('message'), 8)}
      ${field('sender.name', { autocomplete: 'organization' })}
      ${field('sender.familyName', { autocomplete: 'family-name' })}
      ${field('sender.givenName', { autocomplete: 'given-name' })}
      ${field('sender.preferredName', { isOptional: true })}
      ${
        form.draft[`${FIELD}sender.postalAddress.lines`] !== undefined &&
        textArea(form, `${FIELD}sender.postalAddress.lines`, label('sender.postalAddress.lines'), 2, {
          hint: correction.hints['sender.postalAddress.lines'] ?? '',
          autocomplete: 'street-address',
        })
      }
      ${field('sender.postalAddress.postalCode', { autocomplete: 'postal-code' })}
      ${field('sender.postalAddress.city', { autocomplete: 'address-level2' })}
      ${field('sender.postalAddress.country', { autocomplete: 'country-name', hint: page.contact.countryHint })}
      ${field('sender.phone', { type: 'tel', autocomplete: 'tel', isOptional: true })}
      ${hidden({ token, others: model.others, message, files, idempotencyKey })}
      <p class="actions">
        <button class="main" name="step" value="correction">${correction.send}</button>
        <button name="step" value="refresh">${correction.cancel}</button>
      </p>
    </form>`;
}
