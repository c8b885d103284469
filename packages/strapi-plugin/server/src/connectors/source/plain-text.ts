/** What a source writes with markup, as plain text: what is read here is never markup again. */

/** A source's text is not longer. */
const MOST = 20_000;

const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: '’',
    nbsp: '\u00a0',
    rsquo: '’',
    lsquo: '‘',
    laquo: '«',
    raquo: '»',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    euml: 'ë',
    agrave: 'à',
    acirc: 'â',
    ccedil: 'ç',
    icirc: 'î',
    iuml: 'ï',
    ocirc: 'ô',
    ugrave: 'ù',
    ucirc: 'û',
    uuml: 'ü',
    oelig: 'œ',
    Eacute: 'É',
    Egrave: 'È',
    Agrave: 'À',
    Ccedil: 'Ç',
    euro: '€',
    deg: '°',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    ordm: 'º',
  }),
);

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (name) return named.get(name as string) ?? whole;
      const point = decimal ? Number(decimal) : parseInt(hex as string, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );
}

// Each matches in linear time: none holds a repetition in a repetition, and a tag does not hold another's beginning.
const unseen =
  /<(script|style)\b[^<>]*>[^<]*(?:<(?!\/?(?:script|style)\b)[^<]*)*<\/(?:script|style)[^<>]*>/gi;
const comment = /<!--[^<>]*-->/g;
const lineEnd = /<(?:br|hr)\b[^<>]*>|<\/(?:p|div|li|ul|ol|tr|table|h[1-6]|section|blockquote)\b[^<>]*>/gi;
const item = /<li\b[^<>]*>/gi;
const tag = /<[/!?]?[a-z][^<>]*>|<!\[?[^<>]*>/gi;
/** What begins like a tag and has no end: only the sign goes. */
const begun = /<(?=[/!?]?[a-z!?])/gi;

// Control characters but for tab and line ends, and what turns or hides text.
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * @param text with HTML, entities, or neither
 * @returns lines without markup: of `&lt;b&gt;` neither, as sources encode twice
 */
export function plainText(text: string): string {
  let plain = text.slice(0, MOST).replace(invisible, '');
  // Most texts have no markup.
  for (let before = ''; before !== plain && /[<&]/.test(plain);) {
    before = plain;
    plain = decoded(
      plain
        .replace(invisible, '')
        .replace(unseen, ' ')
        .replace(comment, ' ')
        .replace(lineEnd, '\n')
        .replace(item, '\n– ')
        .replace(tag, ''),
    );
  }
  for (let before = ''; before !== plain && plain.includes('<');) {
    before = plain;
    plain = plain.replace(begun, '');
  }
  plain = plain.toWellFormed();
  if (!/[\n\r\t\u2028\u2029]| {2}/.test(plain)) return plain.trim();
  return plain
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => line.replace(/[ \t\r]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** The same on one line, at most so long: cut between words, and said to be. */
export function plainLine(text: string, most: number): string {
  return cut(plainText(text).replace(/\n+/g, ' '), most);
}

/** @returns at most `most` characters */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1).toWellFormed();
  const end = head.search(/\s+\S*$/);
  return `${(end > most / 2 ? head.slice(0, end) : head).trimEnd()}…`;
}
