/** The form that takes a receipt's code, and what is to be said of it. */
import type { Language } from '@guichet/contracts/administration';
import { receiptRoutes } from '@guichet/contracts/routes';
import type { ReceiptVerification } from '@guichet/contracts/verification';
import type { StandingWords } from '@guichet/contracts/words/standing';
import { standingEn } from '@guichet/contracts/words/standing.en';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import { errorSummary, notice, textArea } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { instantIn } from '../instant.js';
import { commonWords, pageWords } from '../layout.js';
import { verificationEn } from '../words/verification.en.js';
import { verificationFr } from '../words/verification.fr.js';
import type { VerificationWords } from '../words/verification.js';

export const verificationWords: Record<Language, VerificationWords> = {
  fr: verificationFr,
  en: verificationEn,
};
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

/** In the zone that the receipt was written in: its offset is in the text. */
const instant = (text: string, language: Language) =>
  instantIn(text, language, text.endsWith('Z') ? 'UTC' : text.slice(-6));

function mentionsOf({ service, silence, appeal }: Valid, standing: StandingWords): [string, string][] {
  const { mentions: words } = standing;
  const mentions: [string, string][] = [
    [words.service, service.name],
    [words.address, service.address],
    [words.phone, service.phone],
    [words.email, service.email],
  ];
  if (silence) {
    mentions.push([words.deadline, words.deadlineOn(silence.date && standing.day(silence.date))]);
    mentions.push([words.silence, words.silenceMeans(silence.effect, silence.basis)]);
  }
  // ISO 8601: `P2M`.
  if (appeal) mentions.push([words.appeal, words.appealBefore(appeal.body, parseInt(appeal.delay.slice(1)))]);
  if (appeal?.online) mentions.push([words.online, appeal.online]);
  return mentions.filter(([, value]) => value);
}

function valid(receipt: Valid, { language, host }: VerificationModel): Markup {
  const words = verificationWords[language];
  const { kind, administration, reference, receivedAt, issuedAt } = receipt;
  const facts: [string, string][] = [
    [words.kind, words.kinds[kind]],
    [words.administration, `${administration.name}, ${words.siren(administration.siren)}`],
    [words.reference, reference],
    [words.receivedAt, instant(receivedAt, language)],
    [words.issuedAt, instant(issuedAt, language)],
    ...mentionsOf(receipt, standingWords[language]),
  ];
  return notice(
    markup`<p><strong>${words.issued(host, administration.name)}</strong></p>
      <p>${words.proof}</p>
      <dl class="facts">
        ${facts.map(
          ([label, value]) =>
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
    <form method="post" action="${address(language)}" novalidate>
      ${textArea(form, 'jws', words.code, 8, { hint: words.codeHint, autocomplete: 'off' })}
      <p class="actions"><button class="main" name="step" value="verify">${words.verify}</button></p>
    </form>
    ${
      !outcome &&
      markup`<p><a href="${address(other)}" lang="${other}" hreflang="${other}">${pageWords[language].otherLanguage}</a></p>`
    }`;
}
