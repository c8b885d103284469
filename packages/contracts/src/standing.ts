/** What receipts mention, in words: the same on every page and in every mail. Pure, and free of zod. */
import type { Administration } from './administration.js';
import type { Receipt, ReceiptAppeal } from './receipt.js';
import type { Nature } from './request.js';
import type { StandingWords } from './words/standing.js';

/** `href` where the value can be called, written to or followed. */
export interface Mention {
  label: string;
  value: string;
  href?: string;
  /** Whether it opens beside the page, which would be lost. */
  isApart?: true;
  /** Whether an agent wrote it: in French (CRPA L111-1), in lines of its own. */
  isWritten?: true;
}

/** Who is to answer, as a sentence begins. */
export function whoAnswers({ kind }: Pick<Administration, 'kind'>, { who }: StandingWords): string {
  return kind === 'commune' ? who.commune : who.other;
}

/** Every mention of CRPA R112-11-1 but the date of reception, which the request has. */
export function mentionsOf(receipt: Receipt, nature: Nature, words: StandingWords): Mention[] {
  return [
    { label: words.mentions.nature, value: words.natures[nature] },
    ...serviceMentions(receipt, words),
    ...silenceMentions(receipt, words),
  ];
}

/** Who handles the request (R112-11-1, 2°). */
export function serviceMentions(
  { service }: Pick<Receipt, 'service'>,
  { mentions: words }: Pick<StandingWords, 'mentions'>,
): Mention[] {
  const mentions: Mention[] = [
    { label: words.service, value: service.name },
    { label: words.address, value: service.address },
    { label: words.phone, value: service.phone, href: `tel:${service.phone.replace(/[^+\d]/g, '')}` },
    { label: words.email, value: service.email, href: `mailto:${service.email}` },
  ];
  return mentions.filter(({ value }) => value);
}

/** What silence means, from when on, and how a tacit refusal can be challenged (R112-11-1). */
export function silenceMentions(
  { silence, appeal }: Pick<Receipt, 'silence' | 'appeal'>,
  { mentions: words, day }: Pick<StandingWords, 'mentions' | 'day'>,
): Mention[] {
  const mentions: Mention[] = [];
  if (silence) {
    const { effect, date, basis } = silence;
    mentions.push(
      { label: words.deadline, value: words.deadlineOn(date && day(date)) },
      { label: words.silence, value: words.silenceMeans(effect, basis) },
    );
  }
  // ISO 8601: `P2M`.
  if (appeal) mentions.push(...appealMentions(appeal, parseInt(appeal.delay.slice(1)), { mentions: words }));
  return mentions.filter(({ value }) => value);
}

/** @param months null where it was said already until when */
export function appealMentions(
  { body, online }: ReceiptAppeal,
  months: number | null,
  { mentions: words }: Pick<StandingWords, 'mentions'>,
): Mention[] {
  const mentions: Mention[] = [{ label: words.appeal, value: words.appealBefore(body, months) }];
  if (online)
    mentions.push({ label: words.online, value: online, ...(/^https?:/.test(online) && { href: online }) });
  return mentions;
}
