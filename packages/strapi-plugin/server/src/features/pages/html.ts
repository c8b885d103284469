/**
 * Markup as a tagged template that escapes by default: whatever is put into it appears as text or as the value of an
 * attribute, never as markup. Only what `markup` itself made passes unescaped.
 */

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that `markup` made. Made nowhere else: a text from outside can never pose as one. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type { Markup };

/** What may be put into a template: nothing at all for `null`, `undefined` and `false`. */
export type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

/** For text and for attributes between quotes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character]!);
}

function render(piece: Piece): string {
  if (piece instanceof Markup) return piece.toString();
  if (Array.isArray(piece)) return (piece as readonly Piece[]).map(render).join('');
  return piece == null || piece === false ? '' : escape(String(piece));
}

const compacted = new WeakMap<TemplateStringsArray, string[]>();

/**
 * A template without the indentation it is written with: none between two tags, one space elsewhere. Only ever our own
 * text: where white space in what people wrote is to be kept, no line of the template breaks beside it.
 */
function compact(strings: TemplateStringsArray): string[] {
  let texts = compacted.get(strings);
  if (!texts) {
    texts = strings.map((text) =>
      text
        .replace(/\s*\n\s*/g, '\n')
        .replace(/>\n</g, '><')
        .replace(/\n?\s?\/?>/g, '>')
        .replace(/\n/g, ' '),
    );
    compacted.set(strings, texts);
  }
  return texts;
}

/**
 * @example markup`<p title="${hint}">${text}</p>`
 * @throws TypeError where a value would stand outside text and quotes, where no escaping helps
 */
export function markup(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  const texts = compact(strings);
  let text = texts[0]!;
  for (const [i, piece] of pieces.entries()) {
    if (/=$/.test(texts[i]!)) throw new TypeError('the value of an attribute stands between quotes');
    text += render(piece) + texts[i + 1]!;
  }
  return new Markup(text);
}

/** ` name="value"` for each; `true` gives the bare name, `false` and `undefined` nothing. Names are our own. */
export function attributes(values: Record<string, string | number | boolean | undefined>): Markup {
  const pieces = Object.entries(values).map(([name, value]) => {
    if (!/^[a-z-]+$/.test(name)) throw new TypeError('not the name of an attribute');
    if (value === undefined || value === false) return '';
    return value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
  });
  return new Markup(pieces.join(''));
}

/** The content of a `<script>`, which is not escaped. Takes what we wrote, never a text. */
export function script(code: string): Markup {
  if (code.includes('<')) throw new TypeError('a script holds no markup');
  return new Markup(`<script>${code}</script>`);
}

/** JSON-LD, which is not escaped. Takes JSON in which `<` is written otherwise, never a text. */
export function structured(json: string): Markup {
  if (json.includes('<')) throw new TypeError('a block of data holds no markup');
  return new Markup(`<script type="application/ld+json">${json}</script>`);
}

/** The content of a `<style>`, which is not escaped. Takes what a program wrote, colours included, never a text. */
export function style(css: string): Markup {
  if (css.includes('<')) throw new TypeError('a style sheet holds no markup');
  return new Markup(`<style>${css}</style>`);
}
