import type { StandingWords } from './standing.js';

export const standingEn: StandingWords = {
  day: (date) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)),
  who: { commune: 'The town hall', other: 'The administration' },
  natures: {
    question: 'a question',
    request: 'a request',
    complaint: 'a complaint',
    declaration: 'a declaration',
    document: 'a request for a document',
    information: 'a piece of information',
  },

  considered: (who, nature) => `${who} takes your message as ${nature}.`,
  acknowledgementDue: (who, day) => `${who} will send you an acknowledgement by ${day} at the latest.`,
  due: (effect, who, day, basis) =>
    `${who} must answer you${
      day
        ? ` by the end of ${day}. Without an answer on that day`
        : '. The last day will be known when your request is complete. Without an answer on that day'
    }, the law takes it as a ${
      effect === 'rejection'
        ? `no (${basis}). You can then challenge this refusal: the acknowledgement says how`
        : `yes (${basis}). You can then ask for a certificate (CRPA L232-3)`
    }.`,
  decided: (effect, who, day, lastDay) =>
    `${who} had not answered by the end of ${day}: the law takes it as a ${
      effect === 'rejection'
        ? `no, and your request is refused. You can challenge this refusal${lastDay ? ` until ${lastDay}, that day included` : ''}`
        : 'yes, and your request is granted. You can ask for a certificate (CRPA L232-3)'
    }.`,

  mentions: {
    nature: 'Taken as',
    service: 'Service',
    address: 'Address',
    phone: 'Telephone',
    email: 'E-mail address',
    deadline: 'Last day to answer',
    deadlineOn: (day) =>
      day ? `${day}, provided that your request is complete` : 'known when your request is complete',
    silence: 'Without an answer by then',
    silenceMeans: (effect, basis) =>
      `the law takes it as a ${
        effect === 'rejection'
          ? `no: implied decision of rejection (${basis})`
          : `yes: implied decision of acceptance (${basis}). You can then ask for a certificate (CRPA L232-3)`
      }`,
    appeal: 'To challenge this refusal',
    appealBefore: (body, months) =>
      months ? `${body}, within ${months} ${months > 1 ? 'months' : 'month'} of the refusal` : body,
    online: 'Appeal online',
  },
};
