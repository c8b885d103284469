/** What the PDF of a receipt says, in the order in which it is read. Pure: all comes from what was signed. */
import type { Language } from '@guichet/contracts/administration';
import { type Mention, serviceMentions, silenceMentions } from '@guichet/contracts/standing';
import type { ReceiptVerification } from '@guichet/contracts/verification';
import type { ReceiptKind, ReceiptWords } from '@guichet/contracts/words/receipt';
import { receiptEn } from '@guichet/contracts/words/receipt.en';
import { receiptFr } from '@guichet/contracts/words/receipt.fr';
import type { StandingWords } from '@guichet/contracts/words/standing';
import { standingEn } from '@guichet/contracts/words/standing.en';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import { instantAsWritten } from '../../domain/instant.js';

type Valid = Extract<ReceiptVerification, { valid: true }>;

/** A receipt of CRPA L112-11, or the attestation of L232-3. */
export type VerifiedReceipt = Valid & { kind: ReceiptKind };

export const isReceipt = (verified: ReceiptVerification): verified is VerifiedReceipt =>
  verified.valid && verified.kind !== 'decision';

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: Pick<Mention, 'label' | 'value'>[] }
  | { kind: 'list'; items: string[] }
  /** The way to verify it: `url` carries its code, `shown` is what is read of it, `picture` tells what the QR code is. */
  | {
      kind: 'proof';
      scan: string;
      follow: string;
      url: string;
      shown: string;
      after: string;
      picture: string;
    };

/** The receipt in one language. */
export interface ReceiptText {
  language: Language;
  /** Whose it is: the letterhead. */
  issuer: [name: string, siren: string];
  title: string;
  blocks: Block[];
  /** At the foot of each page. */
  foot(page: number, pages: number): string;
}

export interface ReceiptDocument {
  /** Without its ending. */
  file: string;
  title: string;
  author: string;
  issuedAt: string;
  /** The page where it is verified, with its code: what the QR code holds. */
  url: string;
  texts: ReceiptText[];
}

export interface DocumentSubject {
  receipt: VerifiedReceipt;
  language: Language;
  /** Printed only where the resident asked for it. */
  trackingCode?: string | undefined;
  /** The page where receipts are verified, and the same with the receipt's code in its fragment. */
  verification: { page: string; url: string };
}

const words: Record<Language, ReceiptWords> = { fr: receiptFr, en: receiptEn };
const standingWords: Record<Language, StandingWords> = { fr: standingFr, en: standingEn };

export function receiptDocument(subject: DocumentSubject): ReceiptDocument {
  const { receipt, language, verification } = subject;
  const { kinds, file } = words[language];
  // In law the French text prevails (CRPA L111-1): of a receipt it is never missing.
  const languages: Language[] = language === 'fr' ? ['fr'] : [language, 'fr'];
  return {
    file: `${file[receipt.kind]}-${receipt.reference}`,
    title: `${kinds[receipt.kind]} ${receipt.reference}`,
    author: receipt.administration.name,
    issuedAt: receipt.issuedAt,
    url: verification.url,
    texts: languages.map((each) => textIn(each, subject)),
  };
}

function textIn(language: Language, { receipt, trackingCode, verification }: DocumentSubject): ReceiptText {
  const { kind, administration, reference } = receipt;
  const all = words[language];
  const own = kind === 'attestation' ? { ...all, ...all.attestation } : all;
  const standing = standingWords[language];
  const received = [
    { label: own.reference, value: reference },
    { label: own.receivedAt, value: instantAsWritten(receipt.receivedAt, language) },
    { label: own.issuedAt, value: instantAsWritten(receipt.issuedAt, language) },
    ...attested(receipt, all, standing),
    ...(trackingCode ? [{ label: own.trackingCode, value: trackingCode }] : []),
  ];
  return {
    language,
    issuer: [administration.name, own.siren(administration.siren)],
    title: own.kinds[kind],
    blocks: [
      { kind: 'paragraph', text: own.lead[kind] },
      ...paragraphs(own.prevails),
      { kind: 'facts', facts: received },
      ...paragraphs(trackingCode ? own.trackingCodeHint : null),
      { kind: 'heading', text: own.service },
      { kind: 'facts', facts: serviceMentions(receipt, standing) },
      ...silenceBlocks(receipt, own, standing),
      ...attachmentBlocks(receipt, own),
      { kind: 'heading', text: own.verify },
      {
        kind: 'proof',
        scan: own.scan,
        follow: own.follow,
        url: verification.url,
        shown: verification.page,
        after: own.proof,
        picture: own.picture,
      },
    ],
    foot: (page, pages) => `${own.kinds[kind]} ${reference}, ${own.page(page, pages)}`,
  };
}

/** Since when the request is granted, and who attests it (CRPA L212-1). */
const attested = (
  { kind, decision }: VerifiedReceipt,
  { attestation: own }: ReceiptWords,
  standing: StandingWords,
): Pick<Mention, 'label' | 'value'>[] =>
  kind === 'attestation' && decision
    ? [
        { label: own.grantedOn, value: standing.day(decision.on) },
        { label: own.author, value: decision.author },
      ]
    : [];

const paragraphs = (text: string | null): Block[] => (text ? [{ kind: 'paragraph', text }] : []);

/** In plain words, then as R112-11-1 lists it. */
function silenceBlocks(receipt: VerifiedReceipt, own: ReceiptWords, standing: StandingWords): Block[] {
  const { silence, administration } = receipt;
  if (!silence) return [];
  // A receipt names who answers; what kind of administration that is, it does not say.
  const who = standing.who[/^Mairie\b/.test(administration.name) ? 'commune' : 'other'];
  const { effect, date, basis } = silence;
  const due = standing.due(effect, who, date && standing.day(date), basis);
  return [
    { kind: 'heading', text: own.silence },
    { kind: 'paragraph', text: due },
    { kind: 'facts', facts: silenceMentions(receipt, standing) },
  ];
}

function attachmentBlocks({ attachments }: VerifiedReceipt, own: ReceiptWords): Block[] {
  if (!attachments.length) return [];
  return [
    { kind: 'heading', text: own.attachments },
    { kind: 'paragraph', text: own.attachmentsHint },
    { kind: 'list', items: attachments },
  ];
}
