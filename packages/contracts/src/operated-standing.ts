/**
 * What is told of a request that was made at an operator: the same by the widget and by the page without JavaScript. It
 * is the operator's to acknowledge and to decide (CRPA L114-4): only what it has told is said. Pure.
 */
import { isEmail } from './identity.js';
import type { Mention } from './standing.js';
import type { TrackedRequest } from './tracking.js';
import type { TrackingWords } from './words/tracking.js';

type Operated = NonNullable<TrackedRequest['operated']>;

/** How it stands, in a word and a sentence; an operator's own words where it has any. */
export function statusOf(
  { status, operated }: Pick<TrackedRequest, 'status' | 'operated'>,
  words: TrackingWords,
): { label: string; sentence: string } {
  const known = words.status[status];
  if (!operated) return known;
  const { prepared, claimed } = words.operated;
  const { name } = operated.operator;
  if (!operated.isSent) return { label: prepared.label, sentence: prepared.sentence(name) };
  if (!operated.isConfirmed) return { label: claimed.label, sentence: claimed.sentence(name) };
  const said = operated.steps.at(-1)?.label ?? '';
  return { label: known.label, sentence: said === known.label ? '' : said };
}

export function operatedOf(
  { operator, reference, url, acknowledgement, staleSince }: Operated,
  words: TrackingWords,
): { sentences: string[]; mentions: Mention[] } {
  const { operated: said, standing } = words;
  const { name, phone, email } = operator;
  const mentions: (Mention | false | null)[] = [
    url !== null && { label: said.goOn, value: said.file(name), href: url, isApart: true },
    reference !== null && { label: said.reference, value: reference },
    acknowledgement?.url
      ? {
          label: said.acknowledgement,
          value: said.readAcknowledgement,
          href: acknowledgement.url,
          isApart: true,
        }
      : null,
    { label: standing.mentions.phone, value: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` },
    email !== null &&
      isEmail(email) && { label: standing.mentions.email, value: email, href: `mailto:${email}` },
  ];
  return {
    sentences: [
      said.by(name),
      ...(acknowledgement ? [said.acknowledged(name, standing.day(acknowledgement.on))] : []),
      // In the administration's own time, as its offset says.
      ...(staleSince !== null ? [said.stale(name, standing.day(staleSince.slice(0, 10)))] : []),
    ],
    mentions: mentions.filter((mention) => mention !== null && mention !== false),
  };
}
