/** XML as a tree of its elements, of which the reading of guides takes what it knows. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

/** Deeper than any guide: nothing recursive ends with the stack. */
const MAX_DEPTH = 100;

/** Where and why a text is no XML, or none that is read. */
export class XmlError extends Error {
  override name = 'XmlError';
}

/**
 * @throws XmlError where it is not well-formed, has a document type (entities of its own could grow without bound) or is
 * nested deeper than a hundred elements
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ position: true, xmlns: false });
  const fail = (reason: string): never => {
    throw new XmlError(`line ${parser.line}, column ${parser.column}: ${reason}`);
  };
  const open: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [];
  let root: XmlElement | undefined;
  parser.on('error', ({ message }) => fail(message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => fail('a document type is not read'));
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) fail(`more than ${MAX_DEPTH} elements within each other`);
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (part: string) => void open.at(-1)?.children.push(part);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return root ?? fail('there is no element');
}

export const elementsOf = (parent: XmlElement, name?: string): XmlElement[] =>
  parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

export const elementOf = (parent: XmlElement, name: string): XmlElement | undefined =>
  parent.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** All the text inside, its white space as one space. */
export function textOf(element: XmlElement | undefined): string {
  const gather = (one: XmlElement): string =>
    one.children.map((child) => (typeof child === 'string' ? child : gather(child))).join('');
  return element
    ? gather(element)
        .replaceAll(/[ \t\r\n]+/g, ' ')
        .trim()
    : '';
}
