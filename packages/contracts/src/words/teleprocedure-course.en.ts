import { englishDay } from './day.js';
import type { TeleprocedureCourseWords } from './teleprocedure-course.js';

export const teleprocedureCourseEn: TeleprocedureCourseWords = {
  withdrawn: (date) => `This procedure has not been available online since ${englishDay(date)}.`,
  instead: 'Instead:',

  handedOver: (operator) =>
    `This information that you have already written will be passed on to the body that provides the service (${operator}). Untick what you would rather not pass on.`,
  data: {
    familyName: 'Family name',
    givenName: 'First name',
    email: 'E-mail address',
    phone: 'Telephone',
    addressLines: 'Postal address',
  },

  refused: {
    offline: 'The internet connection is down. Keep this page open and start again once it is back.',
    unavailable: 'The service is not responding at the moment. Try again in a few minutes.',
    throttled: (minutes) =>
      `Too many attempts have just come from your network. Try again in ${minutes > 1 ? `${minutes}\u00a0minutes` : 'a minute'}.`,
    closed: 'This procedure has just been closed online. Call us to find out what to do.',
    refused: 'This procedure cannot start on this page. Open it on another page:',
  },
  back: 'The connection is back: you can go on.',

  frame: (title, operator) => `${title} (${operator})`,
  opening: 'The service is opening…',
  confirmation: 'The service’s page',
  step: (index, count, title) => `Step ${index} of ${count}: ${title}`,
  quit: 'Leave the procedure',
  quitQuestion: 'Leave the procedure? What you have written since it was last saved will be lost.',
  fullScreen: 'Full screen',
  endFullScreen: 'Leave full screen',
  newTab: 'Open in a new tab',
  newTabQuestion: 'Continue in a new tab? What you have written since it was last saved will be lost.',
  print: 'Print',
  sessionEnds: (time) =>
    `Continue the procedure or save it before ${time}: if you do nothing, what you have written will be lost.`,
  sessionEnded:
    'Time is up: the procedure was closed to protect your data. You can start it again, or call us.',
  again: 'Start again',
  silent:
    'The procedure continues on another page, shown below. If that page is empty or does not work, open the procedure in a new tab, or call us.',
  offline:
    'The internet connection is down. Keep this page open: you will be able to continue once it is back.',

  leaving: {
    title: (operator) => `Continue on another site: ${operator}`,
    intro: 'The page opens in place of this one. You can come back here afterwards.',
    fellBack:
      'This service is shown on its own page. It opens in place of this one; you can come back here afterwards.',
    tracked: 'Before you continue, write down your reference and your tracking code.',
    go: 'Go to that other site',
  },

  elsewhere: {
    title: 'The procedure is open in another tab',
    intro: (operator) =>
      `Finish it on the other site (${operator}), then come back here to see where your application stands.`,
    ask: 'See where my application stands',
  },

  reference: 'Reference',
  trackingCode: 'Tracking code',
  trackingCodeHint:
    'Keep the tracking code: it will not be shown again. Together with the reference it lets you follow your application.',
  operatorReference: (operator) => `Reference given by the other service (${operator})`,
  copy: 'Copy',
  copied: 'Copied.',

  mail: 'Receive the reference and a link to follow it by e-mail',

  sentTitle: 'Your application has been sent',
  isConfirmed: (operator) => `The service that receives it has confirmed it to us: ${operator}.`,
  isSaid:
    'The service says that it was sent. We are still waiting for its confirmation: until then, also keep the reference that it gave you.',
  nextTitle: 'What comes next',
  next: (competent) =>
    `Who deals with your application: ${competent}. The acknowledgement and then the answer will come from there.`,
  track: 'Follow my application',

  asking: 'Asking for your tracking code…',
  notRegistered:
    'Your application is not lost, but we could not obtain your tracking code yet. Keep this page open: we try again as soon as possible.',
  retry: 'Try again now',

  awaitedTitle: 'We have no news of your application yet',
  awaited:
    'If you have finished it on the other site, confirmation may take a few minutes: keep the reference that you were given there. If you have not finished it, go back there to continue.',
  notFollowed: (operator) =>
    `This procedure is followed on the other site (${operator}): keep the reference that you were given there.`,
  check: 'Check again',

  lostTitle: 'This return link is no longer valid',
  lost: (operator) =>
    `If you have finished your application, nothing is lost: keep the reference that the other site (${operator}) gave you.`,

  erase: 'Erase and leave',
  eraseHint: 'On a shared computer, erase everything before you leave.',
  erased: 'Everything is erased.',
};
