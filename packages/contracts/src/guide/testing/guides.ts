/** Small guides, and what stands in them, for tests and stories. */
import type { Block, Guide, GuideContact, GuideService, Inline } from '../../guide.js';

/** A guide that says nothing but its title. */
export const aGuide = (changes: Partial<Guide> = {}): Guide => ({
  id: 'F1',
  kind: 'sheet',
  audiences: ['individuals'],
  title: 'Carte d’identité',
  overtitle: 'Fiche pratique',
  description: '',
  url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1',
  modifiedOn: '2026-10-01',
  author: 'Direction de l’information légale et administrative',
  trail: [],
  isBeingUpdated: false,
  warning: null,
  introduction: [],
  body: [],
  groups: [],
  services: [],
  contacts: [],
  questions: [],
  howTo: [],
  seeAlso: [],
  learnMore: [],
  references: [],
  definitions: [],
  abbreviations: [],
  ...changes,
});

export const text = (...content: Inline[]): Block => ({ is: 'text', content });
export const section = (title: string, ...blocks: Block[]): Block => ({
  is: 'section',
  title: [title],
  blocks,
});

export const service = (changes: Partial<GuideService> = {}): GuideService => ({
  id: 'R5',
  type: 'form',
  title: 'Demande de carte',
  url: 'https://www.formulaires.example/cerfa_12101.pdf',
  cerfa: '12101*02',
  number: null,
  format: 'application/pdf',
  size: '605.7 KB',
  source: 'Ministère chargé de l’intérieur',
  introduction: [text('Permet de demander une carte.')],
  annexes: [
    {
      title: 'Notice',
      url: 'https://www.formulaires.example/n.pdf',
      cerfa: '51236#01',
      format: null,
      size: null,
      blocks: [text('À lire avant.')],
    },
  ],
  ...changes,
});

export const contact = (changes: Partial<GuideContact> = {}): GuideContact => ({
  id: 'R7',
  type: 'local',
  title: 'Mairie',
  complement: null,
  localService: 'mairie',
  url: 'https://lannuaire.service-public.gouv.fr/navigation/mairie',
  blocks: [],
  ...changes,
});
