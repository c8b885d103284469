import { standingFr } from './standing.fr.js';
import type { TrackingWords } from './tracking.js';

const fact = (theirs: string) => ({ yours: theirs, theirs });

export const trackingFr: TrackingWords = {
  title: 'Suivre votre demande',
  codeIntro:
    'La référence et le code de suivi vous ont été donnés à l’écran, à la fin de votre envoi. Vous les avez peut-être notés ou imprimés.',
  reference: 'Référence',
  referenceHint: (example) => `Par exemple\u00a0: ${example}`,
  trackingCode: 'Code de suivi',
  trackingCodeHint: '16 lettres et chiffres, par exemple : 4F7T-2MZK-8RWA-Q6PH',
  open: 'Voir ma demande',
  another: 'Suivre une autre demande',
  followed: 'Vos demandes ouvertes sur cette page',
  reopen: 'Refermée, à rouvrir',
  opening: 'Recherche de votre demande…',

  lost: {
    summary: 'Vous n’avez plus le code de suivi\u00a0?',
    intro:
      'Le lien qui figure dans le courriel de confirmation ouvre aussi votre demande. Vous ne le retrouvez pas\u00a0? Demandez-en un nouveau\u00a0: il ouvre toutes les demandes faites ici avec cette adresse électronique. Le code, lui, ne peut pas être montré une seconde fois.',
    email: 'Adresse électronique',
    emailHint: 'Celle où vous recevez nos courriels, par exemple\u00a0: nom@exemple.fr',
    ask: 'Recevoir un lien',
    asked:
      'Si des demandes ont été faites ici avec cette adresse, un courriel avec un lien part dans quelques minutes. Rien n’arrive\u00a0? Regardez parmi les courriels indésirables, ou téléphonez-nous.',
    emailRequired: 'Saisissez l’adresse électronique où vous recevez nos courriels.',
    emailInvalid:
      'Cette adresse est incomplète ou contient une erreur de frappe. Elle ressemble à nom@exemple.fr.',
  },

  controlIntro:
    'Vous avez suivi le lien reçu par courriel. Une dernière vérification, pour que personne d’autre ne puisse lire votre demande.',
  control: 'Nom de famille ou code postal',
  controlHint:
    'Comme dans votre demande. Pour un organisme, vous pouvez donner son nom. Si vous n’aviez donné qu’une adresse électronique, indiquez-la.',
  useCode: 'Utiliser plutôt la référence et le code de suivi',

  wrong: {
    referenceRequired: 'Saisissez la référence de votre demande.',
    referenceInvalid: (example) =>
      `Cette référence est incomplète ou contient une erreur de frappe. Elle ressemble à ${example}.`,
    trackingCodeRequired: 'Saisissez le code de suivi.',
    trackingCodeInvalid:
      'Ce code est incomplet ou contient une erreur de frappe. Il compte 16 lettres et chiffres.',
    controlRequired: 'Saisissez votre nom de famille ou votre code postal.',
    messageRequired: 'Écrivez votre message avant de l’envoyer.',
    messageTooLong: (max) => `Votre message est trop long\u00a0: ${max}\u00a0caractères au plus.`,
    messageInvalid:
      'Votre message contient un caractère qui ne peut pas être envoyé. Retapez le passage que vous avez collé.',
  },

  refused: {
    notFound:
      'Aucune demande ne correspond à cette référence et à ce code. Vérifiez votre saisie, et assurez-vous d’être sur le site de l’administration à laquelle vous avez écrit.',
    controlNotFound:
      'Ce nom ou ce code postal ne correspond pas à la demande, ou le lien n’est plus valable. Vérifiez votre saisie, ou utilisez la référence et le code de suivi.',
    throttled: (minutes) =>
      `Trop d’essais en peu de temps. Pour protéger les demandes de chacun, patientez ${minutes > 1 ? `${minutes}\u00a0minutes` : 'une minute'} avant de réessayer.`,
    offline:
      'La connexion à Internet est coupée. Ce que vous avez saisi reste sur cette page : réessayez quand elle sera revenue.',
    down: 'Le service ne répond pas pour le moment. Ce que vous avez saisi reste sur cette page : réessayez dans quelques minutes.',
  },

  expired:
    'Pour protéger vos informations, votre demande s’est refermée. Ouvrez-la à nouveau pour continuer.',
  expiredDraft: 'Le message que vous écriviez est conservé : vous le retrouverez.',

  standingTitle: 'Où en est ma demande',
  standing: standingFr,
  acknowledgement: (day) => `Accusé de réception du ${day}`,
  documentFiles: {
    registration: 'accuse-d-enregistrement',
    acknowledgement: 'accuse-de-reception',
    decision: 'decision',
    attestation: 'attestation',
  },
  documents: {
    registration: 'Télécharger l’accusé d’enregistrement (PDF)',
    acknowledgement: 'Télécharger l’accusé de réception (PDF)',
    decision: 'Télécharger la décision (PDF)',
    attestation: 'Télécharger l’attestation (PDF)',
  },

  requestReference: 'Référence',
  receivedOn: 'Reçue le',
  service: 'Service',
  status: {
    received: {
      label: 'Reçue',
      sentence: 'Votre demande est bien arrivée. Elle n’a pas encore été traitée.',
    },
    'in-progress': { label: 'En cours', sentence: 'Un agent s’occupe de votre demande.' },
    answered: {
      label: 'Réponse envoyée',
      sentence: 'Une réponse vous a été faite. Vous la trouverez ci-dessous.',
    },
    closed: { label: 'Terminée', sentence: 'Votre demande est terminée.' },
  },

  operated: {
    prepared: {
      label: 'Pas encore envoyée',
      sentence: (name) =>
        `Votre demande est préparée sur le site «\u00a0${name}\u00a0», où il vous reste à la terminer.`,
    },
    claimed: {
      label: 'Envoyée',
      sentence: (name) =>
        `«\u00a0${name}\u00a0» ne nous l’a pas encore confirmé. Rien ne change d’ici quelques jours\u00a0? Appelez ce service.`,
    },
    by: (name) => `C’est «\u00a0${name}\u00a0» qui traite votre demande et qui vous répond.`,
    acknowledged: (name, day) => `«\u00a0${name}\u00a0» en a accusé réception le ${day}.`,
    stale: (name, day) =>
      `Depuis le ${day}, nous n’arrivons pas à joindre le site «\u00a0${name}\u00a0»\u00a0: votre demande a pu avancer sans que ce soit indiqué ici.`,
    reference: 'Référence dans ce service',
    goOn: 'Pour continuer',
    file: (name) => `Ouvrir votre dossier sur le site «\u00a0${name}\u00a0»`,
    acknowledgement: 'Accusé de réception',
    readAcknowledgement: 'Lire l’accusé de réception',
    step: (label, note, day) => `${day}\u00a0: ${label}${note ? ` (${note})` : ''}`,
    agency: 'Service chargé',
    steps: (name) => `Ce qu’indique «\u00a0${name}\u00a0»`,
  },

  timeline: 'Les échanges',
  entry: {
    received: { yours: 'Vous avez envoyé votre demande', theirs: 'Votre demande a été enregistrée' },
    message: { yours: 'Vous avez ajouté un message', theirs: 'Un message pour vous' },
    corrected: { yours: 'Vous avez corrigé votre demande', theirs: 'Votre demande a été corrigée' },
    answered: { yours: 'Vous avez répondu', theirs: 'La réponse à votre demande' },
    closed: { yours: 'Vous avez mis fin à votre demande', theirs: 'Votre demande est terminée' },
    reopened: { yours: 'Vous avez rouvert votre demande', theirs: 'Votre demande est rouverte' },
    acknowledged: fact('L’accusé de réception vous a été envoyé'),
    requalified: fact('Votre message est considéré autrement'),
    withdrawn: { yours: 'Vous avez retiré votre demande', theirs: 'Votre demande est retirée' },
    'tacitly-granted': fact('Sans réponse, la loi considère que c’est oui'),
    'tacitly-refused': fact('Sans réponse, la loi considère que c’est non'),
    'items-asked': fact('Des documents ou des informations vous sont demandés'),
    completed: { yours: 'Vous avez fourni ce qui était demandé', theirs: 'Votre demande est complète' },
    forwarded: fact('Votre demande a été transmise à une autre administration'),
    granted: fact('Votre demande est acceptée'),
    refused: fact('Votre demande est refusée'),
    'reasons-asked': {
      yours: 'Vous avez demandé les motifs du refus',
      theirs: 'Les motifs du refus ont été demandés',
    },
    'reasons-given': fact('Les motifs du refus vous sont donnés'),
    'attestation-asked': {
      yours: 'Vous avez demandé une attestation',
      theirs: 'L’attestation a été demandée',
    },
    attested: fact('L’attestation vous est délivrée'),
  },

  refresh: 'Actualiser',
  refreshing: 'Actualisation…',
  upToDate: (time) => `Rien de nouveau à ${time}.`,
  news: (count) => (count > 1 ? `${count} nouveaux échanges.` : 'Un nouvel échange.'),
  print: 'Imprimer',
  leave: 'Effacer et quitter',
  leaveHint: 'Sur un ordinateur partagé, effacez tout de l’écran avant de partir.',
  left: 'Tout est effacé de cette page. Rien n’en est conservé sur cet ordinateur.',

  reply: 'Ajouter un message',
  replyItems: 'Envoyer les documents demandés',
  message: 'Votre message',
  messageHint: (administration) => `Destinataire\u00a0: ${administration}`,
  send: 'Envoyer le message',
  sending: 'Envoi en cours…',
  sent: 'Votre message est envoyé.',
  waitingTitle: 'Pas encore envoyé',
  waiting:
    'La connexion à Internet est coupée. Laissez cette page ouverte : votre message partira tout seul dès qu’elle reviendra.',
  retry: 'Réessayer maintenant',
  edit: 'Modifier le message',
  draftKept: 'Votre message n’est pas encore parti. Relisez-le, puis envoyez-le.',
  completes: 'J’ai fourni tout ce qui m’était demandé.',
  closed:
    'Cette demande est terminée : vous ne pouvez plus y ajouter de message. Pour aller plus loin, téléphonez-nous ou envoyez une nouvelle demande.',
  unsent: 'Votre message, qui n’a pas été envoyé',
  newRequest: 'Envoyer une nouvelle demande',

  ask: { reasons: 'Demander les motifs', attestation: 'Demander l’attestation' },
  asked: 'C’est demandé. Un courriel vous préviendra de la réponse, que vous trouverez ici.',
  verify: { decision: 'Vérifier cette décision', attestation: 'Vérifier cette attestation' },
  verifyHint:
    'Vous pouvez prouver à d’autres qu’elle vient bien d’ici et n’a pas été modifiée (preuve d’intégrité, ni signature ni cachet qualifié).',
  newWindow: 'nouvelle fenêtre',
  askTooLate: 'Cela ne peut plus être demandé. Voici où en est votre demande.',

  correct: 'Corriger ma demande',
  corrected: 'Votre correction est enregistrée. La date de réception de votre demande reste la même.',
  correctTooLate:
    'Votre demande ne peut plus être corrigée\u00a0: une décision a été prise, ou elle est terminée. Voici où elle en est.',

  withdraw: 'Retirer ma demande',
  withdrawTitle: 'Retirer votre demande\u00a0?',
  consequences: [
    'Votre demande ne sera plus examinée et vous ne recevrez pas de réponse.',
    'Vous ne pourrez pas revenir en arrière.',
    'Vous pourrez envoyer une nouvelle demande quand vous le voudrez.',
  ],
  withdrawYes: 'Oui, retirer ma demande',
  withdrawNo: 'Non, garder ma demande',
  withdrawing: 'Retrait en cours…',
  withdrawn: 'Votre demande est retirée. Elle ne sera plus examinée.',
  withdrawTooLate: 'Votre demande n’a pas été retirée\u00a0: elle était déjà terminée.',
};
