/** What stands under each other in a guide. */
import type { Block, GuideCase, GuideCell, Inline } from '@guichet/contracts/guide';
import { inlineNames, inlinesOf, isBlank } from './inline.js';
import { readContact, readService } from './offer.js';
import { report, type Unknown } from './unknown.js';
import { elementOf, elementsOf, textOf, type XmlElement } from './xml.js';

const boxes = { ANoter: 'note', ASavoir: 'know', Attention: 'warning', Rappel: 'reminder' } as const;

/** Those that only hold blocks. */
const transparent: ReadonlySet<string> = new Set([
  'Texte',
  'Introduction',
  'Contenu',
  'ContenuIllustre',
  'Description',
  // Which of them concern the reader, only the source's own questionnaire asks: all are shown.
  'FragmentConditionne',
  'Aide',
]);

/** Titles, which who holds them reads; and the conditions of a questionnaire. */
const readElsewhere: ReadonlySet<string> = new Set([
  'Titre',
  'TitreAlternatif',
  'Condition',
  'SiSelectionne',
  'IntituleSiSelectionne',
]);

export function titleOf(element: XmlElement, unknown: Unknown): Inline[] {
  const title = elementOf(element, 'Titre');
  return title ? inlinesOf(title, unknown) : [];
}

const caseOf = (element: XmlElement, unknown: Unknown): GuideCase => ({
  title: titleOf(element, unknown),
  blocks: blocksOf(element, unknown),
});

const span = (text: string | undefined): number =>
  Math.min(Math.max(Number.parseInt(text ?? '', 10) || 1, 1), 100);

function tableOf(element: XmlElement, unknown: Unknown): Block {
  const isHeader = (one: XmlElement | undefined) => one?.attributes['type'] === 'header';
  const columns = elementsOf(element, 'Colonne');
  const rows = elementsOf(element, 'Rangée').map((row) =>
    elementsOf(row, 'Cellule').map((cell, index): GuideCell => ({
      isHeader: isHeader(row) || isHeader(columns[index]),
      columns: span(cell.attributes['fusionHorizontale']),
      rows: span(cell.attributes['fusionVerticale']),
      blocks: blocksOf(cell, unknown),
    })),
  );
  const summary = elementOf(element, 'Resume');
  return {
    is: 'table',
    title: titleOf(element, unknown),
    summary: summary ? inlinesOf(summary, unknown) : [],
    rows: rows.filter((cells) => cells.length),
  };
}

/** A guided search, or one of its branches: where it leads, or what to choose next. */
function branchOf(element: XmlElement, unknown: Unknown): GuideCase {
  const isBranch = ({ name }: XmlElement) => name === 'Branche';
  const rest = {
    ...element,
    children: element.children.filter((one) => typeof one === 'string' || !isBranch(one)),
  };
  const branches = elementsOf(element, 'Branche');
  return {
    title: titleOf(element, unknown),
    blocks: [...blocksOf(rest, unknown), ...(branches.length ? [choiceOf(branches, unknown)] : [])],
  };
}

const choiceOf = (branches: XmlElement[], unknown: Unknown): Block => ({
  is: 'cases',
  show: 'choice',
  cases: branches.map((branch) => branchOf(branch, unknown)),
});

/** The questions of the source's own questionnaire, and what may be answered. */
const questionOf = (element: XmlElement, unknown: Unknown): Block => ({
  is: 'section',
  title: titleOf(element, unknown),
  blocks: [
    ...elementsOf(element, 'Aide').flatMap((help) => blocksOf(help, unknown)),
    {
      is: 'list',
      isNumbered: false,
      items: elementsOf(element, 'Choix').map((choice) => [
        { is: 'text', content: titleOf(choice, unknown) },
      ]),
    },
  ],
});

function read(element: XmlElement, parent: XmlElement, unknown: Unknown): Block[] {
  const { name, attributes } = element;
  const inside = () => blocksOf(element, unknown);
  if (readElsewhere.has(name)) return [];
  if (transparent.has(name)) return inside();
  if (name in boxes) {
    const look = boxes[name as keyof typeof boxes];
    return [{ is: 'box', look, title: titleOf(element, unknown), blocks: inside() }];
  }
  switch (name) {
    case 'Paragraphe': {
      const content = inlinesOf(element, unknown);
      return isBlank(content) ? [] : [{ is: 'text', content }];
    }
    case 'Chapitre':
    case 'SousChapitre': {
      const title = titleOf(element, unknown);
      return isBlank(title) ? inside() : [{ is: 'section', title, blocks: inside() }];
    }
    case 'Liste':
      return [
        {
          is: 'list',
          isNumbered: attributes['type'] === 'numero',
          items: elementsOf(element, 'Item').map((item) => blocksOf(item, unknown)),
        },
      ];
    case 'Tableau':
      return [tableOf(element, unknown)];
    case 'BlocCas':
      return [
        {
          is: 'cases',
          show: attributes['affichage'] === 'radio' ? 'choice' : 'tabs',
          cases: elementsOf(element, 'Cas').map((one) => caseOf(one, unknown)),
        },
      ];
    case 'ListeSituations':
      return [
        {
          is: 'cases',
          show: attributes['affichage'] === 'sequentiel' ? 'sequence' : 'tabs',
          cases: elementsOf(element, 'Situation').map((one) => caseOf(one, unknown)),
        },
      ];
    case 'Problematiques':
      return [choiceOf(elementsOf(element, 'Problematique'), unknown)];
    case 'Questionnaire':
      return elementsOf(element).flatMap((one) =>
        one.name === 'Question' ? [questionOf(one, unknown)] : read(one, element, unknown),
      );
    case 'Image':
    case 'Illustration': {
      const caption = elementOf(element, 'Legende');
      return [
        {
          is: 'picture',
          alternative: textOf(elementOf(element, 'TexteDeRemplacement')),
          caption: caption ? inlinesOf(caption, unknown) : [],
        },
      ];
    }
    case 'ServiceEnLigne':
      return [{ is: 'service', service: readService(element, unknown) }];
    case 'OuSAdresser':
      return [{ is: 'contact', contact: readContact(element, unknown) }];
    default:
      report(unknown, parent, element);
      return inside();
  }
}

/** What an element holds; text that no paragraph holds is one. */
export function blocksOf(parent: XmlElement, unknown: Unknown): Block[] {
  const blocks: Block[] = [];
  let line: XmlElement['children'][number][] = [];
  const endLine = () => {
    const content = inlinesOf(parent, unknown, line);
    if (!isBlank(content)) blocks.push({ is: 'text', content });
    line = [];
  };
  for (const child of parent.children) {
    if (typeof child === 'string' || inlineNames.has(child.name)) line.push(child);
    else {
      endLine();
      blocks.push(...read(child, parent, unknown));
    }
  }
  endLine();
  return blocks;
}
