/**
 * Markup as a tagged template that escapes by default: whatever is put into it appears as text or as the value of an
 * attribute, never as markup. Only what `html` itself made passes unescaped.
 */

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that `html` made. Made nowhere else: a text from outside can never pose as one. */
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
  return piece == null || piece === false ? '' : escape(String(piece as string | number));
}

/**
 * @example html`<p title="${hint}">${text}</p>`
 * @throws TypeError where a value would stand outside text and quotes, where no escaping helps
 */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let text = strings[0]!;
  for (const [i, piece] of pieces.entries()) {
    if (/=$/.test(strings[i]!)) throw new TypeError('the value of an attribute stands between quotes');
    text += render(piece) + strings[i + 1]!;
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

/** The content of a `<style>`, which is not escaped. Takes what a program wrote, colours included, never a text. */
export function style(css: string): Markup {
  if (css.includes('<')) throw new TypeError('a style sheet holds no markup');
  return new Markup(`<style>${css}</style>`);
}
