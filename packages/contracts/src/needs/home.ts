/** Waste, water, building, housing. */
import { answeredBy, type Need } from './need.js';
import { benefits, department, intercommunality, police, prefecture, taxes, townHall } from './offices.js';

export const home: Need[] = [
  // CGCT L2224-13, L5214-16 and L5216-5: the intercommunality collects, or the syndicate that it gave it to.
  ...answeredBy(
    'intercommunality',
    intercommunality,
    'Un syndicat s’en charge parfois pour l’intercommunalité.',
    [
      [
        'rubbish',
        'Connaître les jours de ramassage des poubelles',
        'poubelle ordures ménagères collecte des ordures ramassage des ordures déchets éboueurs camion calendrier jour garbage trash tri sélectif recyclage sac jaune verre emballages',
        'F16217',
        'collecte dechets',
      ],
      [
        'bin',
        'Obtenir ou faire remplacer un bac',
        'bac poubelle conteneur container cassé volé puces composteur sacs jaunes carte déchèterie',
        'F31960',
        'bac ordure',
      ],
      [
        'bulky-waste',
        'Jeter des encombrants',
        'monstres objets volumineux télé télévision machine à laver meuble canapé matelas frigo électroménager enlèvement ramassage',
        'F31954',
        'encombrants',
      ],
      [
        'recycling-centre',
        'Aller à la déchèterie',
        'déchèterie déchetterie décharge gravats amiante pneus usagés batterie déchets verts peinture horaires carte',
        'F35213',
        'decheterie',
      ],
      [
        'compost',
        'Avoir un composteur',
        'compost composter composteur biodéchets épluchures déchets alimentaires',
        null,
        'composteur',
      ],
      [
        'waste-fee',
        'Comprendre la taxe ou la redevance des déchets',
        'teom reom taxe redevance incitative facture ordures poubelle',
        'F22730',
      ],
    ],
  ),
  // CGCT L2224-7, L2224-7-1, L2224-8, L5214-16 and L5216-5: commune, syndicate or intercommunality, by the place.
  ...answeredBy(
    'intercommunality',
    [...intercommunality, ...townHall],
    'Selon les lieux, c’est la commune, un syndicat, l’intercommunalité ou une entreprise choisie par eux\u00a0: la facture d’eau dit lequel.',
    [
      [
        'water',
        'Ouvrir ou fermer un compteur d’eau, payer l’eau',
        'eau potable compteur abonnement facture robinet branchement emménager résilier relevé syndicat des eaux',
        null,
        'abonnement eau',
      ],
      [
        'water-leak',
        'Signaler une fuite ou une coupure d’eau',
        'fuite eau coupure canalisation urgence pression robinet eau sale',
        null,
        'fuite',
      ],
      [
        'water-quality',
        'Connaître la qualité de l’eau',
        'qualité eau robinet potable calcaire nitrates analyse',
        'F664',
      ],
      [
        'sewer',
        'Se raccorder au tout-à-l’égout',
        'assainissement collectif égout égouts raccordement eaux usées tout à l’égout bouché odeur',
        'F447',
        'assainissement',
      ],
      [
        'septic-tank',
        'Faire contrôler une fosse septique',
        'fosse septique spanc assainissement non collectif individuel contrôle vidange vente diagnostic',
        'F447',
        'spanc',
      ],
    ],
  ),
  ...answeredBy('commune', townHall, null, [
    ['well', 'Déclarer un puits ou un forage', 'puits forage nappe eau jardin déclaration', 'F172', 'forage'],
  ]),
  // Code de l’urbanisme, L410-1, L422-1, R423-1: every request is left at the town hall, whoever decides.
  ...answeredBy(
    'commune',
    townHall,
    'La demande se dépose à la mairie, même quand un autre service l’instruit.',
    [
      [
        'building-permit',
        'Demander un permis de construire',
        'permis construire pc construction maison bâtir agrandir agrandissement extension urbanisme plan architecte',
        'F1986',
        'permis construire',
      ],
      [
        'works',
        'Déclarer des travaux',
        'déclaration préalable dp travaux façade fenêtre toit toiture velux véranda panneaux solaires photovoltaïque ravalement urbanisme autorisation',
        'F17578',
        'declaration prealable',
      ],
      [
        'fence',
        'Poser une clôture, un portail ou un mur',
        'clôture mur portail grillage haie limite hauteur',
        'F3131',
        'cloture',
      ],
      [
        'pool',
        'Installer une piscine',
        'piscine creusée hors-sol jardin construire déclaration sécurité',
        'F31404',
      ],
      [
        'shed',
        'Installer un abri de jardin ou un garage',
        'abri de jardin cabane chalet carport garage pergola',
        'F662',
      ],
      [
        'planning-certificate',
        'Demander un certificat d’urbanisme',
        'certificat urbanisme cu terrain constructible renseignement achat notaire',
        'F1633',
        'certificat urbanisme',
      ],
      [
        'demolition',
        'Démolir un bâtiment',
        'permis de démolir démolition destruction bâtiment',
        'N319',
        'demolir',
      ],
      [
        'works-end',
        'Déclarer l’ouverture ou la fin d’un chantier',
        'achèvement daact doc chantier conformité fin travaux ouverture',
        'N319',
        'achevement',
      ],
      [
        'pre-emption',
        'Vendre un bien\u00a0: droit de préemption',
        'dia préemption déclaration intention d’aliéner notaire vente',
        'N21886',
        'preemption',
      ],
      [
        'house-number',
        'Obtenir un numéro de rue ou une adresse',
        'numéro numérotage adresse plaque rue adressage',
        null,
        'numerotage',
      ],
    ],
  ),
  // Code de la construction et de l’habitation, L511-4; code du tourisme, L324-1-1.
  ...answeredBy('commune', townHall, null, [
    [
      'unsafe-building',
      'Signaler un bâtiment qui menace de tomber',
      'péril ruine danger mur fissure effondrement immeuble immeuble menaçant',
      'F16104',
      'peril',
    ],
    [
      'substandard-housing',
      'Signaler un logement insalubre',
      'insalubre indécent moisissures humidité marchand de sommeil logement dégradé',
      'F16158',
      'insalubre',
    ],
    [
      'holiday-rental',
      'Déclarer un meublé de tourisme',
      'airbnb gîte location saisonnière chambre d’hôtes meublé tourisme numéro enregistrement',
      'F2043',
      'meuble tourisme',
    ],
  ]),
  // CGCT L2333-26 and L5211-21.
  ...answeredBy(
    'commune',
    [...townHall, ...intercommunality],
    'Selon les lieux, la commune ou l’intercommunalité la perçoit.',
    [
      [
        'tourist-tax',
        'Déclarer ou payer la taxe de séjour',
        'taxe séjour hébergeur gîte camping hôtel',
        'F2048',
        'taxe sejour',
      ],
    ],
  ),
  // Code de l’urbanisme, L153-8: the intercommunality, where it has taken it over.
  ...answeredBy(
    'commune',
    [...townHall, ...intercommunality],
    'Le plan local d’urbanisme est parfois celui de l’intercommunalité.',
    [
      [
        'local-plan',
        'Consulter le plan local d’urbanisme',
        'plu plui pos carte communale zone constructible règlement urbanisme terrain agricole',
        'N319',
      ],
    ],
  ),
  ...answeredBy(
    'state',
    ['centre_impots_fonciers', ...taxes],
    'Le plan se consulte aussi en ligne, et dans la plupart des mairies.',
    [
      [
        'land-register',
        'Consulter le cadastre',
        'cadastre cadastral parcelle plan bornage propriétaire limite terrain',
        'F14226',
      ],
    ],
  ),
  ...answeredBy('state', ['udap', 'stap', ...townHall], 'La demande se dépose à la mairie.', [
    [
      'heritage',
      'Faire des travaux près d’un monument historique',
      'abf architecte des bâtiments de france monument historique patrimoine église',
      'N319',
    ],
  ]),
  // Code de la construction et de l’habitation, L441-2-1: one request is good for all.
  ...answeredBy(
    'commune',
    [...townHall, ...intercommunality, 'adil'],
    'Une seule demande suffit, en ligne, en mairie ou chez un bailleur social.',
    [
      [
        'social-housing',
        'Demander un logement social',
        'hlm logement social appartement bailleur office numéro unique loyer modéré',
        'F10007',
        'logement social',
      ],
    ],
  ),
  ...answeredBy('state', benefits, null, [
    [
      'housing-benefit',
      'Demander une aide au logement',
      'apl als alf aide au logement loyer étudiant allocation',
      'N20360',
    ],
  ]),
  // Loi 90-449, art. 6: the département runs the fund, or a métropole.
  ...answeredBy('department', [...department, 'ccas'], null, [
    [
      'unpaid-rent',
      'Être aidé à payer son loyer ou ses factures',
      'fsl fonds solidarité logement loyer impayé dette électricité edf gaz eau facture retard expulsion',
      'F1334',
    ],
  ]),
  ...answeredBy('state', ['adil'], null, [
    [
      'tenancy',
      'Régler un litige entre locataire et propriétaire',
      'locataire propriétaire bail dépôt de garantie caution loyer préavis litige adil',
      'N349',
    ],
    [
      'eviction',
      'Faire face à une expulsion',
      'expulsion expulser huissier loyers impayés trêve hivernale',
      'F31272',
    ],
  ]),
  // Loi 2007-290, art. 38.
  ...answeredBy('state', [...prefecture, ...police], null, [
    ['squat', 'Faire partir des squatteurs', 'squat squatteurs occupation illégale logement', 'F35254'],
  ]),
  // Code de l’énergie, L232-1 and L232-2.
  ...answeredBy('state', ['renovation_info_service', 'anah', 'adil'], null, [
    [
      'renovation',
      'Être aidé à rénover son logement',
      'maprimerénov ma prime rénov isolation chauffage pompe à chaleur anah france rénov aide travaux énergie adapter logement',
      'N321',
    ],
  ]),
  ...answeredBy('state', ['msap'], 'Il est envoyé sans démarche à la plupart de ceux qui y ont droit.', [
    [
      'energy-cheque',
      'Utiliser le chèque énergie',
      'chèque énergie chauffage électricité gaz fioul bois aide',
      'F33667',
    ],
  ]),
  // CGCT L1425-1: what a département, or a body of its, may build; an operator connects the house.
  ...answeredBy(
    'department',
    [...department, ...intercommunality],
    'Un opérateur raccorde le logement\u00a0; la mairie sait qui construit le réseau.',
    [
      [
        'fibre',
        'Avoir la fibre ou le réseau mobile',
        'internet fibre optique raccordement débit box antenne 4g 5g téléphone réseau panne',
        null,
      ],
    ],
  ),
  // Code des assurances, L125-1: the commune asks the State to recognise it.
  ...answeredBy('commune', townHall, null, [
    [
      'natural-disaster',
      'Faire reconnaître une catastrophe naturelle',
      'catastrophe naturelle inondation sécheresse fissures tempête sinistre assurance cat nat',
      'F3076',
      'catastrophe naturelle',
    ],
  ]),
  ...answeredBy('intercommunality', intercommunality, null, [
    [
      'flood',
      'Signaler un cours d’eau encombré ou un risque d’inondation',
      'rivière ruisseau fossé inondation crue gemapi berge digue',
      null,
    ],
  ]),
];
