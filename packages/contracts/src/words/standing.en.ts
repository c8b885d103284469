import type { StandingWords } from './standing.js';

/** As it stands within a sentence. */
const within = (who: string) => who.charAt(0).toLowerCase() + who.slice(1);

export const standingEn: StandingWords = {
  day: (date) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)),
  who: { commune: 'The town hall', other: 'The administration', forwarded: 'That administration' },
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
  decided: (effect, who, day) =>
    `${who} had not answered by the end of ${day}: the law takes it as a ${
      effect === 'rejection' ? 'no, and your request is refused' : 'yes, and your request is granted'
    }.`,
  challenge: (lastDay) =>
    `You can challenge this refusal${lastDay ? ` until ${lastDay}, that day included` : ''}.`,

  items: {
    asked: (who, day) => `On ${day}, ${within(who)} asked you for:`,
    item: (name, basis) => `${name} (required by: ${basis})`,
    until: (day) => `You have until ${day}, that day included, to provide them.`,
    delay: {
      rejection: (until) =>
        `As long as any is missing, the time to answer is suspended${until ? `, until ${until} at the latest` : ''} (CRPA L114-5).`,
      acceptance: () => 'The time to answer will only begin once you have provided everything (CRPA L114-5).',
      unchanged: 'This does not change the time to answer.',
    },
  },

  forwarded: (name, day) =>
    `Your request was passed on to ${name} on ${day}. The answer will come from there (CRPA L114-2).`,
  handedOver: (name, day) =>
    `Your request was handed over on ${day} to the service that deals with it in its own tools: ${name}. It is no longer followed here. To know where it stands, telephone that service.`,
  forwardedDelay: {
    rejection: 'This does not lengthen the time to answer, which runs since you first wrote (CRPA L114-3).',
    acceptance: 'The time to answer runs since that administration received it (CRPA L114-3).',
  },

  decision: {
    granted: (who, day) => `${who} granted your request on ${day}.`,
    refused: (who, day) => `${who} refused your request on ${day}.`,
  },

  reasons: {
    possible: (who) =>
      `You can ask why: ${within(who)} must then give you its reasons within a month (CRPA L232-4).`,
    asked: (who, day, due) =>
      `You asked for the reasons for this refusal on ${day}.${due ? ` ${who} must answer you by the end of ${due} (CRPA L232-4).` : ''}`,
    given: (who, asked) =>
      `You asked for the reasons for this refusal on ${asked}. ${who} gives them to you:`,
  },

  attestation: {
    possible: (who) =>
      `You can ask for a certificate, which proves it: ${within(who)} must issue it to you (CRPA L232-3).`,
    asked: (who, day) => `You asked for a certificate on ${day}. ${who} must issue it to you (CRPA L232-3).`,
    issued: (who, day) =>
      `${who} certifies that your request is granted since ${day}, by implied decision (CRPA L232-3).`,
  },

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

    author: 'Decision taken by',
    text: 'Text of the decision',
    law: 'Reasons: the rule applied',
    facts: 'Reasons: the facts relied on',
    illegality: 'Reasons: why the agreement before is taken back',
    contact: 'How to reach that administration',
  },
};
