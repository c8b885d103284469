/** The directory of a small town as it may be: its desks, its intercommunality, the State's offices around. */
import type { Directory, DirectoryProcedure, Level, Organisation } from '../directory.js';
import { noFacts } from '../no-facts.js';

export const anOrganisation = (
  id: string,
  name: string,
  level: Level,
  kind: string | null = null,
  more: Partial<Organisation> = {},
): Organisation => ({
  ...noFacts,
  id,
  name,
  level,
  kind,
  phones: [{ number: '02 37 00 00 00', label: '' }],
  address: '1 place de la Mairie\n28190 Le Favril',
  recipient: null,
  source: null,
  ...more,
});

export const aProcedure = (
  slug: string,
  title: string,
  more: Partial<DirectoryProcedure> = {},
): DirectoryProcedure => ({
  slug,
  title,
  description: '',
  nature: null,
  recipient: null,
  attachments: null,
  audience: '',
  documents: [],
  cost: '',
  delay: '',
  ways: ['online'],
  keywords: [],
  guide: null,
  organisation: 'mairie',
  link: `https://guichet.example/guichet/administrations/28148/contact?demarche=${slug}`,
  ...more,
});

export const aDirectory = (more: Partial<Directory> = {}): Directory => ({
  organisations: [
    anOrganisation('mairie', 'Mairie du Favril', 'commune', 'mairie'),
    anOrganisation('urbanisme', 'Service de l’urbanisme', 'commune', null, { recipient: 'urbanisme' }),
    anOrganisation('etat-civil', 'État civil et cimetière', 'commune', null, { recipient: 'etat-civil' }),
    anOrganisation('bibliotheque', 'Bibliothèque Simone-Veil', 'commune'),
    anOrganisation('ecole', 'École des Tilleuls', 'commune', 'etablissement_scolaire'),
    anOrganisation('ccas', 'Centre communal d’action sociale', 'commune', 'ccas'),
    anOrganisation('epci', 'Communauté de communes Terres de Perche', 'intercommunality', 'epci'),
    anOrganisation('sictom', 'Sictom de Nogent-le-Rotrou', 'intercommunality', null, {
      description: 'Ramasse et trie ce que jettent les habitants de trente communes.',
      keywords: ['déchets', 'déchèterie', 'tri'],
    }),
    anOrganisation('piscine', 'Piscine des Collines', 'intercommunality'),
    anOrganisation('departement', 'Conseil départemental d’Eure-et-Loir', 'department', 'cg'),
    anOrganisation('mdph', 'MDPH d’Eure-et-Loir', 'department', 'maison_handicapees'),
    anOrganisation('region', 'Région Centre-Val de Loire', 'region', 'cr'),
    anOrganisation('prefecture', 'Préfecture d’Eure-et-Loir', 'state', 'prefecture'),
    anOrganisation('sous-prefecture', 'Sous-préfecture de Nogent-le-Rotrou', 'state', 'sous_pref'),
    anOrganisation('france-services', 'France services de Thiron-Gardais', 'state', 'msap'),
    anOrganisation('gendarmerie', 'Brigade de gendarmerie de Thiron-Gardais', 'state', 'gendarmerie'),
    anOrganisation('caf', 'Caisse d’allocations familiales d’Eure-et-Loir', 'state', 'caf'),
    anOrganisation('cpam', 'CPAM d’Eure-et-Loir', 'state', 'cpam'),
    anOrganisation('impots', 'Service des impôts des particuliers', 'state', 'sip'),
    anOrganisation('france-travail', 'Agence France Travail de Nogent-le-Rotrou', 'state', 'france_travail'),
    anOrganisation('tribunal', 'Tribunal judiciaire de Chartres', 'state', 'tj'),
    anOrganisation('foot', 'Football-club du Favril', 'association', null, {
      description: 'Équipes de jeunes et d’adultes.',
      keywords: ['stade', 'sport'],
    }),
  ],
  procedures: [
    aProcedure('salle-des-fetes', 'Réserver la salle des fêtes'),
    aProcedure('enlevement-encombrants', 'Demander l’enlèvement d’encombrants', { organisation: 'sictom' }),
    aProcedure('cantine', 'Inscription à la cantine', { keywords: ['repas'] }),
    aProcedure('acte-de-naissance', 'Demande d’acte de naissance', { organisation: 'etat-civil' }),
  ],
  themes: [{ id: 'N19810', title: 'Papiers - Citoyenneté' }],
  lifeEvents: [{ id: 'F14128', title: 'Je déménage' }],
  link: 'https://guichet.example/guichet/administrations/28148/services',
  ...more,
});
