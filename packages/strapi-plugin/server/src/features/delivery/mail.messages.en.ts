import type { MailWords } from './mail.messages.js';

const control = (hasName: boolean) =>
  hasName
    ? 'When you open this link, you will be asked for your family name, the name of your organisation or your postal code.'
    : 'When you open this link, you will be asked for your e-mail address.';

const reserved = (hasName: boolean) => `${control(hasName)} It is for you alone: please do not pass it on.`;

const attached = (verification: string) =>
  `This acknowledgement is attached as a PDF. To prove that it is ours and unaltered, paste the code of the other attached file on ${verification} (a proof of integrity, neither a qualified signature nor a qualified seal).`;

export const mailEn: MailWords = {
  greeting: 'Dear Sir or Madam,',
  // CRPA L111-1.
  prevails: ['A French text follows; in law, it prevails.'],
  labels: {
    reference: 'Reference',
    receivedAt: 'Received on',
    service: 'Service',
    phone: 'Telephone',
    email: 'E-mail address',
    sentTo: 'Passed on to',
    contact: 'How to reach it',
  },
  'registration-receipt': {
    subject: (reference) => `Registration receipt – Accusé d’enregistrement ${reference}`,
    title: 'Your message has been registered',
    before: () => [
      'Your message has arrived. This e-mail is its registration receipt; the date of reception below is authoritative.',
    ],
    action: 'Follow my request',
    after: (hasName) => [
      reserved(hasName),
      'You can also follow your request with this reference and the tracking code that was shown once it was sent.',
      'If you did not send anything, please disregard this e-mail.',
    ],
  },
  acknowledgement: {
    subject: (reference) => `Acknowledgement – Accusé de réception ${reference}`,
    title: 'Acknowledgement of your message',
    before: [
      'This e-mail is the acknowledgement of your message (code des relations entre le public et l’administration, articles L112-11 and R112-11-1). Please keep it.',
    ],
    onPaper: [
      'This e-mail repeats the acknowledgement of your request, which we received on paper or at the counter (code des relations entre le public et l’administration, articles L112-3 and R112-5). Please keep it.',
    ],
    correction:
      'It replaces the acknowledgement that you received before. The date of reception of your message stays the same.',
    action: 'Follow my request',
    after: (hasName, verification) => [
      reserved(hasName),
      ...(verification === null ? [] : [attached(verification)]),
    ],
  },
  'answer-notice': {
    subject: (reference) => `News of your request ${reference}`,
    title: 'There is news of your request',
    before: () => ['An answer or a new step awaits you where you follow your request.'],
    action: 'Follow my request',
    after: (hasName) => [
      'To protect your data, this e-mail does not contain the text of the answer.',
      reserved(hasName),
    ],
  },
  'tracking-link': {
    subject: (reference) => `Your link to follow ${reference}`,
    title: 'Your link to follow your request',
    before: () => ['A fresh link was asked for, to follow your request. Here it is.'],
    action: 'Follow my request',
    after: (hasName) => [reserved(hasName), 'If you did not ask for it, please disregard this e-mail.'],
  },
  'tracking-links': {
    subject: () => 'Your link to follow your requests',
    title: 'Your link to follow your requests',
    before: () => [
      'A link was asked for, to follow the requests made here with this e-mail address. Here it is.',
    ],
    action: 'Follow my requests',
    after: () => [
      'When you open this link, you will be asked for your family name, the name of your organisation or your postcode. If you gave an e-mail address only, you will be asked for that. This link is for you alone: do not pass it on.',
      'If you did not ask for it, please disregard this e-mail.',
    ],
  },
  'operated-receipt': {
    subject: (reference) => `To follow your request ${reference}`,
    title: 'To follow your request',
    before: () => [
      'You wished to receive the reference of your request, and a link to follow it. Here they are.',
      // CRPA L114-4.
      'The service named below deals with your request: it is the one that acknowledges it and answers you.',
    ],
    action: 'Follow my request',
    after: (hasName) => [reserved(hasName), 'If you did not ask for it, please disregard this e-mail.'],
  },
  'correction-receipt': {
    subject: (reference) => `Correction registered ${reference}`,
    title: 'Your correction is registered',
    before: (who, at) => [
      `You corrected your request on ${at}. ${who} reads your correction beside what you sent first.`,
      // CRPA L112-13.
      'The date your request was received, given below, stays the same: it is the one that counts.',
    ],
    action: 'Follow my request',
    after: (hasName) => [
      'To protect your data, this e-mail does not contain what you wrote.',
      reserved(hasName),
      'If you corrected nothing, telephone us.',
    ],
  },
  'items-asked': {
    subject: (reference) => `To be completed: your request ${reference}`,
    title: 'Your request is to be completed',
    before: (who, day) => [
      `${who} asks you for documents or information. You will find the list where you follow your request, and can answer from there.`,
      ...(day ? [`Please answer by ${day} at the latest.`] : []),
    ],
    action: 'See what is asked for',
    after: (hasName) => [
      'To protect your data, this e-mail does not say what you are asked for.',
      reserved(hasName),
    ],
  },
  forwarded: {
    subject: (reference) => `Your request ${reference} was passed on`,
    title: 'Your request was passed on',
    before: (who, name) => [
      `${who} cannot answer your request itself: it passed it on to ${name}. You have nothing to do again: the answer will come from there.`,
    ],
    action: 'Follow my request',
    after: (hasName) => [reserved(hasName)],
  },
  decision: {
    subject: (reference) => `Decision on your request ${reference}`,
    title: 'A decision on your request',
    before: (who) => [
      `${who} has decided. Read its decision where you follow your request: if it does not suit you, the time to challenge it is limited.`,
    ],
    action: 'Read the decision',
    after: (hasName) => [
      'To protect your data, this e-mail does not say what was decided.',
      reserved(hasName),
    ],
  },
  reasons: {
    subject: (reference) => `The reasons asked for about ${reference}`,
    title: 'The reasons that you asked for',
    before: (who) => [
      `${who} gives you the reasons that you asked for. Read them where you follow your request.`,
    ],
    action: 'Read the reasons',
    after: (hasName) => ['To protect your data, this e-mail does not contain them.', reserved(hasName)],
  },
  attestation: {
    subject: (reference) => `Certificate for your request ${reference}`,
    title: 'Your certificate',
    before: (who) => [
      `${who} issues the certificate that you asked for. You will find it where you follow your request.`,
    ],
    action: 'See the certificate',
    after: (hasName) => [reserved(hasName)],
  },
  foot: 'This e-mail was sent automatically.',
};
