import type { StandingWords } from './standing.js';

export const standingFr: StandingWords = {
  day: (date) =>
    new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
      .format(new Date(date))
      .replace(/^1 /, '1er '),
  who: { commune: 'La mairie', other: 'L’administration' },
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
  decided: (effect, who, day, lastDay) =>
    `${who} n’a pas répondu avant la fin du ${day}\u00a0: la loi considère que c’est ${
      effect === 'rejection'
        ? `non, et votre demande est refusée. Vous pouvez contester ce refus${lastDay ? ` jusqu’au ${lastDay} inclus` : ''}`
        : 'oui, et votre demande est acceptée. Vous pouvez lui demander une attestation (CRPA L232-3)'
    }.`,

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
  },
};
