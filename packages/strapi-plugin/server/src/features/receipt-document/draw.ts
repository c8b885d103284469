/** The page itself: the administration's name above, then what the receipt says; neutral, of no administration's look. */
import type { Block, ReceiptDocument, ReceiptText } from './content.js';
import type { Fonts } from './fonts.js';
import { type QrCode, qrCode } from './qr-code.js';
import { type Box, PAGE, TaggedPdf, type TextStyle, WHOLE } from './tagged-pdf.js';

const styles = {
  issuer: { size: 15, isBold: true },
  siren: { size: 9.5, colour: '#4b4d55' },
  title: { size: 20, isBold: true },
  heading: { size: 13, isBold: true },
  body: { size: 10.5 },
  label: { size: 10.5, colour: '#4b4d55' },
  link: { size: 10.5, colour: '#1d4e89' },
} satisfies Record<string, TextStyle>;

const LABEL: Box = { x: 0, width: 132 };
const VALUE: Box = { x: 144, width: WHOLE.width - 144 };
/** Between a QR code and the text beside it: more than the quiet zone of four modules. */
const GUTTER = 20;
/** A heading does not stand alone at the foot of a page: this much of what follows is beside it. */
const KEPT_WITH = 56;
const ONE_PAGE = PAGE.height - 2 * PAGE.margin;

export async function drawReceipt(document: ReceiptDocument, fonts: Fonts): Promise<Buffer> {
  const { default: create } = await import('pdfkit');
  const { title, author, issuedAt, texts } = document;
  const pdf = new TaggedPdf(create, fonts, {
    language: texts[0]!.language,
    title,
    author,
    date: new Date(issuedAt),
  });
  const code = qrCode(document.url);
  for (const text of texts) pdf.section(text, () => part(pdf, text, code));
  return pdf.end();
}

function part(
  pdf: TaggedPdf,
  { issuer: [name, siren], title, blocks }: ReceiptText,
  code: QrCode | null,
): void {
  pdf.text('P', name, styles.issuer);
  pdf.text('P', siren, styles.siren);
  pdf.gap(8);
  pdf.rule();
  pdf.gap(16);
  pdf.text('H1', title, styles.title);
  pdf.gap(8);
  for (const [i, block] of blocks.entries()) draw(pdf, block, blocks[i + 1], code);
}

function draw(pdf: TaggedPdf, block: Block, next: Block | undefined, code: QrCode | null): void {
  switch (block.kind) {
    case 'heading': {
      const after = next?.kind === 'proof' ? proofHeight(pdf, next, code) : KEPT_WITH;
      pdf.gap(12);
      keep(pdf, pdf.heightOf(block.text, styles.heading) + after);
      pdf.text('H2', block.text, styles.heading);
      pdf.gap(4);
      return;
    }
    case 'paragraph':
      pdf.text('P', block.text, styles.body);
      pdf.gap(8);
      return;
    case 'facts':
      pdf.within('Table', () => {
        for (const { label, value } of block.facts) fact(pdf, label, value);
      });
      return;
    case 'list':
      pdf.within('L', () => {
        for (const item of block.items) pdf.within('LI', () => pdf.text('LBody', item, styles.body));
      });
      return;
    case 'proof':
      proof(pdf, block, code);
  }
}

/** Goes on to a new page where there is not so much room on this one. */
function keep(pdf: TaggedPdf, height: number): void {
  if (height > pdf.left && height <= ONE_PAGE) pdf.newPage();
}

function fact(pdf: TaggedPdf, label: string, value: string): void {
  const heights = [pdf.heightOf(label, styles.label, LABEL), pdf.heightOf(value, styles.body, VALUE)];
  keep(pdf, Math.max(...heights));
  const { y, page } = pdf;
  pdf.within('TR', () => {
    pdf.text('TH', label, styles.label, { box: LABEL, scope: 'Row' });
    const below = pdf.y;
    pdf.text('TD', value, styles.body, { box: VALUE, y });
    // A value may be longer than the page.
    if (pdf.page === page) pdf.moveTo(Math.max(below, pdf.y));
  });
  pdf.gap(2);
}

type Proof = Extract<Block, { kind: 'proof' }>;

const besides = (code: QrCode | null): Box => {
  const x = code ? code.side + GUTTER : 0;
  return { x, width: WHOLE.width - x };
};

function proofHeight(pdf: TaggedPdf, { scan, shown, after }: Proof, code: QrCode | null): number {
  const box = besides(code);
  const text = [scan, shown, after].reduce((sum, each) => sum + pdf.heightOf(each, styles.body, box) + 6, 0);
  return Math.max(text, code?.side ?? 0) + 4;
}

function proof(pdf: TaggedPdf, block: Proof, code: QrCode | null): void {
  const box = besides(code);
  const { y } = pdf;
  pdf.text('P', code ? block.scan : block.follow, styles.body, { box });
  pdf.gap(6);
  pdf.within('P', () => pdf.link(block.shown, block.url, styles.link, box));
  pdf.gap(6);
  pdf.text('P', block.after, styles.body, { box });
  const below = pdf.y;
  if (code) pdf.figure(code, block.picture, y + 4);
  pdf.moveTo(Math.max(below, y + 4 + (code?.side ?? 0)));
}
