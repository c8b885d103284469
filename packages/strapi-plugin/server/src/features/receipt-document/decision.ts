/** What the PDF of a decision says: what was signed, and the text whose fingerprint was. Pure. */
import { appealMentions, serviceMentions } from '@guichet/contracts/standing';
import type { ReceiptVerification } from '@guichet/contracts/verification';
import { receiptFr } from '@guichet/contracts/words/receipt.fr';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import type { DecisionText } from '../../domain/decision-text.js';
import { instantAsWritten } from '../../domain/instant.js';
import type { Block, ReceiptDocument } from './content.js';
import { decisionWords as words } from './decision.words.js';

type Valid = Extract<ReceiptVerification, { valid: true }>;
type Signed = NonNullable<Valid['decision']>;

/** A decision that was taken, not one that silence took. */
export type VerifiedDecision = Valid & { decision: Signed & { kind: 'granted' | 'refused' } };

export const isDecision = (verified: ReceiptVerification): verified is VerifiedDecision =>
  verified.valid && verified.kind === 'decision' && verified.decision?.kind !== 'tacitly-granted';

export interface DecisionSubject {
  decision: VerifiedDecision;
  /** What was notified. */
  text: DecisionText;
  /** The page where it is verified, and the same with its code in its fragment. */
  verification: { page: string; url: string };
}

const heading = (text: string): Block => ({ kind: 'heading', text });

/** A part of the text under its heading, a paragraph for each of its own. */
const part = (title: string, text: string): Block[] => [
  heading(title),
  ...text
    .split(/\n{2,}/)
    .filter((each) => each.trim())
    .map((each) => ({ kind: 'paragraph' as const, text: each.trim() })),
];

export function decisionDocument({ decision: signed, text, verification }: DecisionSubject): ReceiptDocument {
  const { administration, reference, receivedAt, issuedAt, decision, appeal, attachments } = signed;
  const { message, reasons, illegality } = text;
  const title = words.title[decision.kind];
  const facts = [
    { label: receiptFr.reference, value: reference },
    { label: receiptFr.receivedAt, value: instantAsWritten(receivedAt, 'fr') },
    { label: words.notifiedOn, value: standingFr.day(decision.on) },
    { label: words.author, value: decision.author },
  ];
  const blocks: Block[] = [
    { kind: 'paragraph', text: words.lead },
    { kind: 'facts', facts },
    ...part(words.text, message),
    ...(reasons && reasons !== 'not-required'
      ? [...part(words.law, reasons.law), ...part(words.facts, reasons.facts)]
      : []),
    ...(illegality ? part(words.illegality, illegality) : []),
    ...(appeal
      ? [
          heading(words.appeal),
          {
            kind: 'facts' as const,
            // ISO 8601: `P2M`.
            facts: appealMentions(appeal, parseInt(appeal.delay.slice(1)), standingFr),
          },
        ]
      : []),
    heading(receiptFr.service),
    { kind: 'facts', facts: serviceMentions(signed, standingFr) },
    ...(attachments.length
      ? [
          heading(words.attachments),
          { kind: 'paragraph' as const, text: receiptFr.attachmentsHint },
          { kind: 'list' as const, items: attachments },
        ]
      : []),
    heading(words.verify),
    {
      kind: 'proof',
      scan: words.scan,
      follow: words.follow,
      url: verification.url,
      shown: verification.page,
      after: receiptFr.proof,
      picture: words.picture,
    },
  ];
  return {
    file: `${words.file}-${reference}`,
    title: `${title} ${reference}`,
    author: administration.name,
    issuedAt,
    url: verification.url,
    texts: [
      {
        language: 'fr',
        issuer: [administration.name, receiptFr.siren(administration.siren)],
        title,
        blocks,
        foot: (page, pages) => `${title}, ${reference}, ${receiptFr.page(page, pages)}`,
      },
    ],
  };
}
