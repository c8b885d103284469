/**
 * A guide of the State's (*Vos droits et démarches*) as it is shown: a tree of what its text is, without markup. Where it
 * comes from is the source's own XML (schema 3.5); a page may show every kind, and needs to know nothing of XML.
 */

export const audiences = ['individuals', 'professionals', 'associations'] as const;
export type GuideAudience = (typeof audiences)[number];

/** What stands in a line: text, or text with a sense. */
export type Inline =
  | string
  | { is: 'strong' | 'value' | 'quote' | 'superscript' | 'subscript'; content: Inline[] }
  /** In another language than French, its BCP 47 tag. */
  | { is: 'foreign'; language: string; content: Inline[] }
  /** To another guide; `audience` where the source says for whom. */
  | { is: 'guide'; id: string; audience: GuideAudience | null; content: Inline[] }
  /** `url` is http, https, mailto or tel, never anything else. */
  | { is: 'link'; url: string; content: Inline[] }
  /** Explained by one of the guide's definitions. */
  | { is: 'term'; id: string; content: Inline[] };

export interface GuideCase {
  title: Inline[];
  blocks: Block[];
}

export interface GuideCell {
  isHeader: boolean;
  /** How many columns and rows it spans, from 1. */
  columns: number;
  rows: number;
  blocks: Block[];
}

export type Block =
  | { is: 'text'; content: Inline[] }
  | { is: 'section'; title: Inline[]; blocks: Block[] }
  | { is: 'list'; isNumbered: boolean; items: Block[][] }
  | { is: 'table'; title: Inline[]; summary: Inline[]; rows: GuideCell[][] }
  | { is: 'box'; look: 'note' | 'know' | 'warning' | 'reminder'; title: Inline[]; blocks: Block[] }
  /** Only one case, or one situation, is the reader's: tabs, a choice, or one after the other. */
  | { is: 'cases'; show: 'tabs' | 'choice' | 'sequence'; cases: GuideCase[] }
  | { is: 'service'; service: GuideService }
  | { is: 'contact'; contact: GuideContact }
  /** What a picture shows; the picture itself stays with the source. */
  | { is: 'picture'; alternative: string; caption: Inline[] };

export const guideServiceTypes = ['online', 'form', 'template', 'simulator', 'search'] as const;

/** What can be done online, a form to print, a letter's template, a simulator, a search. */
export interface GuideService {
  id: string;
  type: (typeof guideServiceTypes)[number];
  title: string;
  /** Null where the source gives none. */
  url: string | null;
  /** The form's CERFA number, `13969*01`. */
  cerfa: string | null;
  /** What else the form is known by, `2070-SD`. */
  number: string | null;
  /** Of a file: its media type, and its size as the source writes it, `605.7 KB`. */
  format: string | null;
  size: string | null;
  /** Who answers for it. */
  source: string | null;
  introduction: Block[];
  /** What goes with a form: its notice, sheets to join. */
  annexes: GuideAnnex[];
}

export interface GuideAnnex {
  title: string;
  url: string;
  cerfa: string | null;
  format: string | null;
  size: string | null;
  /** What it is for. */
  blocks: Block[];
}

/** Whom to turn to. */
export interface GuideContact {
  id: string;
  /** `local` is found for the commune by `localService`; the others are the same everywhere. */
  type: 'local' | 'centre' | 'national' | 'support';
  title: string;
  complement: string | null;
  /** The source's own word for a kind of local office: `mairie`, `caf`, `cpam`. */
  localService: string | null;
  url: string | null;
  blocks: Block[];
}

export interface GuideLink {
  id: string;
  title: string;
  audience: GuideAudience | null;
}

export interface GuideGroup {
  id: string | null;
  title: string | null;
  guides: GuideLink[];
}

export interface WebPage {
  title: string;
  url: string;
  /** Of a legal text: the articles, `Article 1`. Of a page: whose it is. */
  complement: string | null;
}

export const guideKinds = [
  'sheet',
  'question',
  'how-to',
  'links',
  'guided-search',
  'folder',
  'theme',
  'service',
] as const;
export type GuideKind = (typeof guideKinds)[number];

export interface Guide {
  /** `F1341`, `N19810` or `R1092`: the source's own. */
  id: string;
  kind: GuideKind;
  /** For whom; the first is whose part of the source it comes from. */
  audiences: GuideAudience[];
  title: string;
  /** A line above the title, where there is one. */
  overtitle: string | null;
  description: string;
  /** The same guide on the source's own site. */
  url: string | null;
  /** Civil date of its latest verification or change, as the source says it. */
  modifiedOn: string | null;
  /** Who wrote it, as the source asks to be named. */
  author: string;
  /** From the home page down to what holds the guide. */
  trail: GuideLink[];
  /** Whether the source says that a change of the law is not in it yet. */
  isBeingUpdated: boolean;
  warning: { title: string; date: string | null; blocks: Block[] } | null;
  introduction: Block[];
  body: Block[];
  /** Of a theme or a folder: what it holds. */
  groups: GuideGroup[];
  services: GuideService[];
  contacts: GuideContact[];
  questions: GuideLink[];
  howTo: GuideLink[];
  seeAlso: GuideLink[];
  learnMore: WebPage[];
  references: WebPage[];
  definitions: { id: string; title: string; blocks: Block[] }[];
  abbreviations: { id: string; title: string; text: string }[];
}

/** `GET …/{code}/guides/{id}`: one guide, with where it comes from (licence ouverte 2.0 asks for it to be said). */
export interface ShownGuide {
  guide: Guide;
  source: {
    /** Absolute URL of the archive; null where it came from a file of the hosting's. */
    url: string | null;
    /** The archive's name. */
    file: string;
    /** Civil date. */
    fetchedOn: string;
  };
  /** By id, the titles of those it links to that can be read here: a link is made to no other. */
  titles: Record<string, string>;
}

/** `GET …/{code}/guides`: what browsing begins with, and what can be looked for by its title. */
export interface GuideIndex {
  themes: Pick<GuideLink, 'id' | 'title'>[];
  /** What to do in the events of a life (*Comment faire si…*). */
  lifeEvents: Pick<GuideLink, 'id' | 'title'>[];
  /** Themes, folders, events of a life, and what everyday needs lead to: the others are found by browsing. */
  guides: Pick<GuideLink, 'id' | 'title'>[];
}
