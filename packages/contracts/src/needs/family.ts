/** Children, school, youth. */
import { answeredBy, type Need } from './need.js';
import { benefits, department, education, health, region, townHall } from './offices.js';

export const family: Need[] = [
  // CASF L214-1-3: the commune organises it, or whom it gave it to. L214-2-1: relais petite enfance.
  ...answeredBy(
    'commune',
    [...townHall, 'epci'],
    'Selon les lieux, la commune ou l’intercommunalité s’en occupe.',
    [
      [
        'nursery',
        'Trouver une place en crèche',
        'crèche garderie multi-accueil halte-garderie micro-crèche bébé garde petite enfance inscription',
        'F607',
        'creche',
      ],
      [
        'child-minder',
        'Trouver une assistante maternelle',
        'nounou nourrice assistante maternelle assmat garde bébé relais petite enfance ram rpe',
        'F2642',
      ],
      [
        'day-camp',
        'Inscrire un enfant au centre de loisirs',
        'centre aéré accueil de loisirs alsh mercredi vacances colonie animation enfants',
        'N546',
        'loisirs',
      ],
      [
        'youth',
        'Trouver une activité pour les jeunes',
        'jeunes ados adolescents maison des jeunes mjc espace jeunesse point information jeunesse pij job d’été',
        null,
      ],
    ],
  ),
  // Code de l’éducation, L131-5, L131-6 and L212-1: the commune enrols and owns the schools; L216-1, L551-1: what is around.
  ...answeredBy(
    'commune',
    [...townHall, 'epci'],
    'Dans certains territoires, un syndicat scolaire ou l’intercommunalité s’en occupe.',
    [
      [
        'school',
        'Inscrire un enfant à l’école',
        'école ecole maternelle primaire élémentaire inscription scolaire rentrée cp petite section changer d’école dérogation',
        'N54',
        'inscription scolaire',
      ],
      [
        'canteen',
        'Inscrire un enfant à la cantine',
        'cantine restauration scolaire repas midi menu restaurant scolaire facture pai',
        'F24570',
        'cantine',
      ],
      [
        'after-school',
        'Faire garder un enfant avant ou après l’école',
        'garderie périscolaire perisco matin soir étude surveillée accueil',
        null,
        'periscolaire',
      ],
      [
        'school-bill',
        'Payer la cantine ou la garderie',
        'facture cantine garderie périscolaire régler payer portail famille payfip',
        null,
      ],
    ],
  ),
  // Code de l’éducation, L213-1 and L213-2 (département), L214-5 and L214-6 (région); the State assigns pupils (D211-11).
  ...answeredBy(
    'department',
    department,
    'Le département s’occupe des bâtiments et de la cantine\u00a0; l’inscription se fait au collège.',
    [
      [
        'secondary-school',
        'Inscrire un enfant au collège',
        'collège sixième 6e inscription rentrée carte scolaire affectation',
        'N56',
      ],
    ],
  ),
  ...answeredBy(
    'region',
    region,
    'La région s’occupe des bâtiments et de la cantine\u00a0; l’inscription se fait au lycée.',
    [
      [
        'high-school',
        'Inscrire un enfant au lycée',
        'lycée seconde inscription rentrée affectation bac professionnel internat',
        'N56',
      ],
    ],
  ),
  // Code des transports, L3111-7: the région, or the authority for mobility within its bounds.
  ...answeredBy(
    'region',
    [...region, 'epci'],
    'Selon le trajet, la région ou l’intercommunalité l’organise\u00a0; la mairie renseigne sur les arrêts.',
    [
      [
        'school-bus',
        'Prendre le car scolaire',
        'transport scolaire bus car ramassage collège lycée carte inscription arrêt',
        'F1872',
        'transport scolaire',
      ],
    ],
  ),
  ...answeredBy('state', education, null, [
    ['home-schooling', 'Faire l’école à la maison', 'instruction en famille ief déscolariser', 'F23429'],
    [
      'scholarship',
      'Demander une bourse de collège ou de lycée',
      'bourse scolarité aide collège lycée',
      'N67',
    ],
    [
      'school-bullying',
      'Signaler un harcèlement à l’école',
      'harcèlement scolaire 3018 cyberharcèlement violence élève',
      'F31985',
    ],
  ]),
  ...answeredBy('state', ['crous'], null, [
    [
      'student',
      'Demander une bourse ou un logement d’étudiant',
      'étudiant bourse crous fac université logement résidence dse parcoursup',
      'N20398',
    ],
  ]),
  // Code de la santé publique, L2112-1 and L2112-2; CASF L421-3 and L226-3.
  ...answeredBy('department', ['pmi', ...department], null, [
    [
      'infant-care',
      'Faire suivre un bébé ou une grossesse',
      'pmi protection maternelle infantile bébé pesée vaccin puéricultrice grossesse enceinte consultation nourrisson',
      'N31526',
    ],
    ['child-minder-licence', 'Devenir assistante maternelle', 'agrément métier', 'F798'],
  ]),
  ...answeredBy('department', department, 'En cas d’urgence, le 119 répond jour et nuit.', [
    [
      'child-in-danger',
      'Signaler un enfant en danger',
      'enfance en danger maltraitance 119 violence enfant aide sociale à l’enfance ase',
      'F781',
    ],
    ['adoption', 'Adopter un enfant', 'adoption agrément adopter pupille', 'N133'],
  ]),
  // Code de la sécurité sociale, L511-1, L512-1 and after.
  ...answeredBy('state', benefits, null, [
    [
      'family-allowance',
      'Demander les allocations familiales',
      'alloc enfant paje prime naissance complément familial',
      'N156',
    ],
    [
      'back-to-school',
      'Toucher l’allocation de rentrée scolaire',
      'ars rentrée allocation fournitures',
      'F1878',
    ],
    [
      'child-care-aid',
      'Être aidé pour la garde d’un enfant',
      'cmg complément libre choix mode de garde aide pajemploi',
      'N137',
    ],
    [
      'unpaid-alimony',
      'Toucher une pension alimentaire impayée',
      'pension alimentaire impayée aripa asf séparation divorce',
      'F1249',
    ],
    [
      'separation',
      'Faire face à une séparation',
      'séparation divorce séparer divorcer rupture garde enfants',
      'F33362',
    ],
  ]),
  ...answeredBy('state', health, null, [
    [
      'pregnancy',
      'Déclarer une grossesse',
      'grossesse enceinte maternité congé bébé attendre un enfant',
      'F16225',
    ],
  ]),
  // Code du service national, L120-1.
  ...answeredBy('state', ['mission_locale', 'cij'], null, [
    ['civic-service', 'Faire un service civique', 'service civique volontariat jeune mission', 'F13278'],
    ['bafa', 'Passer le Bafa', 'bafa animateur colonie brevet formation', 'F2111'],
  ]),
];
