import type { Administration } from '@guichet/contracts/administration';
import type { Directory, DirectoryProcedure, Organisation } from '@guichet/contracts/directory';
import { noFacts } from '@guichet/contracts/no-facts';
import type { GuideIndex } from '@guichet/contracts/guide';
import type { OpeningHours, OpeningRange } from '@guichet/contracts/opening-hours';
import { leFavril } from '../../shared/testing/administration.js';

/** A Tuesday, the day after Easter Monday is far: `at` says another. In the village it is ten in the morning. */
export const tuesday = Date.parse('2026-03-24T10:00+01:00');
export const easterMonday = Date.parse('2026-04-06T10:00+02:00');

/** `9-12`, one range by a comma; a day each, Monday's first. */
function hours(week: string[], changes: Partial<OpeningHours> = {}): OpeningHours {
  const time = (text: string) => (text.includes(':') ? text.padStart(5, '0') : `${text.padStart(2, '0')}:00`);
  const range = (text: string): OpeningRange => {
    const [from = '', until = ''] = text.split('-');
    return { from: time(from), until: time(until), note: '' };
  };
  return {
    week: Array.from({ length: 7 }, (_, i) => (week[i] ?? '').split(',').filter(Boolean).map(range)),
    closedOnHolidays: true,
    closings: [],
    openings: [],
    ...changes,
  };
}

const weekdays = (day: string) => hours([day, day, day, day, day]);

const nobody: Organisation = {
  ...noFacts,
  id: '',
  name: '',
  level: 'commune',
  kind: null,
  recipient: null,
  source: null,
};

/** From the ranges that ARCEP keeps for fiction. */
const phone = (end: string, label = '') => ({ number: `02 61 91 00 ${end}`, label });

const annuaire = {
  name: 'Annuaire de l’administration',
  url: 'https://lannuaire.service-public.gouv.fr/',
  updatedOn: '2026-03-02',
};

export const mairie: Organisation = {
  ...nobody,
  id: '28148',
  name: 'Mairie du Favril',
  kind: 'mairie',
  description: 'Accueil, élections, urbanisme, cimetière, location de la salle des fêtes.',
  phones: [phone('10'), phone('19', 'Élu d’astreinte, en cas d’urgence')],
  email: 'mairie@le-favril.example',
  website: 'https://www.le-favril.example/',
  address: '3 rue de la Mairie\n28190 Le Favril',
  accessibility: 'Entrée de plain-pied par la cour. Une place réservée devant la mairie.',
  position: { latitude: 48.4123, longitude: 1.1046 },
  openingHours: hours(['9-12', '14-18', '', '9-12', '9-12'], {
    closings: [{ from: '2026-04-13', until: '2026-04-24', reason: 'congés' }],
    openings: [
      { date: '2026-03-28', ranges: [{ from: '09:00', until: '11:30', note: 'inscriptions scolaires' }] },
    ],
  }),
  hoursNote: 'Le maire reçoit sur rendez-vous le samedi matin.',
};

export const etatCivil: Organisation = {
  ...nobody,
  id: 'etat-civil',
  name: 'État civil',
  description: 'Actes de naissance, de mariage et de décès, reconnaissance, mariage, PACS.',
  phones: [phone('11')],
  address: '3 rue de la Mairie\n28190 Le Favril',
  openingHours: weekdays('9-12,13:30-17'),
  keywords: ['naissance', 'mariage', 'décès', 'livret de famille'],
  recipient: 'etat-civil',
};

const communaute: Organisation = {
  ...nobody,
  id: 'cc-entre-beauce-et-perche',
  name: 'Communauté de communes entre Beauce et Perche',
  level: 'intercommunality',
  kind: 'epci',
  description: 'Ordures ménagères, eau et assainissement, transport scolaire, médiathèques.',
  phones: [phone('20')],
  email: 'contact@beauce-perche.example',
  contactForm: 'https://www.beauce-perche.example/contact',
  website: 'https://www.beauce-perche.example/',
  address: '6 rue du Docteur-Taugourdeau\n28240 La Loupe',
  openingHours: weekdays('8:30-12,13:30-17:30'),
  source: annuaire,
};

const dechetterie: Organisation = {
  ...nobody,
  id: 'dechetterie',
  name: 'Déchetterie de Pontgouin',
  level: 'intercommunality',
  description:
    'Encombrants, gravats, déchets verts, appareils électriques. Carte d’accès à demander en mairie.',
  phones: [phone('21')],
  address: 'Route de Chuisnes\n28190 Pontgouin',
  openingHours: { ...hours(['14-18', '', '9-12,14-18', '', '14-18', '9-12,14-18']), closedOnHolidays: true },
  keywords: ['poubelle', 'encombrants'],
};

const prefecture: Organisation = {
  ...nobody,
  id: 'prefecture-28',
  name: 'Préfecture d’Eure-et-Loir',
  level: 'state',
  kind: 'prefecture',
  description: 'Titres de séjour, permis de conduire, associations.',
  phones: [phone('30')],
  website: 'https://www.eure-et-loir.example/',
  address: 'Place de la République\n28019 Chartres Cedex',
  hoursNote: 'Sur rendez-vous uniquement.',
  source: annuaire,
};

const franceServices: Organisation = {
  ...nobody,
  id: 'france-services-la-loupe',
  name: 'France services de La Loupe',
  level: 'state',
  kind: 'msap',
  description: 'Une personne vous aide dans vos démarches en ligne : impôts, retraite, santé, emploi.',
  phones: [phone('31')],
  email: 'la-loupe@france-services.example',
  address: '6 rue du Docteur-Taugourdeau\n28240 La Loupe',
  accessibility: 'Accessible aux personnes en fauteuil. Boucle magnétique à l’accueil.',
  openingHours: weekdays('9-12:30,13:30-17'),
  source: annuaire,
};

const caf: Organisation = {
  ...nobody,
  id: 'caf-28',
  name: 'Caisse d’allocations familiales d’Eure-et-Loir',
  level: 'state',
  kind: 'caf',
  description: 'Allocations familiales, aides au logement, RSA, prime d’activité.',
  phones: [phone('32')],
  website: 'https://www.caf.example/',
  address: '10 rue Charles-Victor-Garola\n28000 Chartres',
  openingHours: weekdays('8:30-16'),
  source: annuaire,
};

const association: Organisation = {
  ...nobody,
  id: 'familles-rurales',
  name: 'Familles rurales du Favril',
  level: 'association',
  description: 'Centre de loisirs des mercredis et des vacances, bourse aux vêtements.',
  phones: [phone('40')],
  email: 'familles-rurales@le-favril.example',
};

const procedure = (
  slug: string,
  title: string,
  changes: Partial<DirectoryProcedure>,
): DirectoryProcedure => ({
  slug,
  title,
  description: '',
  nature: 'request',
  recipient: null,
  attachments: null,
  audience: '',
  documents: [],
  cost: '',
  delay: '',
  ways: [],
  keywords: [],
  guide: null,
  organisation: mairie.id,
  link: `https://hebergement.example/guichet/administrations/28148/contact?procedure=${slug}`,
  ...changes,
});

export const acte = procedure('acte-de-naissance', 'Demander un acte de naissance', {
  description: 'Une copie ou un extrait de votre acte de naissance, si vous êtes né au Favril.',
  audience: 'Toute personne née dans la commune, son conjoint, ses parents ou ses enfants.',
  documents: ['Une pièce d’identité', 'Les noms et prénoms de vos parents'],
  cost: 'Gratuit',
  delay: 'Une semaine environ',
  ways: ['online', 'counter', 'post'],
  guide: 'F1427',
  organisation: etatCivil.id,
  recipient: 'etat-civil',
});

const salle = procedure('salle', 'Réserver la salle des fêtes', {
  description: 'Pour une fête de famille ou une réunion. La clé se retire à la mairie.',
  documents: ['Une attestation d’assurance', 'Un chèque de caution'],
  cost: '120 € le week-end pour les habitants, 250 € pour les autres.',
  ways: ['online', 'counter'],
});

const bac = procedure('bac', 'Faire réparer un bac à ordures', {
  cost: 'Gratuit',
  ways: ['phone'],
  organisation: communaute.id,
});

/** Somebody else's, whom the directory does not list. */
export const creche = procedure('inscription-creche', 'Inscription en crèche', {
  documents: ['Un justificatif de domicile'],
  ways: ['online'],
  organisation: '',
  operator: 'Crèches de l’agglo',
  link: 'https://hebergement.example/guichet/administrations/28148/teleprocedures/inscription-creche',
});

const themes = [
  ['N19810', 'Papiers – Citoyenneté – Élections'],
  ['N19805', 'Famille – Scolarité'],
  ['N19811', 'Social – Santé'],
  ['N19806', 'Travail – Formation'],
  ['N19808', 'Logement'],
  ['N19812', 'Transports – Mobilité'],
  ['N19803', 'Argent – Impôts – Consommation'],
  ['N19807', 'Justice'],
] as const;
const events = [
  ['F16507', 'Je déménage'],
  ['F16225', 'J’attends un enfant'],
  ['F14128', 'Je prépare ma retraite'],
  ['F16507b', 'Un proche est décédé'],
] as const;
const listed = ([id, title]: readonly [string, string]) => ({ id, title });

export const guideIndex: GuideIndex = {
  themes: themes.map(listed),
  lifeEvents: events.map(listed),
  guides: [
    ...themes.map(listed),
    ...events.map(listed),
    { id: 'F1427', title: 'Acte de naissance : demande de copie intégrale ou d’extrait' },
  ],
};

/** What a village’s directory is: its own, its intercommunalité’s, the State’s, an association’s. */
export const village: Directory = {
  organisations: [mairie, etatCivil, communaute, dechetterie, prefecture, franceServices, caf, association],
  procedures: [acte, salle, bac],
  themes: guideIndex.themes,
  lifeEvents: guideIndex.lifeEvents,
  link: 'https://hebergement.example/guichet/administrations/28148/services',
};

export const villageAdministration: Administration = {
  ...leFavril,
  openingHours: mairie.openingHours,
  holidays: [{ date: '2026-04-06', holiday: 'easter-monday', name: 'lundi de Pâques' }],
  recipients: [{ slug: 'etat-civil', name: 'État civil', phone: '02 61 91 00 11' }],
};

/** The same with so many organisations that no list shows them at once. */
export function crowded(count = 1000): Directory {
  const { organisations } = village;
  const others = Array.from({ length: count - organisations.length }, (_, i): Organisation => {
    const model = organisations[1 + (i % (organisations.length - 1))]!;
    return { ...model, id: `${model.id}-${i}`, name: `${model.name} n° ${i + 1}` };
  });
  return { ...village, organisations: [...organisations, ...others] };
}
