import type { Administration, Language } from '@guichet/contracts/administration';
import type { NewRequest, RequestCreated, Sender } from '@guichet/contracts/request';
import type { ContactOutcomeWords } from '@guichet/contracts/words/contact-outcome';
import type { ContactWords } from '@guichet/contracts/words/contact';
import { instantIn } from '../shared/dates.js';

/** A line of a summary: label, and a value that may have several lines. */
export type Row = readonly [label: string, value: string];

export interface Vocabulary {
  administration: Administration;
  language: Language;
  words: ContactWords;
  outcome: ContactOutcomeWords;
}

export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

function nameOf(sender: Sender): string {
  const body = 'name' in sender ? sender.name : '';
  const person = 'familyName' in sender ? `${sender.givenName} ${sender.familyName}` : '';
  return [body, person].filter(Boolean).join('\n');
}

function addressOf(sender: Sender, language: Language): string {
  if (!('postalAddress' in sender)) return '';
  const { lines, postalCode, city, country } = sender.postalAddress;
  const place = [...lines, `${postalCode} ${city}`];
  return (country === 'FR' ? place : [...place, countryName(country, language)]).join('\n');
}

/** Everything that will be sent, as its author reads it again. What was left empty is left out. */
export function messageRows(
  request: NewRequest,
  { administration, language, words, outcome }: Vocabulary,
): Row[] {
  const { sender } = request;
  const recipient = administration.recipients.find(({ slug }) => slug === request.recipient);
  const number = 'siret' in sender ? (sender.siret ?? sender.siren) : 'rna' in sender ? sender.rna : '';
  const rows: (readonly [string, string | null | undefined | false])[] = [
    [words.nature, words.natures[request.nature]],
    [words.recipient, recipient?.name],
    [words.subject, request.subject],
    [words.message, request.message],
    [outcome.from, nameOf(sender)],
    ['rna' in sender ? words.rna : words.siret, number],
    [words.email, sender.email],
    [words.address, addressOf(sender, language)],
    [words.phoneNumber, sender.phone],
    [words.preferredName, 'preferredName' in sender && sender.preferredName],
    [words.receiptEmail, sender.receiptEmail],
    [outcome.onBehalfOf, sender.onBehalfOf?.name],
    [words.capacity, sender.onBehalfOf && words.capacities[sender.onBehalfOf.capacity]],
    [words.refusesElectronicReply, sender.refusesElectronicReply && outcome.yes],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** CRPA R112-11-2: the date of reception; and who handles it, as R112-11-1 names the service. */
export function receiptRows(
  created: RequestCreated,
  { administration, language, outcome }: Vocabulary,
): Row[] {
  const { service } = created.receipt;
  return [
    [outcome.reference, created.reference],
    [outcome.trackingCode, created.trackingCode],
    [outcome.receivedAt, instantIn(created.receivedAt, language, administration.timeZone)],
    [
      outcome.service,
      [service.name, service.address, service.email, service.phone].filter(Boolean).join('\n'),
    ],
  ];
}

export function asText(title: string, rows: readonly Row[]): string {
  return [title, ...rows.map(([label, value]) => `${label}\n${value}`)].join('\n\n');
}

/** A page by itself, to print. Built from nodes: whatever was typed stays text. */
function asPage(title: string, rows: readonly Row[], language: Language): Blob {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = language;
  const add = (parent: Element, tag: string, text = '') => {
    const element = page.createElement(tag);
    // Writes a line end as <br>: a strict `style-src` refuses the style below in the window that prints.
    element.innerText = text;
    parent.append(element);
    return element;
  };
  add(page.head, 'meta').setAttribute('charset', 'utf-8');
  add(
    page.head,
    'style',
    'body{font:16px/1.5 sans-serif;margin:2em auto;max-width:40em}dt{font-weight:bold;margin-top:1em}dd{margin:0;overflow-wrap:anywhere}',
  );
  add(page.body, 'h1', title);
  const list = add(page.body, 'dl');
  for (const [label, value] of rows) {
    add(list, 'dt', label);
    add(list, 'dd', value);
  }
  return new Blob([`<!doctype html>${page.documentElement.outerHTML}`], { type: 'text/html' });
}

/** In a window of its own: the page around the widget is not printed with it. */
export function print(...content: Parameters<typeof asPage>): void {
  const url = URL.createObjectURL(asPage(...content));
  // For a minute: computers are shared.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  const view = open(url);
  view?.addEventListener('load', () => view.print());
}

export async function copy(text: string): Promise<void> {
  // The Clipboard API does not exist on plain http:// pages, which some villages still have.
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  addEventListener('copy', give, { once: true, capture: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies there
  document.execCommand('copy');
}
