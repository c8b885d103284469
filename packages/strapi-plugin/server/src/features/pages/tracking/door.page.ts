/** The door to a request: reference and code. */
import { makeReference, REFERENCE_RANDOM_BYTES } from '@guichet/contracts/reference';
import { errorSummary, notice, textArea, textField, type Form } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { pageAddress } from '../layout.js';
import { trackingWordsIn, type TrackingView } from './view.js';

export interface TrackingOpenModel extends TrackingView {
  draft: Form['draft'];
  errors: Form['errors'];
  /** Why it did not open, where it was tried. */
  refusal: string | null;
  /** Whether it was open until now. */
  isExpired: boolean;
}

/** What a reference of this administration looks like. */
export function exampleReference({ code }: TrackingView['administration']): string {
  return makeReference(code, new Date().getFullYear(), new Uint8Array(REFERENCE_RANDOM_BYTES).fill(7));
}

export function trackingOpen(model: TrackingOpenModel): Markup {
  const { administration, language, draft, errors, refusal, isExpired } = model;
  const { common, tracking, page } = trackingWordsIn(language);
  const form: Form = { draft, errors, optional: common.optional };
  const wrong = Object.keys(errors).length;
  const isFirst = !isExpired && !refusal && !wrong;

  return markup`<h1>${tracking.title}</h1>
    ${wrong > 0 && errorSummary(common.errors(wrong), errors)}
    ${refusal && notice(markup`<p>${refusal}</p>`, true)}
    ${
      isExpired &&
      notice(
        markup`<p>${tracking.expired}</p>
          ${draft['message'] && markup`<p>${tracking.expiredDraft}</p>`}`,
      )
    }
    <p>${tracking.codeIntro}</p>
    <form method="post" action="${pageAddress('trackingPage', administration, language)}" novalidate>
      ${textField(form, 'reference', tracking.reference, {
        hint: tracking.referenceHint(exampleReference(administration)),
        autocomplete: 'off',
      })}
      ${textField(form, 'trackingCode', tracking.trackingCode, { hint: tracking.trackingCodeHint, autocomplete: 'off' })}
      ${draft['message'] && textArea(form, 'message', tracking.message, 6, { hint: page.tracking.draftKept, isOptional: true })}
      <p class="actions"><button class="main" name="step" value="open">${tracking.open}</button></p>
    </form>
    ${
      isFirst &&
      markup`<p class="hint">${tracking.lostCode}</p>
        <p class="hint">${page.tracking.mailedLink}</p>`
    }`;
}
