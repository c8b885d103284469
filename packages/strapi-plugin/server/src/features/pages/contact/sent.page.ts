/** The receipt (CRPA R112-11-2), or the acknowledgement in its place: shown once, because the tracking code is kept by nobody else. To print. */
import type { Receipt } from '@guichet/contracts/receipt';
import type { Nature, NewRequest, RequestCreated } from '@guichet/contracts/request';
import { type Mention, silenceMentions } from '@guichet/contracts/standing';
import type { StandingWords } from '@guichet/contracts/words/standing';
import { fileLabel } from '../file-field.js';
import { hidden } from '../fields.js';
import { filesWords, type KeptFile } from '../files.js';
import { markup, type Markup } from '../html.js';
import { instantIn } from '../../../domain/instant.js';
import { pageAddress, telephone } from '../layout.js';
import { receiptForm } from '../receipt-form.js';
import { contactWordsIn, type ContactView } from './view.js';

export interface ContactSentModel extends ContactView {
  request: NewRequest;
  created: RequestCreated;
  files: readonly KeptFile[];
}

export function contactSent({ administration, language, request, created, files }: ContactSentModel): Markup {
  const { contact, outcome, page, procedure, standing } = contactWordsIn(language);
  const { reference, trackingCode, receivedAt } = created;
  const { kind, service, jws } = created.receipt;
  const { sender } = request;
  return markup`<h1 tabindex="-1" autofocus>${outcome.sentTitle}</h1>
    <p>${outcome.sentIntro(sender.receiptEmail ?? sender.email)}</p>
    <section class="notice" aria-labelledby="receipt">
      <h2 id="receipt">${kind === 'acknowledgement' ? procedure.receiptTitle : outcome.receiptTitle}</h2>
      <dl class="facts">
        <div>
          <dt>${outcome.reference}</dt>
          <dd class="code">${reference}</dd>
        </div>
        <div>
          <dt>${outcome.trackingCode}</dt>
          <dd class="code">${trackingCode}</dd>
          <dd class="hint">${outcome.trackingCodeHint}</dd>
        </div>
        <div>
          <dt>${outcome.receivedAt}</dt>
          <dd>
            <time datetime="${receivedAt}">${instantIn(receivedAt, language, administration.timeZone)}</time>
          </dd>
        </div>
        <div>
          <dt>${contact.subject}</dt>
          <dd dir="auto">${request.subject}</dd>
        </div>
        ${
          files.length > 0 &&
          markup`<div>
            <dt>${filesWords[language].added}</dt>
            ${files.map((file) => markup`<dd>${fileLabel(file, language)}</dd>`)}
          </div>`
        }
        ${kind === 'acknowledgement' && mentions(created.receipt, request.nature, standing)}
        <div>
          <dt>${outcome.service}</dt>
          <dd>${service.name}</dd>
          <dd class="text">${service.address}</dd>
          <dd>
            ${telephone(service.phone)}${service.email && markup` – <a href="mailto:${encodeURI(service.email)}">${service.email}</a>`}
          </dd>
        </div>
      </dl>
    </section>
    <p class="no-print">${page.contact.receiptHint}</p>
    ${jws && receiptForm({ jws, language, trackingCode, words: outcome })}
    <form method="post" action="${pageAddress('trackingPage', administration, language)}">
      ${hidden({ reference, trackingCode })}
      <p class="actions">
        <button class="main" name="step" value="open">${outcome.track}</button>
        <a class="button" href="${pageAddress('contactPage', administration, language)}">${page.contact.another}</a>
      </p>
    </form>
    <p class="hint no-print">${page.contact.leave}</p>`;
}

/** What an acknowledgement says besides the date and the service (CRPA R112-11-1). */
function mentions(receipt: Receipt, nature: Nature, words: StandingWords): Markup[] {
  return [
    { label: words.mentions.nature, value: words.natures[nature] },
    ...silenceMentions(receipt, words),
  ].map(
    ({ label, value, href }: Mention) =>
      markup`<div>
        <dt>${label}</dt>
        <dd class="text">${href ? markup`<a href="${href}">${value}</a>` : value}</dd>
      </div>`,
  );
}
