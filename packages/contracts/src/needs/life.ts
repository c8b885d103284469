/** Leisure, associations, trade, cemetery, democracy, justice. */
import { answeredBy, type Need } from './need.js';
import {
  courts,
  department,
  franceServices,
  intercommunality,
  lawPoints,
  prefecture,
  region,
  townHall,
} from './offices.js';

export const life: Need[] = [
  // CGCT L2144-3; code de la santé publique, L3334-2; code de commerce, R310-8 and after.
  ...answeredBy('commune', townHall, null, [
    [
      'hall',
      'Louer une salle ou du matériel',
      'salle des fêtes location salle louer réservation polyvalente mariage anniversaire matériel tables chaises barnum prêt',
      null,
      'salle',
    ],
    [
      'temporary-bar',
      'Ouvrir une buvette',
      'buvette débit de boissons temporaire alcool fête association licence autorisation',
      null,
      'buvette',
    ],
    [
      'flea-market',
      'Organiser un vide-grenier',
      'vide-grenier vide grenier brocante vente au déballage marché aux puces braderie',
      null,
      'vide grenier',
    ],
    [
      'event',
      'Organiser une fête ou un événement',
      'fête événement manifestation concert kermesse repas de quartier voisins feu d’artifice sono',
      null,
      'manifestation',
    ],
    [
      'grant',
      'Demander une subvention pour une association',
      'aide financière dossier cerfa',
      null,
      'subvention',
    ],
    [
      'club',
      'Trouver un club ou une association',
      'sportive culturelle sport foot pétanque boules football danse gym judo tennis yoga théâtre annuaire bénévole',
      'N184',
    ],
    [
      'sports-ground',
      'Utiliser un équipement sportif',
      'gymnase stade terrain city-stade tennis salle de sport dojo skatepark aire de jeux',
      null,
    ],
    [
      'library',
      'Emprunter des livres',
      'bibliothèque médiathèque livre livres lecture emprunt ludothèque dvd inscription',
      null,
      'bibliotheque',
    ],
    [
      'music',
      'Apprendre la musique, la danse ou le dessin',
      'école de musique conservatoire danse théâtre cours instrument piano guitare solfège',
      null,
      'musique',
    ],
    [
      'agenda',
      'Savoir ce qui se passe dans la commune',
      'agenda sortir fête animation spectacle cinéma marché jour bulletin municipal journal newsletter infos actualités',
      null,
    ],
    [
      'market-stall',
      'Tenir un stand au marché',
      'marché forain emplacement stand étal commerçant place',
      null,
      'marche',
    ],
    [
      'shop',
      'Ouvrir un commerce, un café ou un taxi',
      'commerce boutique café bar restaurant licence iv débit de boissons enseigne taxi autorisation ouverture erp accessibilité',
      null,
    ],
    [
      'allotment',
      'Avoir un jardin partagé',
      'jardin partagé familial ouvrier parcelle potager',
      null,
      'jardin partage',
    ],
    [
      'camper',
      'Camper ou garer un camping-car',
      'camping camping-car caravane aire vidange tente bivouac',
      'F2058',
    ],
  ]),
  ...answeredBy('intercommunality', [...intercommunality, ...townHall], null, [
    [
      'swimming-pool',
      'Aller à la piscine',
      'piscine centre aquatique natation nager baignade bassin aquagym horaires',
      null,
    ],
    // CGCT L5214-16 and L5216-5.
    [
      'tourism',
      'Trouver l’office de tourisme',
      'office de tourisme visite randonnée chemin gîte vacances touriste hébergement syndicat d’initiative',
      null,
    ],
    [
      'travellers',
      'Trouver une aire d’accueil des gens du voyage',
      'gens du voyage aire d’accueil caravane stationnement',
      null,
    ],
  ]),
  // Loi du 1er juillet 1901, art. 5.
  ...answeredBy('state', prefecture, 'La déclaration peut aussi se faire en ligne.', [
    [
      'start-association',
      'Créer ou modifier une association',
      'loi 1901 statuts greffe rna déclaration bureau président dissolution',
      null,
    ],
  ]),
  // Code de commerce, L123-33: one site for every formality. CGCT L1511-2: aids.
  ...answeredBy(
    'region',
    ['cci', 'chambre_metier', ...region, ...intercommunality],
    'Les formalités se font en ligne, au guichet des formalités des entreprises.',
    [
      [
        'business',
        'Créer une entreprise',
        'entreprise auto-entrepreneur micro-entreprise créer siret kbis artisan commerçant aide',
        null,
      ],
    ],
  ),
  ...answeredBy('intercommunality', [...intercommunality, ...region], null, [
    [
      'premises',
      'Trouver un local ou un terrain pour une entreprise',
      'zone d’activité terrain local pépinière entreprises bureau coworking artisanale',
      null,
    ],
  ]),
  ...answeredBy('state', ['fdc', 'ofb'], null, [
    [
      'hunting',
      'Obtenir ou valider un permis de chasse',
      'chasse permis chasser fusil acca validation battue sanglier',
      'N553',
    ],
  ]),
  ...answeredBy('association', [], null, [
    ['fishing', 'Acheter une carte de pêche', 'pêche carte pêcher rivière étang aappma poisson', 'N554'],
  ]),
  // CGCT L2223-13 and after, L2213-7 to L2213-15.
  ...answeredBy('commune', townHall, null, [
    [
      'grave',
      'Acheter ou renouveler une concession au cimetière',
      'cimetière état civil concession tombe caveau columbarium cavurne renouvellement renouveler entretien',
      'F31001',
      'concession',
    ],
    [
      'burial',
      'Organiser des obsèques',
      'enterrement enterrer inhumation obsèques crémation cendres exhumation cercueil funérailles pompes funèbres permis d’inhumer',
      'F14935',
      'inhumation',
    ],
    [
      'bereavement',
      'Savoir que faire après un décès',
      'proche mort succession démarches après veuf veuve héritage notaire testament banque',
      'F16507',
    ],
  ]),
  // CGCT L2121-26; CRPA L311-1 and after; code du patrimoine, L212-6.
  ...answeredBy('commune', townHall, null, [
    [
      'meet-mayor',
      'Rencontrer le maire ou un élu',
      'maire élu adjoint rendez-vous permanence conseiller municipal rencontrer parler',
      null,
      'rendez elu',
    ],
    [
      'council',
      'Suivre le conseil municipal',
      'conseil municipal séance compte rendu procès-verbal délibération ordre du jour budget arrêté vote',
      null,
    ],
    [
      'documents',
      'Obtenir un document de la mairie',
      'document administratif communication cada copie délibération arrêté dossier accès',
      'F2467',
      'document administrati',
    ],
    [
      'report',
      'Signaler un problème, faire une suggestion',
      'signalement problème réclamation plainte suggestion idée proposition remarque question contacter écrire mairie',
      null,
      'signal probleme',
    ],
    [
      'archives',
      'Chercher dans les archives, faire sa généalogie',
      'archives généalogie ancêtres registres anciens histoire recherche famille',
      null,
    ],
    [
      'public-inquiry',
      'Donner son avis à une enquête publique',
      'enquête publique concertation avis registre commissaire enquêteur projet éolienne',
      null,
    ],
    [
      'procurement',
      'Répondre à un marché public',
      'marché public appel d’offres consultation fournisseur entreprise facture chorus',
      null,
    ],
    [
      'medal',
      'Demander une médaille de la famille ou du travail',
      'médaille honneur travail famille diplôme distinction',
      'N23501',
    ],
  ]),
  ...answeredBy('state', ['onac'], null, [
    [
      'veterans',
      'Faire valoir des droits d’ancien combattant',
      'ancien combattant carte onac veuve de guerre retraite du combattant',
      'N30',
    ],
  ]),
  ...answeredBy('department', ['archives_departementales', ...department], null, [
    [
      'department-archives',
      'Consulter les archives départementales',
      'archives départementales généalogie registres paroissiaux notaire cadastre napoléonien',
      null,
    ],
  ]),
  // Décret 78-381 (conciliators); loi 91-647 (legal aid, access to the law).
  ...answeredBy('state', lawPoints, null, [
    [
      'conciliator',
      'Rencontrer un conciliateur de justice',
      'conciliateur justice médiateur litige voisin gratuit conflit amiable',
      'F1736',
    ],
    [
      'legal-advice',
      'Consulter gratuitement un juriste ou un avocat',
      'avocat juriste droit point-justice conseil gratuit permanence juridique accès au droit',
      'F20706',
    ],
  ]),
  ...answeredBy('state', [...courts, ...franceServices], null, [
    [
      'legal-aid',
      'Demander l’aide juridictionnelle',
      'aide juridictionnelle avocat gratuit payer procès tribunal',
      'F18074',
    ],
    ['court', 'Saisir la justice', 'tribunal juge procès saisir divorce litige greffe', 'N269'],
    [
      'guardianship',
      'Protéger un proche\u00a0: tutelle, curatelle',
      'tutelle curatelle habilitation familiale majeur protégé juge procuration mandat',
      'N155',
    ],
  ]),
  ...answeredBy('state', franceServices, 'La demande se fait en ligne.', [
    [
      'criminal-record',
      'Demander un extrait de casier judiciaire',
      'casier judiciaire bulletin numéro 3 extrait b3',
      'F1420',
    ],
  ]),
  ...answeredBy('state', ['defenseur_droits', ...lawPoints], null, [
    [
      'defender',
      'Saisir le Défenseur des droits',
      'défenseur des droits discrimination litige administration injustice réclamation',
      'N20312',
    ],
  ]),
];
