/** Streets, animals, neighbours, getting about, safety. */
import { answeredBy, type Need } from './need.js';
import {
  department,
  franceServices,
  intercommunality,
  police,
  prefecture,
  region,
  townHall,
} from './offices.js';

export const street: Need[] = [
  // CGCT L2212-2, 1° and L2213-1; code de la voirie routière, L141-1 (communes), L131-1 (départements).
  ...answeredBy(
    'commune',
    townHall,
    'La mairie transmet quand la route est au département ou à l’intercommunalité.',
    [
      [
        'pothole',
        'Signaler un trou ou un danger sur la route',
        'nid de poule trou route chaussée trottoir voirie rue goudron dangereux abîmé signaler plaque d’égout',
        null,
        'signal voirie',
      ],
      [
        'street-light',
        'Signaler un lampadaire en panne',
        'lampadaire éclairage public lumière réverbère panne ampoule candélabre rue noire éteint poteau',
        null,
        'eclairage',
      ],
      [
        'road-sign',
        'Signaler un panneau ou demander un aménagement',
        'panneau signalisation stop feu rouge ralentisseur dos d’âne vitesse passage piéton miroir zone 30',
        null,
        'signalisation',
      ],
      ['snow', 'Faire déneiger une rue', 'neige verglas déneigement salage sel hiver trottoir', 'F15133'],
      [
        'graffiti',
        'Faire enlever un tag ou nettoyer une rue',
        'tag graffiti propreté sale balayage nettoyage crottes affichage sauvage',
        null,
        'proprete',
      ],
      [
        'fly-tipping',
        'Signaler un dépôt sauvage',
        'dépôt sauvage décharge ordures abandonnées déchets rue amende',
        'F31963',
        'depot sauvage',
      ],
      [
        'tree',
        'Signaler un arbre dangereux',
        'arbre branche tombé élagage élaguer tempête racines haie espaces verts herbe tonte',
        null,
        'arbre',
      ],
      [
        'weeds',
        'Faire entretenir un terrain ou un chemin',
        'terrain en friche ronces débroussaillage broussailles chemin rural entretien herbes hautes',
        null,
      ],
      [
        'road-works',
        'Demander un arrêté de circulation ou de stationnement',
        'arrêté circulation travaux échafaudage benne grue déménagement camion occupation domaine public permission de voirie stationnement réserver place',
        null,
        'arrete circulation',
      ],
      [
        'terrace',
        'Installer une terrasse, un étal ou un commerce ambulant',
        'terrasse café restaurant étalage food-truck camion pizza domaine public redevance ambulant',
        null,
        'terrasse',
      ],
      [
        'resident-parking',
        'Stationner près de chez soi',
        'stationnement résidentiel carte parking place zone bleue disque abonnement macaron',
        'F33963',
        'stationnement',
      ],
      [
        'abandoned-car',
        'Signaler une voiture abandonnée',
        'voiture ventouse épave abandonnée véhicule stationnement gênant enlèvement fourrière',
        'F12918',
        'vehicule abandon',
      ],
      ['pound', 'Récupérer un véhicule en fourrière', 'fourrière voiture enlevée mainlevée garage', 'F12918'],
      [
        'lost-property',
        'Retrouver un objet perdu',
        'objets trouvés objet perdu clés clefs sac portefeuille téléphone',
        null,
        'objets trouves',
      ],
    ],
  ),
  // CGCT L2333-87: it is contested first before whom the notice names.
  ...answeredBy('commune', townHall, 'L’avis de paiement dit à qui écrire, et avant quelle date.', [
    [
      'parking-fine',
      'Contester un forfait de stationnement',
      'fps forfait post-stationnement amende parking pv contester rapo',
      'F34440',
      'forfait stationnement',
    ],
  ]),
  ...answeredBy('department', department, null, [
    [
      'department-road',
      'Signaler un problème sur une route départementale',
      'route départementale d rond-point accotement fauchage trou',
      null,
    ],
  ]),
  // CGCT L2212-2, 2° and 7°; code rural et de la pêche maritime, L211-14 and L211-22 to L211-24.
  ...answeredBy('commune', townHall, null, [
    [
      'noise',
      'Se plaindre du bruit d’un voisin',
      'bruit voisin voisinage tapage nocturne musique fête tondeuse chien qui aboie aboiement nuisance sonore',
      'F612',
      'bruit',
    ],
    [
      'neighbour',
      'Régler un conflit de voisinage',
      'voisin dispute haie arbre branches mitoyen mitoyenneté odeurs coq fumée litige conciliateur',
      'N356',
    ],
    [
      'burning',
      'Brûler des végétaux',
      'brûler brûlage feu jardin déchets verts feuilles branches fumée barbecue écobuage',
      'F31858',
      'brulage',
    ],
    [
      'stray-dog',
      'Signaler un chien ou un chat errant',
      'chien errant chat errant perdu trouvé divagation fourrière animale spa refuge animaux stérilisation',
      'F32338',
      'animal erran',
    ],
    [
      'lost-pet',
      'Retrouver un animal perdu',
      'chien perdu chat perdu animal disparu puce i-cad fourrière',
      'F24029',
    ],
    [
      'dangerous-dog',
      'Demander un permis de détention d’un chien',
      'chien dangereux catégorie pitbull rottweiler staff permis détention muselière morsure mordu',
      'F1839',
      'detention chien',
    ],
    [
      'dead-animal',
      'Faire enlever un animal mort',
      'animal mort cadavre équarrissage chat écrasé sanglier',
      'F33426',
    ],
    [
      'wasps',
      'Faire enlever un nid de guêpes ou de frelons',
      'nid guêpes frelon asiatique frelons abeilles essaim insecte piqûre désinsectisation',
      null,
      'frelon',
    ],
    [
      'vermin',
      'Signaler des rats ou des nuisibles',
      'rats souris dératisation cafards punaises de lit pigeons ragondin nuisibles moustique tigre chenilles processionnaires',
      null,
      'deratisation',
    ],
    [
      'village-police',
      'Joindre la police municipale',
      'police municipale garde champêtre policier asvp urgence patrouille',
      null,
    ],
    [
      'civil-reserve',
      'Se préparer aux risques, être alerté',
      'risques majeurs dicrim plan communal de sauvegarde alerte sms sirène réserve communale canicule',
      'F11971',
    ],
  ]),
  // CGCT L1424-1: a body of the département's.
  ...answeredBy('department', ['sdis', ...department], null, [
    [
      'voluntary-rescue',
      'Devenir pompier volontaire',
      'pompier sapeurs-pompiers volontaire jsp caserne sdis',
      'F16047',
    ],
  ]),
  // Code de procédure pénale, art. 15-3.
  ...answeredBy('state', police, 'En cas d’urgence, appeler le 17 ou le 112.', [
    [
      'complaint',
      'Porter plainte',
      'plainte vol cambriolage agression arnaque escroquerie police gendarmerie main courante dégradation vandalisme volé',
      'F1435',
    ],
    [
      'holiday-watch',
      'Faire surveiller sa maison pendant les vacances',
      'opération tranquillité vacances otv absence maison surveillance',
      null,
      'tranquillite vacances',
    ],
    [
      'violence',
      'Être protégé de violences',
      'violence violences conjugales femme battue mari 3919 agression viol sexuelle',
      'F12544',
    ],
    ['missing-person', 'Signaler une disparition', 'disparition disparu personne fugue enfant alerte', 'N42'],
  ]),
  // Code de la route, R322-1 and after: requests are made online (arrêté du 9 février 2009, as amended).
  ...answeredBy(
    'state',
    [...franceServices, ...prefecture],
    'La demande se fait en ligne\u00a0; une maison France services ou la préfecture aide ceux qui ne peuvent pas.',
    [
      [
        'car-registration',
        'Faire une carte grise',
        'carte grise cartegrise immatriculation certificat immatriculation voiture moto véhicule achat vente cession ants plaque changement adresse',
        'N367',
      ],
      [
        'sell-car',
        'Vendre ou donner une voiture',
        'vendre voiture cession certificat véhicule occasion non-gage',
        'F1707',
      ],
      [
        'driving-licence',
        'Faire ou refaire un permis de conduire',
        'permis conduire ants perdu volé renouveler international échange étranger code auto-école',
        'N530',
      ],
      [
        'licence-points',
        'Connaître ses points de permis',
        'points permis retrait stage récupération solde télépoints',
        'F1685',
      ],
    ],
  ),
  ...answeredBy('state', prefecture, null, [
    [
      'suspended-licence',
      'Faire face à une suspension de permis',
      'suspension permis annulation rétention alcool visite médicale vitesse',
      'F14836',
    ],
    ['weapons', 'Déclarer une arme', 'arme armes fusil chasse sia détention carabine héritage', 'N287'],
  ]),
  ...answeredBy('state', franceServices, 'L’avis dit comment payer ou contester en ligne.', [
    [
      'fine',
      'Payer ou contester une amende',
      'amende contravention pv radar excès de vitesse antai payer contester majorée',
      'N18918',
    ],
  ]),
  // Code de la sécurité intérieure, L211-2.
  ...answeredBy(
    'commune',
    [...townHall, ...prefecture],
    'À la préfecture, dans les communes où la police est celle de l’État.',
    [
      [
        'demonstration',
        'Déclarer une manifestation sur la voie publique',
        'manifestation rassemblement défilé cortège course cycliste événement',
        null,
      ],
    ],
  ),
  // Code des transports, L1231-1 and L1231-3.
  ...answeredBy(
    'intercommunality',
    [...intercommunality, ...region],
    'Selon le trajet, l’intercommunalité ou la région l’organise.',
    [
      [
        'bus',
        'Prendre le bus ou le car',
        'bus car autocar horaires ligne transport en commun arrêt navette tram ticket abonnement',
        'N20444',
      ],
      [
        'on-demand-transport',
        'Réserver un transport à la demande',
        'transport à la demande tad navette personnes âgées médecin taxi mobilité',
        null,
      ],
      [
        'carpool',
        'Covoiturer, louer un vélo, recharger une voiture électrique',
        'covoiturage vélo location borne recharge électrique autopartage piste cyclable',
        null,
      ],
    ],
  ),
  ...answeredBy('region', region, null, [
    [
      'train',
      'Prendre le train régional',
      'ter train gare carte famille nombreuse billet horaires sncf',
      'N20444',
    ],
  ]),
];
