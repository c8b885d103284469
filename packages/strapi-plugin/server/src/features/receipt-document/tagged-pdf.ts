/**
 * A tagged PDF (ISO 32000-1, 14.8; PDF/UA-1), written from top to bottom: what is read and what is seen come from the
 * same call, so that they cannot differ.
 */
import type { Language } from '@guichet/contracts/administration';
import { buffer } from 'node:stream/consumers';
import type PDFDocument from 'pdfkit';
import { type Fonts, hasGlyph } from './fonts.js';
import { writable } from './glyphs.js';
import { MODULE, type QrCode } from './qr-code.js';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- as pdfkit's types are made; they lack these
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: 'Row';
      bbox?: [left: number, top: number, right: number, bottom: number];
    }
    interface AnnotationOption {
      structParent?: PDFKit.PDFStructureElement;
    }
  }
}

type Element = PDFKit.PDFStructureElement;

export interface TextStyle {
  size: number;
  isBold?: boolean;
  colour?: string;
}

/** Where a text stands: from the left margin, in points. */
export interface Box {
  x: number;
  width: number;
}

/** A4 in points, with margins of 20 mm. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56.69 };
export const WHOLE: Box = { x: 0, width: PAGE.width - 2 * PAGE.margin };
const FOOT = { size: 9, colour: '#4b4d55', fromBottom: 36 };
const INK = '#1b1c20';
const LINE_GAP = 2;

const languageTags: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

export class TaggedPdf {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #has: (codePoint: number) => boolean;
  readonly #root: Element;
  #parent: Element;
  readonly #feet: ((page: number, pages: number) => string)[] = [];

  /** @param create pdfkit, which is loaded when the first document is drawn */
  constructor(
    create: typeof PDFDocument,
    fonts: Fonts,
    { language, title, author, date }: { language: Language; title: string; author: string; date: Date },
  ) {
    this.#has = hasGlyph(fonts);
    const pdf = new create({
      size: 'A4',
      margin: PAGE.margin,
      pdfVersion: '1.7',
      // Its types know PDF/A only. Says in the metadata that the document means to be accessible.
      subset: 'PDF/UA' as never,
      tagged: true,
      lang: languageTags[language],
      displayTitle: true,
      autoFirstPage: false,
      // The feet are written last, when it is known how many pages there are.
      bufferPages: true,
      font: fonts.regular as never,
      // The same receipt gives the same bytes.
      info: { Title: title, Creator: 'Guichet', CreationDate: date, ModDate: date },
    });
    // pdfkit writes the metadata's texts unescaped: the title is our own, a name is not.
    pdf.appendXML(
      `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>${escaped(this.#writable(author))}</rdf:li></rdf:Seq></dc:creator></rdf:Description>`,
    );
    // Fonts that are read already; its types know files and bytes only.
    pdf.registerFont('regular', fonts.regular as never).registerFont('bold', fonts.bold as never);
    this.#pdf = pdf;
    this.#root = pdf.struct('Document');
    pdf.addStructure(this.#root);
    this.#parent = this.#root;
  }

  /** @returns points that are left on the page */
  get left(): number {
    return PAGE.height - PAGE.margin - this.#pdf.y;
  }

  get y(): number {
    return this.#pdf.y;
  }

  get page(): object {
    return this.#pdf.page;
  }

  /** A part of its own on a page of its own. */
  section(text: { language: Language; foot(page: number, pages: number): string }, draw: () => void): void {
    this.newPage((page, pages) => text.foot(page, pages));
    this.within('Sect', draw, { lang: languageTags[text.language] });
  }

  newPage(foot = this.#feet.at(-1)): void {
    this.#pdf.addPage();
    if (foot) this.#feet[this.#pages - 1] = foot;
  }

  get #pages(): number {
    return this.#pdf.bufferedPageRange().count;
  }

  /** An element that holds others. */
  within(role: string, draw: () => void, options: PDFKit.Mixins.StructureElementOptions = {}): void {
    const parent = this.#parent;
    const element = this.#pdf.struct(role, options);
    parent.add(element);
    this.#parent = element;
    draw();
    this.#parent = parent;
  }

  heightOf(text: string, style: TextStyle, box = WHOLE): number {
    return this.#styled(style).heightOfString(this.#writable(text), {
      width: box.width,
      lineGap: LINE_GAP,
    });
  }

  /** Written from `y` on; goes on to the next page where it has to. */
  text(
    role: string,
    text: string,
    style: TextStyle,
    { box = WHOLE, y = this.y, scope }: { box?: Box; y?: number; scope?: 'Row' } = {},
  ): void {
    const write = () => this.#write(text, style, box, y);
    this.#parent.add(this.#pdf.struct(role, scope ? { scope } : {}, write));
  }

  /** A link whose text stands on one page. */
  link(shown: string, url: string, style: TextStyle, box: Box): void {
    const { y } = this;
    const text = this.#writable(shown);
    const element = this.#pdf.struct('Link');
    this.#parent.add(element);
    element.add(() => {
      this.#write(shown, style, box, y, true);
      const width = Math.min(box.width, this.#pdf.widthOfString(text));
      this.#pdf.link(PAGE.margin + box.x, y, width, this.y - y, url, {
        structParent: element,
        Contents: asText(text),
      });
    });
  }

  /** @param y of its upper side, at the left margin */
  figure({ side, runs }: QrCode, alt: string, y: number): void {
    const { margin } = PAGE;
    const draw = () => {
      this.#pdf.save().translate(margin, y).scale(MODULE).fillColor('#000');
      // One path, in modules: no hairline between what touches, and one write for its thousands of rectangles.
      this.#pdf.addContent(`${runs.map((run) => `${run.x} ${run.y} ${run.width} 1 re`).join(' ')} f`);
      this.#pdf.restore();
    };
    const bbox: [number, number, number, number] = [margin, y, margin + side, y + side];
    this.#parent.add(this.#pdf.struct('Figure', { alt: this.#writable(alt), bbox }, draw));
  }

  /** Seen, not read. */
  rule(): void {
    const { margin, width } = PAGE;
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    this.#pdf
      .moveTo(margin, this.y)
      .lineTo(width - margin, this.y)
      .lineWidth(0.75)
      .stroke('#8b8d95');
    this.#pdf.endMarkedContent();
  }

  moveTo(y: number): void {
    this.#pdf.y = y;
  }

  gap(points: number): void {
    this.#pdf.y += points;
  }

  async end(): Promise<Buffer> {
    const pages = this.#pages;
    let foot: ((page: number, pages: number) => string) | undefined;
    for (let i = 0; i < pages; i++) {
      foot = this.#feet[i] ?? foot;
      this.#pdf.switchToPage(i);
      // Below the margin, where text would otherwise go on to a new page.
      this.#pdf.page.margins.bottom = 0;
      this.#pdf.markContent('Artifact', { type: 'Pagination' });
      this.#styled(FOOT).text(
        this.#writable(foot!(i + 1, pages)),
        PAGE.margin,
        PAGE.height - FOOT.fromBottom,
        {
          lineBreak: false,
        },
      );
      this.#pdf.endMarkedContent();
    }
    this.#root.end();
    this.#pdf.end();
    return buffer(this.#pdf);
  }

  #write(text: string, style: TextStyle, box: Box, y: number, underline = false): void {
    const { width, x } = box;
    this.#styled(style).text(this.#writable(text), PAGE.margin + x, y, {
      width,
      lineGap: LINE_GAP,
      underline,
    });
  }

  #styled({ size, isBold, colour = INK }: TextStyle): PDFKit.PDFDocument {
    return this.#pdf
      .font(isBold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(colour);
  }

  #writable(text: string): string {
    return writable(text, this.#has);
  }
}

/** pdfkit writes a plain string as a name; an object as a text. */
const asText = (text: string) => new String(text) as string;

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!);
