import { withFirst } from './french-first.js';
import type { StandingWords } from './standing.js';

/** As it stands within a sentence. */
const within = (who: string) => who.charAt(0).toLowerCase() + who.slice(1);

export const standingFr: StandingWords = {
  day: (date) =>
    withFirst(
      new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)),
    ),
  who: { commune: 'La mairie', other: 'L’administration', forwarded: 'Cette administration' },
  natures: {
    question: 'une question',
    request: 'une demande',
    complaint: 'une réclamation',
    declaration: 'une déclaration',
    document: 'une demande de document',
    information: 'une information',
  },

  considered: (who, nature) => `${who} considère votre message comme ${nature}.`,
  acknowledgementDue: (who, day) => `${who} vous enverra un accusé de réception au plus tard le ${day}.`,
  due: (effect, who, day, basis) =>
    `${who} doit vous répondre${
      day
        ? ` avant la fin du ${day}. Sans réponse ce jour-là`
        : '. La date limite sera connue quand votre demande sera complète. Sans réponse à cette date'
    }, la loi considère que c’est ${
      effect === 'rejection'
        ? `non (${basis}). Vous pourrez alors contester ce refus\u00a0: l’accusé de réception indique comment`
        : `oui (${basis}). Vous pourrez alors lui demander une attestation (CRPA L232-3)`
    }.`,
  decided: (effect, who, day) =>
    `${who} n’a pas répondu avant la fin du ${day}\u00a0: la loi considère que c’est ${
      effect === 'rejection' ? 'non, et votre demande est refusée' : 'oui, et votre demande est acceptée'
    }.`,
  challenge: (lastDay) => `Vous pouvez contester ce refus${lastDay ? ` jusqu’au ${lastDay} inclus` : ''}.`,

  items: {
    asked: (who, day) => `${who} vous a demandé, le ${day}\u00a0:`,
    item: (name, basis) => `${name} (exigé par\u00a0: ${basis})`,
    until: (day) => `Vous avez jusqu’au ${day} inclus pour les fournir.`,
    delay: {
      rejection: (until) =>
        `Tant qu’il en manque, le délai de réponse est suspendu${until ? `, au plus tard jusqu’au ${until}` : ''} (CRPA L114-5).`,
      acceptance: () =>
        'Le délai de réponse ne commencera qu’une fois que vous aurez tout fourni (CRPA L114-5).',
      unchanged: 'Cela ne change pas le délai de réponse.',
    },
  },

  forwarded: (name, day) =>
    `Votre demande a été transmise le ${day} à ${name}. C’est de là que viendra la réponse (CRPA L114-2).`,
  handedOver: (name, day) =>
    `Votre demande a été remise le ${day} au service qui la traite avec ses propres outils\u00a0: ${name}. Elle n’est plus suivie ici. Pour savoir où elle en est, téléphonez-lui.`,
  forwardedDelay: {
    rejection: 'Cela n’allonge pas le délai de réponse, qui court depuis votre premier envoi (CRPA L114-3).',
    acceptance: 'Le délai de réponse court depuis que cette administration l’a reçue (CRPA L114-3).',
  },

  decision: {
    granted: (who, day) => `${who} a accepté votre demande le ${day}.`,
    refused: (who, day) => `${who} a refusé votre demande le ${day}.`,
  },

  reasons: {
    possible: (who) =>
      `Vous pouvez demander pourquoi\u00a0: ${within(who)} doit alors vous donner ses motifs dans le mois (CRPA L232-4).`,
    asked: (who, day, due) =>
      `Vous avez demandé les motifs de ce refus le ${day}.${due ? ` ${who} doit vous répondre avant la fin du ${due} (CRPA L232-4).` : ''}`,
    given: (who, asked) =>
      `Vous avez demandé les motifs de ce refus le ${asked}. ${who} vous les donne\u00a0:`,
  },

  attestation: {
    possible: (who) =>
      `Vous pouvez demander une attestation, qui prouve cet accord\u00a0: ${within(who)} doit vous la délivrer (CRPA L232-3).`,
    asked: (who, day) =>
      `Vous avez demandé une attestation le ${day}. ${who} doit vous la délivrer (CRPA L232-3).`,
    issued: (who, day) =>
      `${who} atteste que votre demande est acceptée depuis le ${day}, par décision implicite (CRPA L232-3).`,
  },

  mentions: {
    nature: 'Considéré comme',
    service: 'Service',
    address: 'Adresse',
    phone: 'Téléphone',
    email: 'Adresse électronique',
    deadline: 'Date limite de réponse',
    deadlineOn: (day) =>
      day
        ? `${day}, sous réserve que votre demande soit complète`
        : 'connue quand votre demande sera complète',
    silence: 'Sans réponse à cette date',
    silenceMeans: (effect, basis) =>
      `la loi considère que c’est ${
        effect === 'rejection'
          ? `non\u00a0: décision implicite de rejet (${basis})`
          : `oui\u00a0: décision implicite d’acceptation (${basis}). Vous pourrez alors demander une attestation (CRPA L232-3)`
      }`,
    appeal: 'Pour contester ce refus',
    appealBefore: (body, months) =>
      months ? `${body}, dans les ${months}\u00a0mois qui suivent le refus` : body,
    online: 'Recours en ligne',

    author: 'Décision prise par',
    text: 'Texte de la décision',
    law: 'Motifs\u00a0: la règle appliquée',
    facts: 'Motifs\u00a0: les faits retenus',
    illegality: 'Motifs\u00a0: pourquoi l’accord d’avant est retiré',
    contact: 'Pour joindre cette administration',
  },
};
