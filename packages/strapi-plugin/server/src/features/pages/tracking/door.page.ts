/** The door to a request: reference and code, and a link by mail to who lost the codes. */
import { makeReference, REFERENCE_RANDOM_BYTES } from '@guichet/contracts/reference';
import { errorSummary, hidden, notice, textArea, textField, type Form } from '../fields.js';
import { attributes, markup, type Markup } from '../html.js';
import { pageAddress } from '../layout.js';
import type { Followed } from './followed.js';
import { followedList } from './followed.page.js';
import { trackingWordsIn, type TrackingView } from './view.js';

export interface TrackingOpenModel extends TrackingView {
  draft: Form['draft'];
  errors: Form['errors'];
  /** What else was being written, by the names of its fields: it goes on with the forms. */
  carried: Readonly<Record<string, string>>;
  /** Why it did not open, where it was tried. */
  refusal: string | null;
  /** Whether it was open until now. */
  isExpired: boolean;
  /** Whether the form that asks for a link is unfolded. */
  isLinkOpen: boolean;
  /** Whether a link was asked for. */
  isLinkAsked: boolean;
  /** Those that are open, where another is asked for. */
  beside: readonly Followed[];
}

/** What a reference of this administration looks like. */
export function exampleReference({ code }: TrackingView['administration']): string {
  return makeReference(code, new Date().getFullYear(), new Uint8Array(REFERENCE_RANDOM_BYTES).fill(7));
}

export function trackingOpen(model: TrackingOpenModel): Markup {
  const {
    administration,
    language,
    others,
    draft,
    errors,
    carried,
    refusal,
    isExpired,
    isLinkAsked,
    beside,
  } = model;
  const { common, correction, tracking, page } = trackingWordsIn(language);
  const form: Form = { draft, errors, optional: common.optional };
  const wrong = Object.keys(errors).length;
  const isFirst = !isExpired && !refusal && !wrong;

  return markup`<h1>${tracking.title}</h1>
    ${wrong > 0 && errorSummary(common.errors(wrong), errors)}
    ${isLinkAsked && notice(markup`<p>${tracking.lost.asked}</p>`)}
    ${refusal && notice(markup`<p>${refusal}</p>`, true)}
    ${
      isExpired &&
      notice(
        markup`<p>${tracking.expired}</p>
          ${draft['message'] && markup`<p>${tracking.expiredDraft}</p>`}
          ${Object.keys(carried).length > 0 && markup`<p>${correction.kept}</p>`}
          ${draft['files'] && markup`<p>${page.files.kept}</p>`}`,
      )
    }
    ${followedList(beside, null, model)}
    <p>${tracking.codeIntro}</p>
    <form method="post" action="${pageAddress('trackingPage', administration, language)}" novalidate>
      ${textField(form, 'reference', tracking.reference, {
        hint: tracking.referenceHint(exampleReference(administration)),
        autocomplete: 'off',
      })}
      ${textField(form, 'trackingCode', tracking.trackingCode, { hint: tracking.trackingCodeHint, autocomplete: 'off' })}
      ${draft['message'] && textArea(form, 'message', tracking.message, 6, { hint: page.tracking.draftKept, isOptional: true })}
      ${hidden({ others, files: draft['files'] ?? '', ...carried })}
      <p class="actions"><button class="main" name="step" value="open">${tracking.open}</button></p>
    </form>
    ${lostCode(model, form)} ${isFirst && markup`<p class="hint">${page.tracking.mailedLink}</p>`}`;
}

/** A form of its own, so that Enter sends what is typed in it; a message that is being written travels with it. */
function lostCode(
  { administration, language, others, carried, isLinkOpen }: TrackingOpenModel,
  form: Form,
): Markup {
  const { tracking } = trackingWordsIn(language);
  const { lost } = tracking;
  return markup`<details${attributes({ open: isLinkOpen })}>
    <summary>${lost.summary}</summary>
    <form method="post" action="${pageAddress('trackingPage', administration, language)}" novalidate>
      <p>${lost.intro}</p>
      ${textField(form, 'linkEmail', lost.email, { hint: lost.emailHint, type: 'email', autocomplete: 'email' })}
      ${hidden({ others, reference: form.draft['reference'] ?? '', message: form.draft['message'] ?? '', files: form.draft['files'] ?? '', ...carried })}
      <p class="actions"><button name="step" value="link">${lost.ask}</button></p>
    </form>
  </details>`;
}
