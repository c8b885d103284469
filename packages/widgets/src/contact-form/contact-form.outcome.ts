import { DOCUMENT_PAGE } from '@guichet/contracts/document-page';
import type { ContactOutcomeWords } from '@guichet/contracts/words/contact-outcome';
import { contactOutcomeFr } from '@guichet/contracts/words/contact-outcome.fr';
import { html, nothing, type TemplateResult } from 'lit';
import type { NewRequest } from '@guichet/contracts/request';
import { timeIn } from '../shared/dates.js';
import { heading, VIEW } from '../shared/heading.js';
import type { Dictionary } from '../shared/localize.js';
import type { ContactController, ContactState } from './contact-form.controller.js';
import { privacy } from './contact-form.privacy.js';
import type { Own } from './contact-form.procedure.js';
import {
  asText,
  copy,
  messageRows,
  print,
  receiptRows,
  type Row,
  type Vocabulary,
} from './contact-form.receipt.js';

export { ContactController } from './contact-form.controller.js';

export const outcomeWords: Dictionary<ContactOutcomeWords> = {
  fr: contactOutcomeFr,
  en: () => import('@guichet/contracts/words/contact-outcome.en').then((module) => module.contactOutcomeEn),
};

export interface OutcomeView extends Vocabulary {
  controller: ContactController;
  /** What was loaded for a procedure. */
  own: Own | undefined;
  level: number;
  announce: (text: string) => void;
  erase: () => unknown;
}

/** All that is sent, files included. */
function rowsOf(request: NewRequest, view: OutcomeView): Row[] {
  return [...messageRows(request, view), ...(view.controller.files?.rows ?? [])];
}

const list = (rows: readonly Row[]) =>
  html`<dl>
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

const button = (label: string, onClick: () => unknown, look = '') =>
  html`<button type="button" class=${look} @click=${onClick}>${label}</button>`;

/** What is shown once the form was filled in. */
export function outcome(
  state: Exclude<ContactState, { kind: 'editing' }>,
  view: OutcomeView,
): TemplateResult {
  switch (state.kind) {
    case 'review':
    case 'sending':
      return review(state, view);
    case 'waiting':
      return waiting(state, view);
    case 'refused':
      return refused(state, view);
    case 'sent':
      return sent(state, view);
    case 'erased':
      return erased(view);
  }
}

type State<Kind extends ContactState['kind']> = Extract<ContactState, { kind: Kind }>;

/** RGAA 11.12: what has effects in law is read again, and can be changed, before it leaves. */
function review({ kind, request }: State<'review' | 'sending'>, view: OutcomeView): TemplateResult {
  const { controller, outcome: words, level } = view;
  const isSending = kind === 'sending';
  return html`<section class="stack">
    <div>
      ${heading(level, words.reviewTitle, VIEW)}
      <p>${words.reviewIntro}</p>
    </div>
    ${list(rowsOf(request, view))} ${privacy(view)}
    <div class="actions">
      <button
        type="button"
        class="main"
        aria-disabled=${isSending ? 'true' : nothing}
        @click=${() => controller.send()}
      >
        ${isSending ? words.sending : words.send}
      </button>
      ${isSending ? nothing : [button(words.change, () => controller.edit()), eraser(view)]}
    </div>
  </section>`;
}

function waiting({ request, reason, next, isTrying }: State<'waiting'>, view: OutcomeView): TemplateResult {
  const { administration, controller, language, outcome: words, level } = view;
  const time = next && timeIn(next, language, administration.timeZone);
  return html`<section class="stack">
    <div class="notice">
      ${heading(level, words.waitingTitle, VIEW)}
      <p>${words.waiting[reason]} ${words.waitingNext(time)}</p>
    </div>
    <div class="actions">
      <button
        type="button"
        class="main"
        aria-disabled=${isTrying ? 'true' : nothing}
        @click=${() => controller.send()}
      >
        ${isTrying ? words.sending : words.tryNow}
      </button>
      ${button(words.change, () => controller.edit())} ${eraser(view)}
    </div>
    ${list(rowsOf(request, view))}
  </section>`;
}

function refused({ request, code }: State<'refused'>, view: OutcomeView): TemplateResult {
  const { administration, controller, outcome: words, level, words: contact } = view;
  const rows = rowsOf(request, view);
  return html`<section class="stack">
    <div class="notice">
      ${heading(level, words.refusedTitle, VIEW)}
      <p>${code === 'origin-not-allowed' ? words.refusedSite(location.origin) : words.refusedOther}</p>
      <p><a href=${administration.links.contact}>${contact.otherPage}</a></p>
    </div>
    <div class="actions">
      ${copyButton(words.copyMessage, asText('', rows), view)}
      ${button(words.change, () => controller.edit())} ${eraser(view)}
    </div>
    ${list(rows)}
  </section>`;
}

function sent({ request, created }: State<'sent'>, view: OutcomeView): TemplateResult {
  const { administration, controller, language, outcome: words, level, own } = view;
  const [title, rows] = own?.acknowledged(created, request.nature) ?? [words.receiptTitle, []];
  const receipt = [...receiptRows(created, view), ...rows];
  const kept = [...receipt, ...rowsOf(request, view)];
  const { jws } = created.receipt;
  const email = request.sender.receiptEmail ?? request.sender.email;
  return html`<section class="stack">
    <div>
      ${heading(level, words.sentTitle, VIEW)}
      <p>${words.sentIntro(email)}</p>
    </div>
    <div class="notice receipt">
      ${heading(level + 1, title)} ${list(receipt)}
      <p>${words.trackingCodeHint}</p>
      <div class="actions">
        ${copyButton(words.copy, asText(title, kept), view)}
        ${button(words.print, () => print(title, kept, language))}
      </div>
      ${jws ? pdf(jws, created.trackingCode, view) : nothing}
    </div>
    <div class="actions">
      <a class="button" href=${administration.links.tracking}>${words.track}</a>
      ${button(words.another, () => controller.again())}
    </div>
    <div class="actions"><span class="hint">${words.eraseHint}</span> ${eraser(view)}</div>
  </section>`;
}

/**
 * A plain form, which leaves the page where it is: what it answers is a file, and where it cannot, the code is still here.
 * A box that is not ticked is not sent.
 */
function pdf(
  jws: string,
  trackingCode: string,
  { administration, language, outcome: words }: OutcomeView,
): TemplateResult {
  return html`<form
    class="actions"
    method="post"
    target="_blank"
    action=${new URL(DOCUMENT_PAGE, administration.links.tracking).href}
  >
    <input type="hidden" name="jws" value=${jws} />
    <input type="hidden" name="language" value=${language} />
    <label class="choice">
      <input type="checkbox" name="trackingCode" value=${trackingCode} />
      <span>${words.printCode}</span>
    </label>
    <button>${words.download}</button>
  </form>`;
}

function erased({ controller, outcome: words, level }: OutcomeView): TemplateResult {
  return html`<section class="stack">
    <div>
      ${heading(level, words.erasedTitle, VIEW)}
      <p>${words.erased}</p>
    </div>
    <div class="actions">${button(words.another, () => controller.again())}</div>
  </section>`;
}

function copyButton(label: string, text: string, { announce, outcome: words }: OutcomeView): TemplateResult {
  return button(label, () => void copy(text).then(() => announce(words.copied)));
}

function eraser({ erase, words }: OutcomeView): TemplateResult {
  return button(words.erase, erase, 'plain');
}
