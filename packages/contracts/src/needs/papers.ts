/** Identity, civil status, votes, certificates. */
import { answeredBy, type Need } from './need.js';
import { courts, franceServices, police, prefecture, townHall } from './offices.js';

export const papers: Need[] = [
  // Décrets 55-1397 (identity card) and 2005-1726 (passport): any town hall that has the equipment, wherever one lives.
  ...answeredBy(
    'commune',
    townHall,
    'Seules certaines mairies sont équipées pour recevoir ces demandes\u00a0: on peut s’adresser à n’importe laquelle d’entre elles.',
    [
      [
        'passport',
        'Faire ou refaire un passeport',
        'passport passe-port biométrique titre voyage voyager renouveler renouvellement perdu périmé ants rendez-vous',
        'N360',
        'passeport',
      ],
      [
        'identity-card',
        'Faire ou refaire une carte d’identité',
        'cni carte nationale d’identité id papiers renouveler renouvellement perdue périmée première demande enfant ants rendez-vous',
        'N358',
        'carte identite',
      ],
    ],
  ),
  // Code civil, art. 34-1; CGCT L2122-32: the mayor and the deputies are registrars.
  ...answeredBy('commune', townHall, null, [
    [
      'lost-papers',
      'Déclarer la perte de ses papiers d’identité',
      'perdu perte papiers portefeuille carte d’identité passeport égaré',
      'F31421',
    ],
    [
      'recognition',
      'Reconnaître un enfant',
      'état civil reconnaissance anticipée père filiation bébé non marié',
      'F887',
      'reconnaissance',
    ],
    [
      'wedding',
      'Se marier, préparer un mariage',
      'état civil mariage marier mairie noces épouser publication bans dossier célébration',
      'F930',
      'mariage',
    ],
    [
      'pacs',
      'Conclure, modifier ou dissoudre un Pacs',
      'état civil pacs pacser pacte civil de solidarité union dépacser',
      'N144',
      'pacs',
    ],
    ['first-name', 'Changer de prénom', 'prénom changement état civil transgenre', 'F885', 'prenom'],
    [
      'family-name',
      'Changer de nom de famille',
      'nom changement mère père nom d’usage patronyme',
      'N151',
      'change nom',
    ],
    [
      'family-book',
      'Demander ou mettre à jour un livret de famille',
      'état civil livret famille duplicata perdu second divorce',
      'N31784',
      'livret famille',
    ],
    [
      'correct-record',
      'Faire corriger un acte d’état civil',
      'erreur faute acte rectification rectifier coquille',
      'F1177',
      'rectification',
    ],
    [
      'godparents',
      'Demander un baptême civil',
      'baptême républicain parrainage parrain marraine',
      'F1507',
      'bapteme',
    ],
    [
      'golden-wedding',
      'Fêter des noces d’or à la mairie',
      'noces or diamant anniversaire de mariage cinquante ans',
      null,
      'noces',
    ],
    [
      'concubinage',
      'Demander un certificat de vie commune',
      'concubinage union libre couple attestation',
      'F1433',
      'concubinage',
    ],
  ]),
  // Code civil, art. 55 and 78: where it happened. Décret 2017-890: copies come from who holds the record.
  ...answeredBy('commune', townHall, 'À la mairie du lieu de la naissance.', [
    [
      'birth',
      'Déclarer une naissance',
      'état civil déclaration bébé né nouveau-né accouchement enfant maternité naître cinq jours',
      'F961',
      'declaration naissance',
    ],
  ]),
  ...answeredBy('commune', townHall, 'À la mairie du lieu du décès.', [
    [
      'death',
      'Déclarer un décès',
      'état civil déclaration décédé mort mourir défunt deuil obsèques enterrement pompes funèbres',
      'N165',
      'declaration deces',
    ],
  ]),
  ...answeredBy(
    'commune',
    townHall,
    'À la mairie du lieu de l’événement\u00a0; pour un événement à l’étranger, au service central d’état civil, à Nantes.',
    [
      [
        'birth-record',
        'Demander un acte de naissance',
        'extrait copie intégrale filiation état civil certificat bulletin birth certificate',
        'F1427',
        'acte naissance',
      ],
      [
        'marriage-record',
        'Demander un acte de mariage',
        'extrait copie intégrale état civil',
        'F1432',
        'acte mariage',
      ],
      ['death-record', 'Demander un acte de décès', 'copie certificat état civil', 'F1444', 'acte deces'],
    ],
  ),
  // Code électoral, L11, L16 to L18; code du service national, L113-1; code de procédure pénale, art. 261.
  ...answeredBy('commune', townHall, null, [
    [
      'electoral-roll',
      'S’inscrire sur les listes électorales',
      'vote voter élection élections inscription liste électorale électeur nouveau arrivant carte municipales présidentielle',
      'F1367',
      'list electoral',
    ],
    [
      'polling-station',
      'Trouver son bureau de vote, vérifier son inscription',
      'vote voter bureau de vote élection carte électorale électeur où voter dépouillement assesseur',
      'F34687',
    ],
    [
      'census',
      'Faire le recensement citoyen à 16 ans',
      'militaire jdc journée défense citoyenneté seize ans armée recenser jeune',
      'F870',
      'recens',
    ],
    ['jury', 'Être juré d’assises', 'juré assises tirage au sort jury tribunal', 'F1540'],
  ]),
  // Code électoral, L72 and R72.
  ...answeredBy(
    'state',
    [...police, ...courts],
    'La demande peut commencer en ligne\u00a0; l’identité est contrôlée à la gendarmerie, au commissariat ou au tribunal.',
    [
      [
        'proxy-vote',
        'Voter par procuration',
        'procuration vote voter élection absent mandataire mandat',
        'F1604',
      ],
    ],
  ),
  // CGCT L2122-30; CESEDA L313-1 and after.
  ...answeredBy('commune', townHall, null, [
    [
      'signature',
      'Faire légaliser une signature',
      'légalisation certifier signature authentifier document',
      'F1411',
      'legalis',
    ],
    [
      'hosting',
      'Accueillir un étranger\u00a0: attestation d’accueil',
      'attestation d’accueil hébergement visa famille étranger inviter visite',
      'F2191',
      'attestation accueil',
    ],
    [
      'residence-certificate',
      'Demander un certificat de domicile ou de vie',
      'certificat attestation domicile résidence hébergement vie célibat retraite étrangère justificatif',
      'N365',
      'certificat domicile',
    ],
    [
      'certified-copy',
      'Faire certifier une copie conforme',
      'copie conforme certifiée document administration étrangère',
      'F1412',
    ],
    [
      'move',
      'Déménager, s’installer dans la commune',
      'déménage déménagement emménager changement d’adresse nouvel arrivant nouveaux habitants installer',
      'F14128',
      'nouvel arrivant',
    ],
  ]),
  // No office gives it: the parent signs the form (code civil, art. 371-6).
  ...answeredBy(
    'commune',
    [...townHall, ...franceServices],
    'Le formulaire est signé par un parent\u00a0: il n’y a rien à faire valider en mairie.',
    [
      [
        'leaving-france',
        'Autoriser un mineur à sortir du territoire',
        'sortie de territoire ast voyage scolaire enfant étranger autorisation mineur',
        'F1359',
      ],
    ],
  ),
  // Code civil, art. 21-15 and after, 31; CESEDA.
  ...answeredBy('state', prefecture, null, [
    [
      'residence-permit',
      'Demander un titre de séjour',
      'carte de séjour étranger visa préfecture récépissé résident sans papiers',
      'N110',
    ],
    [
      'naturalisation',
      'Demander la nationalité française',
      'naturalisation étranger devenir français',
      'N111',
    ],
    ['asylum', 'Demander l’asile', 'asile réfugié ofpra guerre protection ukraine', 'N106'],
  ]),
  ...answeredBy('state', courts, null, [
    ['nationality-certificate', 'Demander un certificat de nationalité française', 'cnf preuve', 'F1051'],
  ]),
];
