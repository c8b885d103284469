/** Help, age, disability, health, work, money. */
import { answeredBy, type Need } from './need.js';
import {
  benefits,
  department,
  disability,
  franceServices,
  health,
  jobs,
  pensions,
  region,
  taxes,
  townHall,
} from './offices.js';

export const care: Need[] = [
  // CASF L123-5, L131-1 and L264-1.
  ...answeredBy(
    'commune',
    ['ccas', 'cias', ...townHall],
    'Le centre communal d’action sociale, ou la mairie là où il n’y en a pas.',
    [
      [
        'hardship',
        'Demander une aide en cas de difficultés',
        'aide sociale ccas difficultés argent secours pauvreté bon alimentaire colis épicerie solidaire restos du cœur urgence dettes facture',
        null,
        'aide sociale',
      ],
      [
        'address-for-homeless',
        'Avoir une adresse sans domicile fixe',
        'domiciliation élection de domicile sdf sans abri adresse courrier',
        'F17317',
        'domiciliation',
      ],
      [
        'meals',
        'Faire livrer des repas à domicile',
        'portage repas domicile personnes âgées livraison plateaux senior',
        'F248',
        'portage repas',
      ],
      [
        'home-help',
        'Avoir une aide à domicile',
        'aide ménagère auxiliaire de vie aide à domicile ménage admr personnes âgées',
        'N392',
        'aide domicile',
      ],
      [
        'alarm',
        'Avoir une téléassistance',
        'téléassistance téléalarme médaillon bracelet chute senior alarme',
        'N392',
        'teleassistance',
      ],
      [
        'heatwave',
        'S’inscrire au registre des personnes fragiles',
        'canicule registre personnes vulnérables isolées âgées grand froid plan',
        null,
        'registre',
      ],
      [
        'seniors',
        'Trouver une activité pour les aînés',
        'aînés seniors retraités club personnes âgées repas des anciens colis de noël thé dansant',
        null,
      ],
    ],
  ),
  // CASF L113-1 and after, L232-1 and after (APA), L262-13 and after (RSA).
  ...answeredBy('department', ['clic', ...department, 'ccas'], null, [
    [
      'apa',
      'Demander l’allocation personnalisée d’autonomie',
      'apa autonomie dépendance personne âgée perte aide à domicile gir vieillesse',
      'F10009',
    ],
    [
      'care-home',
      'Trouver une maison de retraite',
      'ehpad maison de retraite résidence autonomie foyer hébergement personne âgée établissement',
      'N333',
    ],
  ]),
  ...answeredBy('department', ['mds', 'edas', ...department, 'ccas'], null, [
    [
      'social-worker',
      'Rencontrer une assistante sociale',
      'assistante sociale assistant social travailleur social mds maison des solidarités rendez-vous aide',
      null,
    ],
  ]),
  ...answeredBy(
    'department',
    [...benefits, ...department, 'ccas'],
    'Le département en décide\u00a0; la demande se fait à la Caf ou à la MSA.',
    [['rsa', 'Demander le RSA', 'rsa revenu de solidarité active rmi sans revenu minimum', 'N19775']],
  ),
  // CASF L146-3 and after, L241-1 and after.
  ...answeredBy('department', disability, null, [
    [
      'disability',
      'Faire reconnaître un handicap',
      'handicap mdph aah rqth pch aeeh invalidité allocation adulte handicapé dossier travailleur handicapé fauteuil',
      'F31029',
    ],
    [
      'parking-card',
      'Demander une carte mobilité inclusion',
      'cmi carte mobilité inclusion stationnement handicapé parking place priorité invalidité macaron gic gig',
      'F34049',
    ],
    [
      'disabled-child',
      'Scolariser un enfant handicapé',
      'enfant handicapé avs aesh ulis école handicap accompagnement autisme dys',
      'F24610',
    ],
  ]),
  ...answeredBy('state', benefits, null, [
    [
      'activity-bonus',
      'Demander la prime d’activité',
      'prime activité smic travail complément salaire',
      'N31477',
    ],
  ]),
  // Code de la sécurité sociale, L161-31, L861-1 and after.
  ...answeredBy('state', health, null, [
    [
      'health-card',
      'Obtenir ou mettre à jour la carte Vitale',
      'carte vitale cartevitale sécu sécurité sociale ameli assurance maladie attestation droits remboursement',
      'F265',
    ],
    [
      'health-cover',
      'Demander la complémentaire santé solidaire',
      'css c2s cmu mutuelle complémentaire santé gratuite acs',
      'F10027',
    ],
    [
      'sick-leave',
      'Être remboursé de soins ou d’un arrêt de travail',
      'arrêt maladie indemnités journalières remboursement soins accident du travail ald feuille de soins',
      'N418',
    ],
    [
      'foreign-health',
      'Demander l’aide médicale de l’État',
      'ame aide médicale état sans papiers soins étranger',
      'F3079',
    ],
  ]),
  ...answeredBy(
    'state',
    ['ars'],
    'En cas d’urgence, appeler le 15\u00a0; la nuit et le dimanche, la pharmacie de garde au 3237.',
    [
      [
        'doctor',
        'Trouver un médecin ou une pharmacie de garde',
        'médecin docteur ambulance samu hôpital généraliste traitant pharmacie garde dentiste urgence maison de santé infirmière désert médical',
        'F163',
      ],
    ],
  ),
  ...answeredBy('department', ['planification_familiale', ...department], null, [
    [
      'family-planning',
      'Parler de contraception ou d’IVG',
      'contraception ivg avortement pilule planning familial centre de santé sexuelle',
      'N435',
    ],
  ]),
  ...answeredBy(
    'state',
    ['ars', ...health],
    'Un centre de vaccination, un médecin, un pharmacien, un infirmier ou une sage-femme.',
    [
      [
        'vaccination',
        'Se faire vacciner, se faire dépister',
        'vaccin vaccination vacciner centre gratuit grippe dépistage mst sida cegidd',
        'N434',
      ],
    ],
  ),
  // Code de la santé publique, L3411-1 (centres de soins, d’accompagnement et de prévention).
  ...answeredBy('state', ['csapa', 'ars'], null, [
    [
      'addiction',
      'Se faire aider\u00a0: alcool, drogue, jeux',
      'addiction addictions drogue cannabis tabac fumer dépendance csapa toxicomane',
      'N437',
    ],
  ]),
  ...answeredBy('association', [], null, [
    ['blood', 'Donner son sang', 'don du sang donner collecte efs plasma', 'F2376'],
  ]),
  // Code de la sécurité sociale, L161-17 and after, L815-1 (Aspa).
  ...answeredBy('state', pensions, null, [
    [
      'pension',
      'Préparer sa retraite',
      'retraite carsat trimestres pension relevé de carrière départ cnav retraité',
      'F17904',
    ],
    [
      'minimum-pension',
      'Demander le minimum vieillesse',
      'aspa minimum vieillesse petite retraite allocation solidarité personnes âgées',
      'F16871',
    ],
    [
      'survivor-pension',
      'Demander une pension de réversion',
      'réversion veuf veuve pension décès conjoint',
      'N378',
    ],
  ]),
  // Code du travail, L5312-1 and L5314-1.
  ...answeredBy('state', jobs, null, [
    [
      'unemployment',
      'S’inscrire comme demandeur d’emploi',
      'chômage chômeur pôle emploi france travail inscription are allocation licenciement perdre son travail',
      'F1636',
    ],
    [
      'job',
      'Chercher un emploi',
      'emploi travail offre recherche cv job recrutement formation embauche',
      'F17556',
    ],
  ]),
  ...answeredBy('state', ['mission_locale', ...jobs], null, [
    [
      'youth-job',
      'Être aidé à trouver un emploi avant 26 ans',
      'mission locale jeune emploi garantie jeunes contrat engagement décrochage formation',
      null,
    ],
  ]),
  // Code du travail, L6121-1.
  ...answeredBy('region', [...region, ...jobs], null, [
    [
      'training',
      'Suivre une formation, un apprentissage',
      'formation professionnelle apprentissage apprenti cpf alternance reconversion vae',
      'N31131',
    ],
  ]),
  ...answeredBy('commune', townHall, null, [
    [
      'municipal-job',
      'Travailler à la mairie, y faire un stage',
      'emploi mairie recrutement candidature cv stage job d’été saisonnier offre',
      null,
      'candidature',
    ],
  ]),
  // Code de la consommation, L711-1 and after.
  ...answeredBy('state', ['banque_de_france', 'bav', 'commission_surendettement'], null, [
    [
      'debt',
      'Déposer un dossier de surendettement',
      'surendettement dettes crédit banque de france dossier interdit bancaire ficp compte bancaire droit au compte',
      'N99',
    ],
  ]),
  // Code général des impôts; livre des procédures fiscales.
  ...answeredBy('state', [...taxes, ...franceServices], null, [
    [
      'income-tax',
      'Déclarer ou payer l’impôt sur le revenu',
      'impôt revenu déclaration prélèvement à la source avis fisc taux déclarer',
      'N247',
    ],
    [
      'property-tax',
      'Comprendre ou payer ses impôts locaux',
      'taxe foncière taxe d’habitation impôts locaux résidence secondaire logement vacant propriétaire',
      'N206',
    ],
    [
      'tax-delay',
      'Demander un délai ou contester un impôt',
      'paiement réclamation erreur remise gracieuse difficultés trésor public',
      'N31080',
    ],
  ]),
  ...answeredBy(
    'state',
    ['tresorerie', 'sip', 'centre_impots'],
    'La facture dit à qui et comment la payer.',
    [
      [
        'public-bill',
        'Payer une facture de la commune',
        'payer facture titre de recette trésorerie trésor public payfip tipi loyer communal avis des sommes à payer',
        null,
      ],
    ],
  ),
  // France services is a label of the State's: help with what is done online, whoever asks for it.
  ...answeredBy('state', [...franceServices, ...townHall], null, [
    [
      'online-help',
      'Être aidé pour des démarches en ligne',
      'aide internet wifi ordinateur numérique démarches en ligne france services maison conseiller numérique imprimer scanner franceconnect mot de passe',
      null,
    ],
  ]),
];
