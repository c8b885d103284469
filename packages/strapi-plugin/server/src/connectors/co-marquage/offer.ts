/** What a guide offers: services, and whom to turn to. */
import type { GuideAnnex, GuideContact, GuideService } from '@guichet/contracts/guide';
import { blocksOf } from './block.js';
import { inlineNames } from './inline.js';
import { report, type Unknown } from './unknown.js';
import { webUrl } from './web-url.js';
import { elementOf, elementsOf, textOf, type XmlElement } from './xml.js';

const serviceTypes: Readonly<Record<string, GuideService['type']>> = {
  Téléservice: 'online',
  'Téléservice personnalisé sur SP': 'online',
  Formulaire: 'form',
  'Modèle de document': 'template',
  Simulateur: 'simulator',
  'Outil de recherche': 'search',
};

const contactTypes: Readonly<Record<string, GuideContact['type']>> = {
  'Local personnalisé sur SP': 'local',
  'Local personnalisable': 'local',
  Local: 'local',
  'Centre de contact': 'centre',
  National: 'national',
  Support: 'support',
};

const orNull = (text: string): string | null => text || null;

/** A title in an element of its own, or the element's own text. */
export function nameOf(element: XmlElement): string {
  const title = elementOf(element, 'Titre');
  return textOf(title ?? element);
}

function typeOf<T>(types: Readonly<Record<string, T>>, element: XmlElement, other: T, unknown: Unknown): T {
  const word = element.attributes['type'] ?? '';
  const type = types[word];
  if (type === undefined) report(unknown, element, { ...element, name: `@type=${word}` });
  return type ?? other;
}

/** With the notices that go with it. */
function annexesOf(element: XmlElement, unknown: Unknown): GuideAnnex[] {
  // The address stands on a link inside, or on the element itself.
  const { attributes } = elementOf(element, 'LienWeb') ?? element;
  const url = webUrl(attributes['URL']);
  const notices = elementsOf(element, 'NoticeLiee').flatMap((notice) => annexesOf(notice, unknown));
  if (!url) return notices;
  const annex: GuideAnnex = {
    title: nameOf(element),
    url,
    cerfa: element.attributes['numerocerfa'] ?? null,
    format: attributes['format'] ?? null,
    size: attributes['poids'] ?? null,
    blocks: elementsOf(element, 'Texte').flatMap((text) => blocksOf(text, unknown)),
  };
  return [annex, ...notices];
}

/** @param element a `ServiceEnLigne`, or the `ServiceComplementaire` that is a guide of its own */
export function readService(element: XmlElement, unknown: Unknown): GuideService {
  const holder = elementOf(element, 'LienWeb') ?? element;
  const link = holder.attributes;
  const introduction = ['Introduction', 'Texte'].flatMap((name) =>
    elementsOf(element, name).flatMap((one) => blocksOf(one, unknown)),
  );
  return {
    id: element.attributes['ID'] ?? '',
    type: typeOf(serviceTypes, element, 'online', unknown),
    title: textOf(elementOf(element, 'dc:title') ?? elementOf(element, 'Titre')),
    url: webUrl(link['URL']),
    cerfa: element.attributes['numerocerfa'] ?? orNull(textOf(elementOf(element, 'NumeroCerfa'))),
    number: element.attributes['autrenumero'] ?? orNull(textOf(elementOf(element, 'AutreNumero'))),
    format: link['format'] ?? null,
    size: link['poids'] ?? null,
    source: orNull(textOf(elementOf(holder, 'Source'))),
    introduction,
    annexes: ['NoticeLiee', 'ServiceEnLigneAnnexe'].flatMap((name) =>
      elementsOf(element, name).flatMap((annex) => annexesOf(annex, unknown)),
    ),
  };
}

const ofContact: ReadonlySet<string> = new Set([
  'Titre',
  'Complement',
  'PivotLocal',
  'RessourceWeb',
  'Source',
]);

/** @param element an `OuSAdresser` */
export function readContact(element: XmlElement, unknown: Unknown): GuideContact {
  const rest = element.children.filter(
    (child) => typeof child !== 'string' && !ofContact.has(child.name) && !inlineNames.has(child.name),
  );
  return {
    id: element.attributes['ID'] ?? '',
    type: typeOf(contactTypes, element, 'national', unknown),
    title: nameOf(element),
    complement: orNull(textOf(elementOf(element, 'Complement'))),
    localService: orNull(textOf(elementOf(element, 'PivotLocal'))),
    url: webUrl(elementOf(element, 'RessourceWeb')?.attributes['URL']),
    blocks: blocksOf({ ...element, children: rest }, unknown),
  };
}
