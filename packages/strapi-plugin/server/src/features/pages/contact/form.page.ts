/** The contact form, whole: without JavaScript what does not apply is hidden by CSS, and ignored by the server. */
import { capacities, natures, senderKinds } from '@guichet/contracts/request-rules';
import { fileField } from '../file-field.js';
import {
  errorSummary,
  hidden,
  notice,
  radios,
  select,
  textArea,
  textField,
  tick,
  type Form,
} from '../fields.js';
import type { CarriedFiles } from '../files.js';
import { markup, type Markup } from '../html.js';
import { pageAddress } from '../layout.js';
import { contactWordsIn, type ContactView } from './view.js';

export interface ContactFormModel extends ContactView {
  draft: Form['draft'];
  errors: Form['errors'];
  /** Those that came before. */
  files: CarriedFiles;
  /** Says when the form was begun. */
  formToken: string;
  /** Slug of a procedure that was asked for and is not open: this is the general form in its place. Empty for none. */
  closed: string;
}

/** Names of the fields that few people need. */
const rare = [
  'sender.phone',
  'sender.preferredName',
  'sender.receiptEmail',
  'sender.onBehalfOf',
  'sender.refusesElectronicReply',
];

/** The téléprocédures that alone seise validly (CRPA L112-9); else that the procedure is not open. */
function beforeWriting({ administration, language, procedure, closed }: ContactFormModel): Markup | '' {
  const { procedure: words } = contactWordsIn(language);
  const { human, reserved = [] } = administration;
  const meant = closed ? reserved.filter(({ slug }) => slug === closed) : procedure ? [] : reserved;
  if (!meant.length) return closed && notice(words.closed(human.phone), true);
  return markup`<div class="notice">
    <p>${closed ? words.reserved : words.reservedOthers}</p>
    <ul>
      ${meant.map(({ title, link }) => markup`<li><a href="${link}" lang="fr">${title}</a></li>`)}
    </ul>
  </div>`;
}

/** What stands in `<main>`. */
export function contactForm(model: ContactFormModel): Markup {
  const { administration, language, draft, errors, files, formToken, procedure } = model;
  const { contact, page } = contactWordsIn(language);
  const form: Form = { draft, errors, optional: contact.optional };
  const wrong = Object.keys(errors).length;
  const { recipients } = administration;
  const only = page.contact.onlyFor;

  return markup`<h1>${procedure ? markup`<span lang="fr">${procedure.title}</span>` : contact.title}</h1>
    ${beforeWriting(model)}
    ${procedure?.description && markup`<p class="text" lang="fr">${procedure.description}</p>`}
    ${wrong > 0 && errorSummary(contact.errors(wrong), errors)}
    <p>${contact.intro}</p>
    <form
      method="post"
      enctype="multipart/form-data"
      action="${pageAddress('contactPage', administration, language)}"
      novalidate
    >
      <p class="hint">${contact.requiredNote}</p>
      <h2>${contact.aboutMessage}</h2>
      ${procedure && hidden({ procedure: procedure.slug })}
      ${
        procedure?.nature
          ? // Checked, as the styles look at what is.
            markup`<input type="radio" name="nature" value="${procedure.nature}" checked hidden />`
          : radios(
              form,
              'nature',
              contact.nature,
              natures.map((value) => ({
                value,
                label: contact.natures[value],
                hint: contact.natureHints[value],
              })),
            )
      }
      ${
        !procedure &&
        recipients.length > 0 &&
        select(
          form,
          'recipient',
          contact.recipient,
          [['', contact.anyRecipient], ...recipients.map(({ slug, name }) => [slug, name] as const)],
          { isOptional: true },
        )
      }
      ${textField(form, 'subject', contact.subject, procedure ? {} : { hint: contact.subjectHint })}
      ${textArea(form, 'message', contact.message, 7)} ${fileField(form, files, model)}

      <h2>${contact.aboutYou}</h2>
      ${radios(
        form,
        'sender.kind',
        contact.senderKind,
        senderKinds.map((value) => ({
          value,
          label: contact.senderKinds[value],
          ...(value === 'minimal' && {
            className: 'question',
            hint: markup`<span class="unless-has">${only.minimal}</span>`,
          }),
        })),
        'individual',
      )}
      ${onlyFor('body', only.organisation, textField(form, 'sender.name', contact.bodyName, { autocomplete: 'organization' }))}
      ${onlyFor('company', only.company, textField(form, 'sender.siret', contact.siret, { hint: contact.siretHint, inputmode: 'numeric' }))}
      ${onlyFor('association', only.association, textField(form, 'sender.rna', contact.rna, { hint: contact.rnaHint }))}
      ${onlyFor('person', page.contact.onlyIndividuals, person(form, model))}
      ${textField(form, 'sender.email', contact.email, { hint: contact.emailHint, type: 'email', autocomplete: 'email' })}
      ${more(form, model)}

      <div class="trap" inert>
        <label for="trap">${contact.trap}</label><input id="trap" name="trap" tabindex="-1" autocomplete="off" value="${draft['trap']}" />
      </div>
      ${hidden({ formToken })}
      <p class="hint">
        ${contact.privacy(administration.name)}
        <a href="${pageAddress('termsPage', administration, language)}">${contact.terms}</a>
      </p>
      <p class="actions"><button class="main" name="step" value="review">${contact.review}</button></p>
    </form>`;
}

/** A group that CSS hides where it does not apply. A browser that cannot says for whom it is. */
function onlyFor(className: string, sentence: string, fields: Markup): Markup {
  return markup`<div class="${className} stack">
    <p class="hint unless-has">${sentence}</p>
    ${fields}
  </div>`;
}

function person(form: Form, { language }: ContactView): Markup {
  const { contact, page } = contactWordsIn(language);
  return markup`<div class="pair">
      ${textField(form, 'sender.familyName', contact.familyName, { autocomplete: 'family-name' })}
      ${textField(form, 'sender.givenName', contact.givenName, { autocomplete: 'given-name' })}
    </div>
    ${textArea(form, 'sender.postalAddress.lines', contact.address, 2, { hint: contact.addressHint, autocomplete: 'street-address' })}
    <div class="pair">
      ${textField(form, 'sender.postalAddress.postalCode', contact.postalCode, { autocomplete: 'postal-code' })}
      ${textField(form, 'sender.postalAddress.city', contact.city, { autocomplete: 'address-level2' })}
    </div>
    ${textField(form, 'sender.postalAddress.country', contact.country, { hint: page.contact.countryHint, autocomplete: 'country-name', initial: contact.france })}`;
}

/** Closed, unless something in it was typed or is to be corrected. */
function more(form: Form, { language }: ContactView): Markup {
  const { contact, page } = contactWordsIn(language);
  const isOpen = [...rare, 'sender.onBehalfOf.name'].some((name) => form.draft[name] || form.errors[name]);
  return markup`<details${isOpen && markup` open`}>
    <summary>${contact.more} <small>(${contact.optional})</small></summary>
    <div class="stack">
      ${textField(form, 'sender.phone', contact.phoneNumber, { hint: contact.phoneHint, type: 'tel', autocomplete: 'tel', isOptional: true })}
      <div class="person">${textField(form, 'sender.preferredName', contact.preferredName, { hint: contact.preferredNameHint, isOptional: true })}</div>
      ${textField(form, 'sender.receiptEmail', contact.receiptEmail, { hint: contact.receiptEmailHint, type: 'email', isOptional: true })}
      <div class="not-minimal stack">
        ${tick(form, 'sender.onBehalfOf', contact.isOnBehalf)}
        ${onlyFor(
          'behalf',
          page.contact.onlyOnBehalf,
          markup`<div class="pair">
            ${textField(form, 'sender.onBehalfOf.name', contact.onBehalfName)}
            ${select(
              form,
              'sender.onBehalfOf.capacity',
              contact.capacity,
              capacities.map((value) => [value, contact.capacities[value]] as const),
            )}
          </div>`,
        )}
      </div>
      <div class="not-question">${tick(form, 'sender.refusesElectronicReply', contact.refusesElectronicReply)}</div>
    </div>
  </details>`;
}
