/** What stands in a line of a guide. */
import type { GuideAudience, Inline } from '@guichet/contracts/guide';
import { report, type Unknown } from './unknown.js';
import { webUrl } from './web-url.js';
import { elementOf, textOf, type XmlElement } from './xml.js';

const styled = {
  MiseEnEvidence: 'strong',
  Valeur: 'value',
  Expression: 'quote',
  Citation: 'quote',
  Exposant: 'superscript',
  Indice: 'subscript',
} as const;

/** Those whose name adds nothing to what they hold. */
const transparent: ReadonlySet<string> = new Set(['Paragraphe', 'Titre', 'Variable']);

/** In a line only what one shows is told. */
const pictures: ReadonlySet<string> = new Set(['Image', 'Illustration']);

export const inlineNames: ReadonlySet<string> = new Set([
  ...Object.keys(styled),
  'LienInterne',
  'LienExterne',
  'LienIntra',
  'TermeEtranger',
  'Variable',
]);

const audiences: Readonly<Record<string, GuideAudience>> = {
  Particuliers: 'individuals',
  Professionnels: 'professionals',
  Associations: 'associations',
};

export const audienceOf = (word: string | undefined): GuideAudience | null => audiences[word ?? ''] ?? null;

/** `F` a guide, `N` what holds guides, `R` a form or a service. */
export const isGuideId = (id: string | undefined): id is string => /^[FNR]\d{1,9}$/.test(id ?? '');

export const collapsed = (text: string): string => text.replaceAll(/[ \t\r\n]+/g, ' ');

function read(element: XmlElement, parent: XmlElement, unknown: Unknown): Inline[] {
  const { name, attributes } = element;
  if (pictures.has(name)) return [textOf(elementOf(element, 'TexteDeRemplacement'))];
  const content = inlinesOf(element, unknown);
  if (name in styled) return [{ is: styled[name as keyof typeof styled], content }];
  if (transparent.has(name)) return content;
  switch (name) {
    case 'TermeEtranger':
      return [{ is: 'foreign', language: attributes['langue'] ?? 'und', content }];
    case 'LienInterne': {
      const id = attributes['LienPublication'];
      return isGuideId(id)
        ? [{ is: 'guide', id, audience: audienceOf(attributes['audience']), content }]
        : content;
    }
    case 'LienExterne': {
      const url = webUrl(attributes['URL']);
      return url ? [{ is: 'link', url, content: content.length ? content : [url] }] : content;
    }
    case 'LienIntra': {
      const id = attributes['LienID'];
      const isTerm = attributes['type'] === 'Définition de glossaire';
      return isTerm && id ? [{ is: 'term', id, content }] : content;
    }
    default:
      report(unknown, parent, element);
      return content;
  }
}

/** @param children of `parent`: all of them where absent */
export function inlinesOf(
  parent: XmlElement,
  unknown: Unknown,
  children: XmlElement['children'] = parent.children,
): Inline[] {
  const content = children.flatMap((child) =>
    typeof child === 'string' ? [collapsed(child)] : read(child, parent, unknown),
  );
  return content.filter((one) => one !== '');
}

export const isBlank = (content: readonly Inline[]): boolean =>
  content.every((one) => typeof one === 'string' && !one.trim());
