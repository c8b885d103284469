/** A file of the source (schema 3.5, and those before it) as a guide. */
import type { Guide, GuideGroup, GuideKind, GuideLink, WebPage } from '@guichet/contracts/guide';
import { blocksOf } from './block.js';
import { audienceOf, isGuideId } from './inline.js';
import { nameOf, readContact, readService } from './offer.js';
import { report, type Unknown } from './unknown.js';
import { webUrl } from './web-url.js';
import { elementOf, elementsOf, textOf, type XmlElement } from './xml.js';

const kinds: Readonly<Record<string, GuideKind>> = {
  "Fiche d'information": 'sheet',
  "Fiche d'information conditionnée": 'sheet',
  'Fiche Question-réponse': 'question',
  'Fiche Question-réponse conditionnée': 'question',
  'Fiche Comment faire si': 'how-to',
  'Fiche Comment faire si - simulateur': 'how-to',
  'Fiche avec liens externes': 'links',
  'Recherche guidée': 'guided-search',
  Dossier: 'folder',
  Theme: 'theme',
  Thème: 'theme',
};

/** What is read by its name, in no order; whatever else a guide holds is its body. */
const readByName: ReadonlySet<string> = new Set([
  ...['SurTitre', 'Audience', 'Canal', 'Cible', 'FilDAriane', 'Theme', 'SousThemePere', 'DossierPere'],
  ...['SousDossierPere', 'Avertissement', 'Introduction', 'SousTheme', 'SousDossier', 'Dossier', 'Fiche'],
  ...['ServiceEnLigne', 'ServiceEnLigneAlternatif', 'ServiceEnLigneAnnexe', 'NoticeLiee', 'LienWeb'],
  ...['NumeroCerfa', 'AutreNumero', 'PivotLocal', 'OuSAdresser', 'OuSAdresserSupport', 'QuestionReponse'],
  ...['CommentFaireSi', 'RechercheGuidee', 'VoirAussi', 'FicheLiee', 'PourEnSavoirPlus', 'Partenaire'],
  ...['LienExterneCommente', 'Reference', 'Definition', 'Abreviation'],
]);

/** The file is well-formed, and is none of the source's. */
export class NoGuide extends Error {
  override name = 'NoGuide';
}

export interface ReadGuide {
  guide: Guide;
  /** What was not known: it is in the guide as text. */
  unknown: Unknown;
}

const orNull = (text: string): string | null => text || null;
const date = (text: string): string | null => /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;

function linkOf(element: XmlElement): GuideLink[] {
  const id = element.attributes['ID'];
  if (!isGuideId(id)) return [];
  return [{ id, title: nameOf(element), audience: audienceOf(element.attributes['audience']) }];
}

function groupsOf(root: XmlElement): GuideGroup[] {
  const groups = elementsOf(root).flatMap((element): GuideGroup[] => {
    if (element.name !== 'SousTheme' && element.name !== 'SousDossier') return [];
    const guides = elementsOf(element).flatMap((child) => (child.name === 'Titre' ? [] : linkOf(child)));
    return [{ id: element.attributes['ID'] ?? null, title: orNull(nameOf(element)), guides }];
  });
  const ungrouped = ['Dossier', 'Fiche'].flatMap((name) => elementsOf(root, name).flatMap(linkOf));
  return ungrouped.length ? [{ id: null, title: null, guides: ungrouped }, ...groups] : groups;
}

function pageOf(element: XmlElement): WebPage[] {
  const link = elementOf(element, 'LienExterne') ?? element;
  const url = webUrl(link.attributes['URL']);
  if (!url) return [];
  const complement = ['Complement', 'Commentaire', 'Source'].map((name) => textOf(elementOf(element, name)));
  const title = nameOf(link);
  return [{ title: title || new URL(url).hostname, url, complement: complement.find(Boolean) ?? null }];
}

/**
 * @param root the file's root: `Publication`, or `ServiceComplementaire`
 * @throws NoGuide where it is neither, or has no id or title
 */
export function readGuide(root: XmlElement): ReadGuide {
  const isService = root.name === 'ServiceComplementaire';
  const id = root.attributes['ID'];
  const title = textOf(elementOf(root, 'dc:title'));
  if (!isService && root.name !== 'Publication') throw new NoGuide(`<${root.name}> is not a guide`);
  if (!isGuideId(id)) throw new NoGuide('it has no id of a guide');
  if (!title) throw new NoGuide('it has no title');

  const unknown: Unknown = new Map();
  const all = (...names: string[]) => names.flatMap((name) => elementsOf(root, name));
  const type = (root.attributes['type'] ?? '').replaceAll('’', "'");
  const kind = isService ? 'service' : kinds[type];
  if (!kind) report(unknown, root, { ...root, name: `@type=${type}` });
  const warning = elementOf(root, 'Avertissement');
  const trail = elementOf(root, 'FilDAriane');
  const body = elementsOf(root).filter(({ name }) => !readByName.has(name) && !name.startsWith('dc:'));
  const guide: Guide = {
    id,
    kind: kind ?? 'sheet',
    audiences: all('Audience').flatMap((element) => audienceOf(textOf(element)) ?? []),
    title,
    overtitle: orNull(textOf(elementOf(root, 'SurTitre'))),
    description: textOf(elementOf(root, 'dc:description')),
    url: webUrl(root.attributes['spUrl']),
    modifiedOn: date(textOf(elementOf(root, 'dc:date'))),
    author: textOf(elementOf(root, 'dc:contributor')),
    trail: (trail ? elementsOf(trail, 'Niveau') : []).flatMap(linkOf).filter((level) => level.id !== id),
    isBeingUpdated: root.attributes['statut'] === 'enCoursDeMiseAJour',
    warning: warning
      ? {
          title: nameOf(warning),
          date: date(warning.attributes['date'] ?? ''),
          blocks: blocksOf(warning, unknown),
        }
      : null,
    // Of a service, what introduces it goes with it.
    introduction: isService ? [] : all('Introduction').flatMap((element) => blocksOf(element, unknown)),
    body: isService ? [] : blocksOf({ ...root, children: body }, unknown),
    groups: groupsOf(root),
    services: isService
      ? [readService(root, unknown)]
      : all('ServiceEnLigne').map((element) => readService(element, unknown)),
    contacts: all('OuSAdresser', 'OuSAdresserSupport').map((element) => readContact(element, unknown)),
    questions: all('QuestionReponse', 'RechercheGuidee').flatMap(linkOf),
    howTo: all('CommentFaireSi').flatMap(linkOf),
    seeAlso: [
      ...all('VoirAussi').flatMap((element) => elementsOf(element)),
      ...all('FicheLiee', 'ServiceEnLigneAlternatif'),
    ].flatMap(linkOf),
    learnMore: all('PourEnSavoirPlus', 'LienExterneCommente', 'Partenaire').flatMap(pageOf),
    references: all('Reference').flatMap(pageOf),
    definitions: all('Definition').map((element) => ({
      id: element.attributes['ID'] ?? '',
      title: nameOf(element),
      blocks: elementsOf(element, 'Texte').flatMap((text) => blocksOf(text, unknown)),
    })),
    abbreviations: all('Abreviation').map((element) => ({
      id: element.attributes['ID'] ?? '',
      title: nameOf(element),
      text: textOf(elementOf(element, 'Texte')),
    })),
  };
  return { guide, unknown };
}
