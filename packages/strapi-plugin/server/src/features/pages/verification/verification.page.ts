/** The form that takes the code of a receipt, a decision or an attestation, and what is to be said of it. */
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
import { isTextOf } from './decision-text.js';
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
  /** The text to compare. */
  text: string;
  /** Null before anything was verified. */
  outcome: ReceiptVerification | { error: string } | null;
}

const address = (language: Language) => `${receiptRoutes.verificationPage}?lang=${language}`;

/** Who decided or attests what, and when (CRPA L212-1). */
function decisionMentions(
  kind: 'decision' | 'attestation',
  { kind: outcome, on, author, textSha256 }: NonNullable<Valid['decision']>,
  language: Language,
): Mention[] {
  const words = verificationWords[language];
  return [
    { label: words.outcome, value: words.outcomes[outcome] },
    { label: words.decidedOn, value: standingWords[language].day(on) },
    { label: words.author[kind], value: author },
    ...(textSha256 ? [{ label: words.fingerprint, value: textSha256 }] : []),
  ];
}

function textCompared({ decision }: Valid, text: string, language: Language): Markup | null {
  const { sameText, otherText } = verificationWords[language];
  if (!decision?.textSha256 || !text.trim()) return null;
  return markup`<p><strong>${isTextOf(text, decision.textSha256) ? sameText : otherText}</strong></p>`;
}

function valid(receipt: Valid, { language, host, text }: VerificationModel): Markup {
  const words = verificationWords[language];
  const labels = receiptWords[language];
  const { kind, administration, reference, receivedAt, issuedAt, attachments, decision } = receipt;
  const isDecision = kind === 'decision' || kind === 'attestation';
  const facts: Mention[] = [
    { label: words.kind, value: labels.kinds[kind] },
    { label: labels.administration, value: `${administration.name}, ${labels.siren(administration.siren)}` },
    { label: labels.reference, value: reference },
    { label: labels.receivedAt, value: instantAsWritten(receivedAt, language) },
    {
      label: isDecision ? words.issuedAt[kind] : labels.issuedAt,
      value: instantAsWritten(issuedAt, language),
    },
    ...(isDecision && decision ? decisionMentions(kind, decision, language) : []),
    ...serviceMentions(receipt, standingWords[language]),
    ...silenceMentions(receipt, standingWords[language]),
    ...attachments.map((sha256) => ({ label: labels.fingerprint, value: sha256 })),
  ];
  return notice(
    markup`<p><strong>${words.issued[isDecision ? kind : 'receipt'](host, administration.name)}</strong></p>
      ${textCompared(receipt, text, language)}
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
  const { language, jws, text, outcome } = model;
  const words = verificationWords[language];
  const other = language === 'fr' ? 'en' : 'fr';
  const errors = outcome && 'error' in outcome ? { jws: outcome.error } : {};
  const { optional } = commonWords[language];
  const form = { draft: { jws, text }, errors, optional };
  const hasText = outcome && 'valid' in outcome && outcome.valid && outcome.decision?.textSha256;
  return markup`<h1>${words.title}</h1>
    ${outcomeOf(model)}
    <p>${words.intro}</p>
    ${!outcome && markup`<noscript><p>${words.noScript}</p></noscript>`}
    <form method="post" action="${address(language)}" novalidate>
      ${textArea(form, 'jws', words.code, 8, { hint: words.codeHint, autocomplete: 'off' })}
      ${hasText && textArea(form, 'text', words.text, 8, { hint: words.textHint, autocomplete: 'off', isOptional: true })}
      <p class="actions"><button class="main" name="step" value="verify">${words.verify}</button></p>
    </form>
    ${
      !outcome &&
      markup`<p><a href="${address(other)}" lang="${other}" hreflang="${other}">${pageWords[language].otherLanguage}</a></p>`
    }`;
}
