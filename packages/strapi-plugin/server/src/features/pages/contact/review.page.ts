/** What is about to be sent, to be read again before it is (RGAA 11.12). Everything typed travels in hidden fields. */
import type { Draft } from '@guichet/contracts/request-draft';
import type { NewRequest, Sender } from '@guichet/contracts/request';
import { countryName } from './countries.js';
import { fileLabel } from '../file-field.js';
import { hidden, notice } from '../fields.js';
import { type CarriedFiles, filesWords } from '../files.js';
import { markup, type Markup } from '../html.js';
import { pageAddress } from '../layout.js';
import { contactWordsIn, type ContactView } from './view.js';

export interface ContactReviewModel extends ContactView {
  /** What will be sent. */
  request: NewRequest;
  /** What was typed: it comes back whole where something is to be changed. */
  draft: Draft;
  files: CarriedFiles;
  formToken: string;
  /** Made for this reading: what is sent twice from here is registered once. */
  idempotencyKey: string;
  /** Why it did not leave, where it was tried. */
  delay: string | null;
}

type Row = readonly [label: string, value: string | null];

export function contactReview(model: ContactReviewModel): Markup {
  const { administration, language, request, draft, files, formToken, idempotencyKey, delay } = model;
  const { contact, outcome, page } = contactWordsIn(language);
  const recipient = administration.recipients.find(({ slug }) => slug === request.recipient);
  const rows: Row[] = [
    [contact.nature, contact.natures[request.nature]],
    [contact.recipient, recipient?.name ?? null],
    [contact.subject, request.subject],
    [contact.message, request.message],
    ...senderRows(request.sender, model),
  ];
  return markup`<h1>${delay ? outcome.waitingTitle : outcome.reviewTitle}</h1>
    ${delay ? notice(delay, true) : markup`<p>${outcome.reviewIntro}</p>`}
    <form method="post" action="${pageAddress('contactPage', administration, language)}">
      <dl class="facts">
        ${rows.map(
          ([label, value]) =>
            value &&
            markup`<div>
              <dt>${label}</dt>
              <dd class="text" dir="auto">${value}</dd>
            </div>`,
        )}
        ${fileRows(files, language)}
      </dl>
      ${hidden({ ...draft, files: files.signed, formToken, idempotencyKey })}
      <p class="hint">
        ${contact.privacy(administration.name)}
        <a href="${pageAddress('termsPage', administration, language)}">${contact.terms}</a>
      </p>
      <p class="actions">
        <button class="main" name="step" value="send">${outcome.send}</button>
        <button name="step" value="edit">${outcome.change}</button>
      </p>
      <p class="hint no-print">${page.contact.leave}</p>
    </form>`;
}

/** Each with a button that comes back here without it. */
function fileRows({ kept }: CarriedFiles, language: ContactView['language']): Markup | false {
  const words = filesWords[language];
  return (
    kept.length > 0 &&
    markup`<div>
      <dt>${words.added}</dt>
      ${kept.map(
        (file) =>
          markup`<dd>
            ${fileLabel(file, language)}
            <button name="removed" value="${file.id}">
              ${words.remove}<span class="unseen"> ${file.name}</span>
            </button>
          </dd>`,
      )}
    </div>`
  );
}

function senderRows(sender: Sender, { language }: ContactView): Row[] {
  const { contact, outcome } = contactWordsIn(language);
  const isPerson = sender.kind === 'individual' || sender.kind === 'organisation';
  const { onBehalfOf } = sender;
  return [
    [
      outcome.from,
      ['name' in sender && sender.name, isPerson && `${sender.givenName} ${sender.familyName}`]
        .filter(Boolean)
        .join('\n'),
    ],
    [contact.siret, sender.kind === 'company' ? (sender.siret ?? sender.siren) : null],
    [contact.rna, sender.kind === 'association' ? sender.rna : null],
    [contact.email, sender.email],
    [contact.address, isPerson ? postalAddress(sender, language) : null],
    [contact.phoneNumber, sender.phone],
    [contact.preferredName, isPerson ? sender.preferredName : null],
    [contact.receiptEmail, sender.receiptEmail],
    [outcome.onBehalfOf, onBehalfOf && onBehalfOf.name],
    [contact.capacity, onBehalfOf && contact.capacities[onBehalfOf.capacity]],
    [contact.refusesElectronicReply, sender.refusesElectronicReply ? outcome.yes : null],
  ];
}

function postalAddress(
  {
    postalAddress: { lines, postalCode, city, country },
  }: Extract<Sender, { kind: 'individual' | 'organisation' }>,
  language: ContactView['language'],
): string {
  const name = country === 'FR' ? null : countryName(country, language);
  return [...lines, `${postalCode} ${city}`, ...(name ? [name] : [])].join('\n');
}
