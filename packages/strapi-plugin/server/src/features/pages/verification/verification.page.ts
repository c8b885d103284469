/** The form that takes a receipt's code, and what is to be said of it. */
import type { Language } from '@guichet/contracts/administration';
import { receiptRoutes } from '@guichet/contracts/routes';
import type { ReceiptVerification } from '@guichet/contracts/verification';
import { type Mention, serviceMentions, silenceMentions } from '@guichet/contracts/standing';
import type { ReceiptWords } from '@guichet/contracts/words/receipt';
import { receiptEn } from '@guichet/contracts/words/receipt.en';
import { receiptFr } from '@guichet/contracts/words/receipt.fr';
import type { StandingWords } from '@guichet/contracts/words/standing';
import { standingEn } from '@guichet/contracts/words/standing.en';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import { errorSummary, notice, textArea } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { instantAsWritten } from '../../../domain/instant.js';
import { commonWords, pageWords } from '../layout.js';
import { verificationEn } from '../words/verification.en.js';
import { verificationFr } from '../words/verification.fr.js';
import type { VerificationWords } from '../words/verification.js';

export const verificationWords: Record<Language, VerificationWords> = {
  fr: verificationFr,
  en: verificationEn,
};
const receiptWords: Record<Language, ReceiptWords> = { fr: receiptFr, en: receiptEn };
const standingWords: Record<Language, StandingWords> = { fr: standingFr, en: standingEn };

type Valid = Extract<ReceiptVerification, { valid: true }>;

export interface VerificationModel {
  language: Language;
  /** The hosting's host name. */
  host: string;
  jws: string;
  /** Null before anything was verified. */
  outcome: ReceiptVerification | { error: string } | null;
}

const address = (language: Language) => `${receiptRoutes.verificationPage}?lang=${language}`;

function valid(receipt: Valid, { language, host }: VerificationModel): Markup {
  const words = verificationWords[language];
  const labels = receiptWords[language];
  const { kind, administration, reference, receivedAt, issuedAt, attachments } = receipt;
  const facts: Mention[] = [
    { label: words.kind, value: labels.kinds[kind] },
    { label: labels.administration, value: `${administration.name}, ${labels.siren(administration.siren)}` },
    { label: labels.reference, value: reference },
    { label: labels.receivedAt, value: instantAsWritten(receivedAt, language) },
    { label: labels.issuedAt, value: instantAsWritten(issuedAt, language) },
    ...serviceMentions(receipt, standingWords[language]),
    ...silenceMentions(receipt, standingWords[language]),
    ...attachments.map((sha256) => ({ label: labels.fingerprint, value: sha256 })),
  ];
  return notice(
    markup`<p><strong>${words.issued(host, administration.name)}</strong></p>
      <p>${words.proof}</p>
      <dl class="facts">
        ${facts.map(
          ({ label, value }) =>
            markup`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`,
  );
}

function outcomeOf(model: VerificationModel): Markup | null {
  const { outcome, language } = model;
  if (!outcome) return null;
  if ('error' in outcome) return errorSummary(commonWords[language].errors(1), { jws: outcome.error });
  if (outcome.valid) return valid(outcome, model);
  return notice(markup`<p>${verificationWords[language].refused[outcome.reason]}</p>`, true);
}

export function verificationPage(model: VerificationModel): Markup {
  const { language, jws, outcome } = model;
  const words = verificationWords[language];
  const other = language === 'fr' ? 'en' : 'fr';
  const errors = outcome && 'error' in outcome ? { jws: outcome.error } : {};
  const form = { draft: { jws }, errors, optional: '' };
  return markup`<h1>${words.title}</h1>
    ${outcomeOf(model)}
    <p>${words.intro}</p>
    ${!outcome && markup`<noscript><p>${words.noScript}</p></noscript>`}
    <form method="post" action="${address(language)}" novalidate>
      ${textArea(form, 'jws', words.code, 8, { hint: words.codeHint, autocomplete: 'off' })}
      <p class="actions"><button class="main" name="step" value="verify">${words.verify}</button></p>
    </form>
    ${
      !outcome &&
      markup`<p><a href="${address(other)}" lang="${other}" hreflang="${other}">${pageWords[language].otherLanguage}</a></p>`
    }`;
}
