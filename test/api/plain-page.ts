/** A page as a browser without JavaScript has it: read from HTML, its forms filled in and sent as HTML says. */
import assert from 'node:assert/strict';
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';

export type Element = Tree.Element;

const isElement = (node: Tree.Node): node is Element => 'tagName' in node;
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** Every element under a node, in the order of the document. */
export function elements(node: Tree.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => (isElement(child) ? [child, ...elements(child)] : []));
}

/** The text under a node, as it is, style sheets apart. */
export function textOf(node: Tree.Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  if (node.nodeName === 'style') return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

interface Field {
  name: string;
  value: string;
  isSent: boolean;
}

/** What a control sends (HTML, 4.10.21.4 “Constructing the entry list”). */
function fieldOf(control: Element): Field {
  const name = attribute(control, 'name') ?? '';
  const has = (each: string) => attribute(control, each) !== undefined;
  if (control.tagName === 'textarea') return { name, value: textOf(control), isSent: true };
  if (control.tagName === 'select') {
    const options = elements(control).filter(({ tagName }) => tagName === 'option');
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
    return { name, value: chosen ? attribute(chosen, 'value')! : '', isSent: !!chosen };
  }
  // What is chosen there is given apart.
  if (attribute(control, 'type') === 'file') return { name, value: '', isSent: false };
  const isTicked = !/^(?:radio|checkbox)$/.test(attribute(control, 'type') ?? '') || has('checked');
  return { name, value: attribute(control, 'value') ?? '', isSent: isTicked };
}

export class PlainPage {
  readonly #origin: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly source: string;
  readonly document: Tree.Document;

  constructor(origin: string, response: Response, source: string) {
    this.#origin = origin;
    this.url = response.url;
    this.status = response.status;
    this.headers = response.headers;
    this.source = source;
    this.document = parse(source);
  }

  get elements(): Element[] {
    return elements(this.document);
  }

  /** @param id of the element */
  byId(id: string): Element | undefined {
    return this.elements.find((element) => attribute(element, 'id') === id);
  }

  all(tagName: string): Element[] {
    return this.elements.filter((element) => element.tagName === tagName);
  }

  get title(): string {
    return textOf(this.all('title')[0]!);
  }

  get heading(): string {
    return textOf(this.all('h1')[0]!);
  }

  /** All that is to be read. */
  get text(): string {
    return textOf(this.all('body')[0]!).replace(/[ \n]+/g, ' ');
  }

  /** What stands beside a label in the page's lists. */
  fact(label: string): string | undefined {
    const term = this.all('dt').find((each) => textOf(each) === label);
    const value = term?.parentNode && elements(term.parentNode).find(({ tagName }) => tagName === 'dd');
    return value ? textOf(value) : undefined;
  }

  /** The form that a button sends: the one it names, or the one it stands in. */
  #formOf(button: string): Element {
    const pressed = this.all('button').find((each) => attribute(each, 'value') === button);
    const named = pressed && attribute(pressed, 'form');
    const form = named
      ? this.byId(named)
      : this.all('form').find((each) => pressed && elements(each).includes(pressed));
    assert.ok(form, `no form has the button ${button} on « ${this.title} »`);
    return form;
  }

  /** What the form that holds the button would send as it is. */
  values(button: string): Record<string, string> {
    const controls = elements(this.#formOf(button)).filter(({ tagName }) =>
      ['input', 'textarea', 'select'].includes(tagName),
    );
    const sent = controls.map(fieldOf).filter(({ name, isSent }) => name && isSent);
    return Object.fromEntries(sent.map(({ name, value }) => [name, value]));
  }

  /** Presses a button that answers with a file, in the form that it names. */
  async download(name: string, value: string): Promise<Response> {
    const button = this.all('button').find(
      (each) => attribute(each, 'name') === name && attribute(each, 'value') === value,
    );
    assert.ok(button, `no button fetches ${value} on « ${this.title} »`);
    const form = this.#formOf(value);
    const body = new URLSearchParams({ ...this.values(value), [name]: value });
    const address = new URL(attribute(form, 'action')!, this.url).href;
    return fetch(address, { method: 'POST', body, headers: { Origin: this.#origin } });
  }

  /**
   * Fills in and presses the button of that value.
   * @param changes by name of the field; each must be there
   * @param files chosen in its field for files
   */
  async press(
    button: string,
    changes: Record<string, string> = {},
    headers: Record<string, string> = {},
    files: readonly ChosenFile[] = [],
  ): Promise<PlainPage> {
    const form = this.#formOf(button);
    const names = elements(form).map((element) => attribute(element, 'name'));
    for (const name of Object.keys(changes)) assert.ok(names.includes(name), `the form has no field ${name}`);
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...this.values(button), ...changes })) {
      // Line ends travel as CR LF (HTML, 4.10.21.4).
      body.append(name, value.replace(/\r\n?|\n/g, '\r\n'));
    }
    body.append('step', button);
    const address = new URL(attribute(form, 'action')!, this.url);
    const isMultipart = attribute(form, 'enctype') === 'multipart/form-data';
    assert.ok(isMultipart || !files.length, 'the form sends no files');
    const sent = isMultipart ? withFiles(form, body, files) : body;
    return postPage(address.href, sent, { origin: this.#origin, headers });
  }
}

export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
}

/** As browsers write them (HTML, 4.10.22.7): a field where nothing was chosen is a file without a name or a byte. */
function withFiles(form: Element, body: URLSearchParams, files: readonly ChosenFile[]): Blob {
  const boundary = '----a1b2c3';
  const escaped = (text: string) => text.replace(/["\r\n]/g, (letter) => encodeURIComponent(letter));
  const chosen = files.length ? files : [{ name: '', bytes: new Uint8Array() }];
  const controls = elements(form).filter((each) => attribute(each, 'type') === 'file');
  const parts = [
    ...[...body].map(([name, value]) => [`name="${escaped(name)}"\r\n\r\n`, value]),
    ...controls.flatMap((control) =>
      chosen.map(({ name, bytes }) => [
        `name="${attribute(control, 'name')}"; filename="${escaped(name)}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
        Uint8Array.from(bytes),
      ]),
    ),
  ];
  return new Blob(
    [
      ...parts.flatMap((part) => [`--${boundary}\r\nContent-Disposition: form-data; `, ...part, '\r\n']),
      `--${boundary}--\r\n`,
    ],
    { type: `multipart/form-data; boundary=${boundary}` },
  );
}

/** Sends a form that no page has. */
export async function postPage(
  address: string,
  body: URLSearchParams | Blob,
  { origin, headers = {} }: { origin: string; headers?: Record<string, string> },
): Promise<PlainPage> {
  const response = await fetch(address, { method: 'POST', body, headers: { Origin: origin, ...headers } });
  return new PlainPage(origin, response, await response.text());
}

/** @param origin what the browser sends as `Origin` with the page's forms */
export async function openPage(
  address: string,
  { origin, headers = {} }: { origin: string; headers?: Record<string, string> },
): Promise<PlainPage> {
  const response = await fetch(address, { headers });
  return new PlainPage(origin, response, await response.text());
}
