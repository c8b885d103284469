import { standingEn } from './standing.en.js';
import type { TrackingWords } from './tracking.js';

const fact = (theirs: string) => ({ yours: theirs, theirs });

export const trackingEn: TrackingWords = {
  title: 'Follow your request',
  codeIntro:
    'You were given the reference and the tracking code on screen when you sent your request. You may have written them down or printed them.',
  reference: 'Reference',
  referenceHint: (example) => `For example: ${example}`,
  trackingCode: 'Tracking code',
  trackingCodeHint: '16 letters and digits, for example: 4F7T-2MZK-8RWA-Q6PH',
  open: 'See my request',
  another: 'Follow another request',
  followed: 'Your requests open on this page',
  reopen: 'Closed, to be opened again',
  opening: 'Looking for your request…',

  lost: {
    summary: 'You no longer have the tracking code?',
    intro:
      'The link in the confirmation e-mail also opens your request. You cannot find it? Ask for a new one: it opens all the requests made here with this e-mail address. The code itself cannot be shown a second time.',
    email: 'E-mail address',
    emailHint: 'The one where you receive our e-mails, for example: name@example.fr',
    ask: 'Send me a link',
    asked:
      'If requests were made here with this address, an e-mail with a link leaves within a few minutes. Nothing comes? Look in your junk mail, or telephone us.',
    emailRequired: 'Enter the e-mail address where you receive our e-mails.',
    emailInvalid: 'This address is incomplete or mistyped. It looks like name@example.fr.',
  },

  controlIntro:
    'You followed the link that was sent to you by e-mail. One last check, so that nobody else can read your request.',
  control: 'Family name or postcode',
  controlHint:
    'As you gave it in your request. For an organisation, you may give its name. If you gave an e-mail address only, give that.',
  useCode: 'Use the reference and the tracking code instead',

  wrong: {
    referenceRequired: 'Enter the reference of your request.',
    referenceInvalid: (example) => `This reference is incomplete or mistyped. It looks like ${example}.`,
    trackingCodeRequired: 'Enter the tracking code.',
    trackingCodeInvalid: 'This code is incomplete or mistyped. It has 16 letters and digits.',
    controlRequired: 'Enter your family name or your postcode.',
    messageRequired: 'Write your message before sending it.',
    messageTooLong: (max) => `Your message is too long: ${max} characters at most.`,
    messageInvalid: 'Your message contains a character that cannot be sent. Retype the part that you pasted.',
  },

  refused: {
    notFound:
      'No request matches this reference and this code. Check both, and make sure you are on the website of the administration you wrote to.',
    controlNotFound:
      'This name or postcode does not match the request, or the link is no longer valid. Check what you typed, or use the reference and the tracking code.',
    throttled: (minutes) =>
      `Too many attempts in a short time. To protect everybody’s requests, wait ${minutes > 1 ? `${minutes} minutes` : 'a minute'} before trying again.`,
    offline: 'The Internet connection is down. What you typed stays on this page: try again when it is back.',
    down: 'The service is not answering at the moment. What you typed stays on this page: try again in a few minutes.',
  },

  expired: 'To protect your information, your request was closed on this screen. Open it again to continue.',
  expiredDraft: 'The message you were writing is kept: you will find it again.',

  standingTitle: 'Where my request stands',
  standing: standingEn,
  acknowledgement: (day) => `Acknowledgement of ${day}`,
  documentFiles: {
    registration: 'registration-receipt',
    acknowledgement: 'acknowledgement',
    decision: 'decision',
    attestation: 'certificate',
  },
  documents: {
    registration: 'Download the registration receipt (PDF)',
    acknowledgement: 'Download the acknowledgement (PDF)',
    decision: 'Download the decision (PDF)',
    attestation: 'Download the certificate (PDF)',
  },

  requestReference: 'Reference',
  receivedOn: 'Received on',
  service: 'Service',
  status: {
    received: { label: 'Received', sentence: 'Your request has arrived. It has not been dealt with yet.' },
    'in-progress': { label: 'In progress', sentence: 'Somebody is dealing with your request.' },
    answered: { label: 'Answered', sentence: 'You have been given an answer. You will find it below.' },
    closed: { label: 'Closed', sentence: 'Your request is closed.' },
  },

  operated: {
    prepared: {
      label: 'Not sent yet',
      sentence: (name) =>
        `Your request is prepared on the site of “${name}”, where you have yet to finish it.`,
    },
    claimed: {
      label: 'Sent',
      sentence: (name) =>
        `“${name}” has not confirmed it to us yet. Nothing changes within a few days? Call that service.`,
    },
    by: (name) => `It is “${name}” that deals with your request and answers you.`,
    acknowledged: (name, day) => `“${name}” acknowledged it on ${day}.`,
    stale: (name, day) =>
      `Since ${day} we have not been able to reach the site of “${name}”: your request may have moved on without this page saying so.`,
    reference: 'Reference in that service',
    goOn: 'To go on',
    file: (name) => `Open your file on the site of “${name}”`,
    acknowledgement: 'Acknowledgement',
    readAcknowledgement: 'Read the acknowledgement',
    step: (label, note, day) => `${day}: ${label}${note ? ` (${note})` : ''}`,
    agency: 'Service in charge',
    steps: (name) => `What “${name}” says`,
  },

  timeline: 'Messages and events',
  entry: {
    received: { yours: 'You sent your request', theirs: 'Your request was registered' },
    message: { yours: 'You added a message', theirs: 'A message for you' },
    corrected: { yours: 'You corrected your request', theirs: 'Your request was corrected' },
    answered: { yours: 'You answered', theirs: 'The answer to your request' },
    closed: { yours: 'You closed your request', theirs: 'Your request is closed' },
    reopened: { yours: 'You reopened your request', theirs: 'Your request is open again' },
    acknowledged: fact('The acknowledgement was sent to you'),
    requalified: fact('Your message is taken differently'),
    withdrawn: { yours: 'You withdrew your request', theirs: 'Your request is withdrawn' },
    'tacitly-granted': fact('Without an answer, the law takes it as a yes'),
    'tacitly-refused': fact('Without an answer, the law takes it as a no'),
    'items-asked': fact('You are asked for documents or information'),
    completed: { yours: 'You provided what was asked for', theirs: 'Your request is complete' },
    forwarded: fact('Your request was passed on to another administration'),
    granted: fact('Your request is granted'),
    refused: fact('Your request is refused'),
    'reasons-asked': {
      yours: 'You asked for the reasons for the refusal',
      theirs: 'The reasons for the refusal were asked for',
    },
    'reasons-given': fact('The reasons for the refusal are given to you'),
    'attestation-asked': { yours: 'You asked for a certificate', theirs: 'The certificate was asked for' },
    attested: fact('The certificate is issued to you'),
  },

  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  upToDate: (time) => `Nothing new at ${time}.`,
  news: (count) => (count > 1 ? `${count} new messages or events.` : 'One new message or event.'),
  print: 'Print',
  leave: 'Erase and leave',
  leaveHint: 'On a shared computer, erase everything from the screen before you leave.',
  left: 'Everything is erased from this page. Nothing of it is kept on this computer.',

  reply: 'Add a message',
  replyItems: 'Send the documents that were asked for',
  message: 'Your message',
  messageHint: (administration) => `To: ${administration}`,
  send: 'Send the message',
  sending: 'Sending…',
  sent: 'Your message is sent.',
  waitingTitle: 'Not sent yet',
  waiting:
    'The Internet connection is down. Leave this page open: your message will leave by itself as soon as it is back.',
  retry: 'Try again now',
  edit: 'Change the message',
  draftKept: 'Your message has not left yet. Read it again, then send it.',
  completes: 'I have provided everything that I was asked for.',
  closed:
    'This request is closed: you can no longer add a message to it. To take it further, telephone us or send a new request.',
  unsent: 'Your message, which was not sent',
  newRequest: 'Send a new request',

  ask: { reasons: 'Ask for the reasons', attestation: 'Ask for the certificate' },
  asked: 'It is asked for. An e-mail will tell you of the answer, which you will find here.',
  verify: { decision: 'Verify this decision', attestation: 'Verify this certificate' },
  verifyHint:
    'You can prove to others that it is ours and unaltered (a proof of integrity, neither a qualified signature nor a qualified seal).',
  newWindow: 'new window',
  askTooLate: 'This can no longer be asked for. Here is where your request stands.',

  correct: 'Correct my request',
  corrected: 'Your correction is registered. The date your request was received stays the same.',
  correctTooLate:
    'Your request can no longer be corrected: it was decided, or it is closed. Here is where it stands.',

  withdraw: 'Withdraw my request',
  withdrawTitle: 'Withdraw your request?',
  consequences: [
    'Your request will no longer be examined, and you will get no answer.',
    'This cannot be undone.',
    'You can send a new request whenever you like.',
  ],
  withdrawYes: 'Yes, withdraw my request',
  withdrawNo: 'No, keep my request',
  withdrawing: 'Withdrawing…',
  withdrawn: 'Your request is withdrawn. It will no longer be examined.',
  withdrawTooLate: 'Your request was not withdrawn: it was closed already.',
};
