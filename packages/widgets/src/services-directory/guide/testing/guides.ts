/** Guides of our own words, in the source's shape: one of each kind. */
import type { Block, Guide, GuideCell, GuideLink, Inline } from '@guichet/contracts/guide';
import { aGuide, contact, section, service, text } from '@guichet/contracts/guide/testing/guides';

const link = (id: string, title: string): GuideLink => ({ id, title, audience: 'individuals' });
const term = (word: string): Inline => ({ is: 'term', id: 'R10', content: [word] });
const cell = (content: string, changes: Partial<GuideCell> = {}): GuideCell => ({
  isHeader: false,
  columns: 1,
  rows: 1,
  blocks: content ? [text(content)] : [],
  ...changes,
});
const head = (content: string, changes: Partial<GuideCell> = {}) =>
  cell(content, { isHeader: true, ...changes });

const trail = [link('N19810', 'Papiers - Citoyenneté'), link('N360', 'Passeport')];
const introduction = [
  text('Pour un ', { is: 'strong', content: ['premier passeport'] }, ', adressez-vous à une mairie.'),
];

const prices: Block = {
  is: 'table',
  title: ['Prix du timbre fiscal'],
  summary: ['Selon l’âge du demandeur'],
  rows: [
    [head(''), head('En ligne'), head('Chez un buraliste'), head('À l’étranger')],
    [head('Majeur'), cell('86 €'), cell('86 €'), cell('96 €')],
    [head('De 15 à 17 ans'), cell('42 €'), cell('42 €'), cell('52 €')],
    [head('Moins de 15 ans'), cell('17 €', { columns: 2 }), cell('27 €')],
  ],
};

const forMinors: Block = {
  is: 'cases',
  show: 'choice',
  cases: [
    { title: ['Les parents vivent ensemble'], blocks: [text('L’un des deux se déplace avec l’enfant.')] },
    {
      title: ['Les parents sont séparés'],
      blocks: [text('Joignez le jugement, ou la ', term('convention parentale'), '.')],
    },
  ],
};

export const passport: Guide = aGuide({
  id: 'F14929',
  title: 'Passeport\u00a0: première demande',
  trail,
  introduction,
  isBeingUpdated: true,
  warning: {
    title: 'Délais plus longs avant l’été',
    date: '2026-03-01',
    blocks: [text('Prenez rendez-vous plusieurs mois à l’avance.')],
  },
  body: [
    {
      is: 'cases',
      show: 'tabs',
      cases: [
        {
          title: ['Vous êtes majeur'],
          blocks: [
            section(
              'Comment préparer le dossier',
              text('Il faut un justificatif de ', term('domicile'), ', en cours de validité.'),
              {
                is: 'list',
                isNumbered: true,
                items: [
                  [text('Remplissez la pré-demande.')],
                  [text('Prenez rendez-vous.'), text('Dans la mairie de votre choix.')],
                ],
              },
              { is: 'box', look: 'note', title: ['À noter'], blocks: [text('La présence est obligatoire.')] },
            ),
            section('Ce que cela coûte', prices),
          ],
        },
        {
          title: ['Vous êtes mineur'],
          blocks: [
            section('Qui fait la demande', forMinors),
            {
              is: 'box',
              look: 'warning',
              title: ['Voyage sans les parents'],
              blocks: [
                text('Une autorisation de sortie du territoire est nécessaire\u00a0: voir ', {
                  is: 'guide',
                  id: 'F1359',
                  audience: null,
                  content: [],
                }),
              ],
            },
          ],
        },
        {
          title: ['Vous vivez à l’étranger'],
          blocks: [text('Adressez-vous au ', { is: 'foreign', language: 'en', content: ['consulate'] }, '.')],
        },
      ],
    },
    section(
      'Retirer le passeport',
      text('Le passeport est remis à ', { is: 'value', content: ['la mairie de la demande'] }, '.'),
      { is: 'box', look: 'know', title: [], blocks: [text('Un SMS vous prévient.')] },
      { is: 'picture', alternative: 'La couverture d’un passeport', caption: ['Modèle de 2024'] },
    ),
  ],
  services: [service(), service({ id: 'R6', type: 'online', title: 'Acheter un timbre', cerfa: null })],
  contacts: [
    contact(),
    contact({
      id: 'R8',
      title: 'Caisse d’allocations familiales',
      localService: 'caf',
      url: 'https://lannuaire.service-public.gouv.fr/navigation/caf',
    }),
    contact({ id: 'R9', title: 'Consulat', localService: 'ambassade_france_etranger' }),
    contact({
      id: 'R11',
      type: 'centre',
      title: 'Allô Service Public',
      localService: null,
      url: null,
      blocks: [text('Au ', { is: 'link', url: 'tel:3939', content: ['39 39'] })],
    }),
  ],
  definitions: [
    {
      id: 'R10',
      title: 'Domicile',
      blocks: [text('Le lieu où une personne habite d’ordinaire.'), text('Il n’y en a qu’un.')],
    },
  ],
  abbreviations: [{ id: 'R12', title: 'SMS', text: 'Message court sur un téléphone' }],
  questions: [link('F2089', 'Que faire en cas de perte\u00a0?')],
  howTo: [link('F17649', 'Je déménage')],
  seeAlso: [link('N358', 'Carte d’identité')],
  learnMore: [{ title: 'Suivre sa demande', url: 'https://suivi.example/', complement: 'Ministère' }],
  references: [
    { title: 'Décret sur les passeports', url: 'https://textes.example/1', complement: 'Articles 4 à 8' },
  ],
});

const question: Guide = aGuide({
  id: 'F2089',
  kind: 'question',
  overtitle: 'Question-réponse',
  title: 'Que faire en cas de perte du passeport\u00a0?',
  trail,
  introduction: [text('Déclarez-la le jour de la nouvelle demande.')],
});

const howTo: Guide = aGuide({
  id: 'F17649',
  kind: 'how-to',
  overtitle: 'Comment faire si…',
  title: 'Je déménage',
  body: [
    {
      is: 'cases',
      show: 'sequence',
      cases: ['Avant', 'Le jour même', 'Après'].map((title) => ({
        title: [title],
        blocks: [text('Ce qu’il y a à faire.')],
      })),
    },
    section('Avant', text('Prévenez le propriétaire.')),
    section('Le jour même', text('Relevez les compteurs.')),
    section('Après', text('Inscrivez-vous sur les listes électorales.')),
  ],
});

const links: Guide = aGuide({
  id: 'F3109',
  kind: 'links',
  title: 'Modèles de lettres',
  body: [
    {
      is: 'list',
      isNumbered: false,
      items: [[text({ is: 'link', url: 'https://modeles.example/bail', content: ['Donner congé'] })]],
    },
  ],
});

const guidedSearch: Guide = aGuide({
  id: 'R54268',
  kind: 'guided-search',
  title: 'Quel papier pour voyager\u00a0?',
  body: [
    {
      is: 'cases',
      show: 'choice',
      cases: ['En Europe', 'Hors d’Europe'].map((title) => ({ title: [title], blocks: [forMinors] })),
    },
  ],
});

const folder: Guide = aGuide({
  id: 'N360',
  kind: 'folder',
  title: 'Passeport',
  overtitle: null,
  description: 'Première demande, renouvellement, perte ou vol.',
  trail: trail.slice(0, 1),
  groups: [
    { id: 'N361', title: 'Demander', guides: [link('F14929', passport.title), link('F1360', 'Renouveler')] },
    { id: 'N362', title: 'Perte ou vol', guides: [link('F2089', question.title)] },
    { id: null, title: null, guides: [link('F17649', 'Je déménage')] },
  ],
});

const theme: Guide = aGuide({
  id: 'N19810',
  kind: 'theme',
  title: 'Papiers - Citoyenneté',
  overtitle: 'Thème',
  groups: [{ id: null, title: null, guides: [link('N360', 'Passeport'), link('N358', 'Carte d’identité')] }],
});

const serviceGuide: Guide = aGuide({
  id: 'R5',
  kind: 'service',
  title: 'Demande de carte',
  overtitle: 'Formulaire',
  services: [service()],
  groups: [{ id: null, title: null, guides: [link('F14929', passport.title)] }],
});

/** By kind. */
export const guidesOfKinds = {
  sheet: passport,
  question,
  'how-to': howTo,
  links,
  'guided-search': guidedSearch,
  folder,
  theme,
  service: serviceGuide,
} satisfies Record<Guide['kind'], Guide>;
