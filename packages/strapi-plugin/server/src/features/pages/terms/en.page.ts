/** The terms of use and the privacy notice in English, for information: the French text prevails (CRPA L111-1). */
import type { HereRule } from '@guichet/contracts/admin/retention';
import { markup, type Markup } from '../html.js';
import { telephone } from '../layout.js';
import type { TermsModel } from './view.js';

const durationEn = ({ count, unit }: HereRule['period']) =>
  count === 1 ? `one ${unit.slice(0, -1)}` : `${count} ${unit}`;

export function termsEn({
  administration,
  securityAttestation,
  mailFrom,
  host,
  contact,
  accessibility,
  tracking,
  retentions,
}: TermsModel): Markup {
  const { name, human } = administration;
  return markup`<article class="prose">
    <h1>Terms of use and your rights</h1>
    <p class="notice">
      <strong>This translation is for information: only the French text is authoritative.</strong>
    </p>
    <p>
      ${name}: how to write to us electronically, what you receive in return, and what becomes of your information.
    </p>

    <h2>Writing electronically</h2>
    <p>
      You can send a request, a declaration, a document or information by the
      <a href="${contact}">contact form</a>, then follow the answer on the
      <a href="${tracking}">follow-up page</a>. Both are free and need no account.
    </p>
    <p>
      A message sent by this form validly seises the administration: nobody will ask you to confirm or repeat
      it by other means (French code of relations between the public and the administration, CRPA, article
      L112-8). Where a dedicated online service exists for a procedure, only that service may be used online
      (article L112-9).
    </p>
    <p>Telephone, post and the desk remain open: ${telephone(human.phone)}, ${human.address}.</p>

    <h2>How to identify yourself</h2>
    <p>We ask for what CRPA article R112-9-1 provides, and nothing more:</p>
    <ul>
      <li>in your own name: family name, first name, postal address and e-mail address;</li>
      <li>for a company: SIRET or SIREN number, name and e-mail address;</li>
      <li>
        for an association: number in the national register of associations (RNA), name and e-mail address;
      </li>
      <li>for another body: its name, and the information of the person who represents it;</li>
      <li>for a mere question: an e-mail address is enough.</li>
    </ul>
    <p>
      If you write for another person, give their name and in what capacity you do so. No identity document is
      asked for here.
    </p>

    <h2>What you receive</h2>
    <p>
      As soon as you send, a registration receipt is shown and leaves to your e-mail address, or to the one
      that you chose for receipts (articles L112-11, R112-11-2 and R112-11-3). It bears the date of reception,
      a reference and the service in charge of your message. It proves that your message arrived and on which
      date; it does not mean that your request is complete or granted. Where you must keep a time limit, this
      date counts (article L112-13).
    </p>
    <p>
      The law then provides for an acknowledgement, within ten working days of your message reaching the
      competent service (article R112-11-2). For a procedure whose service and time limits are fixed
      beforehand, it is given at once, in the place of the registration receipt.
    </p>
    <p>
      Receipts and notices of answers are sent from <strong>${mailFrom}</strong>. If nothing arrives, look
      among unwanted mail, or telephone us. As a precaution, these e-mails never repeat your message.
    </p>
    <p>
      A tracking code is shown once, when you send. With the reference, it opens your request on the follow-up
      page. We keep no readable copy of it.
    </p>
    <p>
      The answer may be given electronically. You may refuse this in the form, except for a demand for
      information (article L112-14).
    </p>
    <p>If your request is for another administration, it is forwarded and you are told (article L114-2).</p>

    ${
      accessibility &&
      markup`<h2>Accessibility</h2>
        <p>
          Is a page or a document difficult for you to use?
          <a href="${accessibility}">Tell us of this accessibility problem</a>: we will answer within a week.
        </p>`
    }

    <h2>Abuse</h2>
    <p>
      The administration need not acknowledge abusive sendings, in particular by their number or their
      repetitive or systematic nature, nor those that threaten the security of its information system. Having
      told their author, if it can, it may block the source of a great number of abusive sendings (article
      L112-11).
    </p>
    <p>
      A sending that looks doubtful is not erased: its author gets the receipt on screen, the reference and
      the code like anyone. Only the e-mail may wait until an agent has checked, at the latest at the end of
      the next working day.
    </p>

    <h2>Your personal information</h2>
    <p>
      <strong>Who is responsible for it?</strong> ${name}, ${human.address}. The service ${host} hosts it on
      its behalf, as a processor.
    </p>
    <p>
      <strong>What is it for?</strong> To handle your message, to answer it, to let you follow it, and to
      protect the service against abuse. It serves a task carried out in the public interest (General Data
      Protection Regulation, article 6(1)(e)).
    </p>
    <p>
      <strong>What is mandatory?</strong> What the form does not mark “optional”. Without it the message
      cannot be sent by this form; you can always telephone, write by post or come. The rest only serves where
      you give it.
    </p>
    <p>
      <strong>Who sees it?</strong> Our agents in charge of your message and, for technical needs
      only, those who run the hosting. If your request is for another administration, that one receives it. It
      is never joined with that of other administrations, nor sold.
    </p>
    <p>
      <strong>How long is it kept?</strong> As long as it takes to handle your message, then as long as it can
      be appealed against. Your message is a public archive: it is then destroyed only with the consent of the
      archives administration (code du patrimoine, articles L211-4, R212-13 and R212-14). The receipt, with
      the tracking code, is kept encrypted for 72 hours, so that what is sent twice is registered once.
    </p>
    <ul>
      ${retentions.map(
        ({ title, here, isPassing }) =>
          markup`<li>${title ?? 'General form'}: ${isPassing && 'handed over to the service that deals with it in its own tools, the information is erased here within three months of its arrival; failing that, '}${
            here
              ? `kept ${durationEn(here.period)} after closing, then ${here.finalAction === 'destroy' ? 'destroyed' : 'handed over to the archives'}.`
              : 'kept until the archives have said for how long.'
          }</li>`,
      )}
    </ul>
    <p>
      <strong>How is it protected?</strong> What you write is encrypted. These pages set no cookie, do not measure your visit and call no
      other website. The address of your network
      only serves, in a form from which it cannot be found again, to count what is sent within a few minutes.
      No decision about you is taken by a program.
      ${
        securityAttestation &&
        markup`The security of the information system is the object of an
          <a href="${securityAttestation}">attestation</a>.`
      }
    </p>
    <p>
      <strong>What are your rights?</strong> You may ask to see your information, to have it corrected, to
      restrict its use, object to its use, and have it erased in the cases provided by law. Turn to us, for the attention of the data protection officer (“délégué à la protection des données”):
      ${human.email && markup`<a href="mailto:${encodeURI(human.email)}">${human.email}</a>, `}${telephone(human.phone)},
      ${human.address}. If the answer does not satisfy you, you may lodge a complaint with the CNIL: 3 place
      de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France, cnil.fr.
    </p>
  </article>`;
}
