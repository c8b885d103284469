import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { ApiError } from '@guichet/client/api-error';
import type { ListedAttachment } from '@guichet/contracts/attachment';
import type { Correction } from '@guichet/contracts/correction';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { html } from 'lit';
import { choose, pdf } from '../shared/files/testing/carrier.js';
import './request-tracker.js';
import type { TrackerClient } from './request-tracker.controller.js';
import type { RequestTracker } from './request-tracker.js';
import { DemoHosting, marie, requestOfDemo } from './testing/hosting.js';
import * as law from './testing/law.js';
import { operatedReference, SeveralHosting } from './testing/several.js';
import { askLink, find, open, press, type, unfold, until } from './testing/steps.js';

/** Follow a request: every state that a resident can meet. */
export default {
  title: 'Suivi d’une demande',
  component: 'guichet-request-tracker',
} satisfies Meta;

type Story = StoryObj;

/** @param live what brings the tracker into the state that is shown */
function story<Hosting extends TrackerClient>(
  hosting: () => Hosting,
  live: (tracker: RequestTracker, hosting: Hosting) => Promise<unknown> = (tracker) =>
    find(tracker, '#title'),
  attributes: { language?: string; link?: string } = {},
): Story {
  let client: Hosting;
  return {
    render: () => {
      client = hosting();
      if (attributes.link) history.replaceState(null, '', `#suivi=${attributes.link}`);
      return html`<guichet-request-tracker
        administration="28148"
        language=${attributes.language ?? 'fr'}
        .client=${client}
      >
        <p><a href="tel:0261910010">Téléphoner à la mairie du Favril : 02 61 91 00 10</a></p>
        <p><a href="mailto:mairie@le-favril.example">Écrire à mairie@le-favril.example</a></p>
      </guichet-request-tracker>`;
    },
    play: async ({ canvasElement }) => {
      const tracker = canvasElement.querySelector<RequestTracker>('guichet-request-tracker');
      if (tracker) await live(tracker, client);
    },
  };
}

const demo = () => new DemoHosting();

/** What the page brings itself, until the widget is ready. */
export const Loading = story(
  () => {
    const hosting = demo();
    hosting.silent.add('readAdministration');
    return hosting;
  },
  async () => {},
);
export const Ready = story(demo);
export const ReadyInEnglish = story(demo, undefined, { language: 'en' });
/** A field was left with what cannot be a reference. */
export const Mistyped = story(demo, (tracker) => type(tracker, 'reference', '28148-2026-7K3M-9QXX'));
export const Invalid = story(demo, async (tracker) => {
  await type(tracker, 'reference', '28148-2026');
  await press(tracker, 'Voir ma demande');
});
export const Opening = story(demo, async (tracker, hosting) => {
  hosting.silent.add('openTracking');
  await open(tracker);
});
export const NotFound = story(demo, async (tracker) => {
  await open(tracker, DemoHosting.reference, '0000-0000-0000-0000');
  await find(tracker, '.refused');
});
export const Throttled = story(demo, async (tracker, hosting) => {
  hosting.fail('openTracking', 'rate-limited', { retryAfter: 240 });
  await open(tracker);
  await find(tracker, '.refused');
});
export const Offline = story(demo, async (tracker, hosting) => {
  hosting.fail('openTracking', 'network');
  await open(tracker);
  await find(tracker, '.refused');
});
export const HostingDown = story(demo, async (tracker, hosting) => {
  hosting.fail('openTracking', 'unavailable');
  await open(tracker);
  await find(tracker, '.refused');
});
/** The page is not one of the administration's: its own content stays. */
export const UnlistedSite = story(
  () => new DemoHosting({}, { origins: ['https://www.lefavril.example'] }),
  async () => {},
);

/** The code was lost: a link can be asked for. */
export const LostCode = story(demo, unfold);
export const LostCodeInEnglish = story(demo, unfold, { language: 'en' });
export const LinkInvalid = story(demo, (tracker) => askLink(tracker, 'angela.dubois@'));
export const LinkSending = story(demo, async (tracker, hosting) => {
  hosting.silent.add('askLink');
  await askLink(tracker);
});
export const LinkAsked = story(demo, async (tracker) => {
  await askLink(tracker);
  await find(tracker, '#link-notice');
});
export const LinkThrottled = story(demo, async (tracker, hosting) => {
  hosting.fail('askLink', 'rate-limited', { retryAfter: 240 });
  await askLink(tracker);
  await find(tracker, '.refused');
});
export const LinkHostingDown = story(demo, async (tracker, hosting) => {
  hosting.fail('askLink', 'unavailable');
  await askLink(tracker);
  await find(tracker, '.refused');
});

/** After a mailed link, before anything is shown. */
export const Control = story(demo, undefined, { link: DemoHosting.link });
export const ControlInvalid = story(demo, (tracker) => press(tracker, 'Voir ma demande'), {
  link: DemoHosting.link,
});
export const ControlNotFound = story(
  demo,
  async (tracker) => {
    await type(tracker, 'control', 'Martin');
    await press(tracker, 'Voir ma demande');
    await find(tracker, '.refused');
  },
  { link: DemoHosting.link },
);

const opened = async (tracker: RequestTracker) => {
  await open(tracker);
  await find(tracker, 'article');
};

export const Opened = story(demo, opened);
const openedInEnglish = async (tracker: RequestTracker) => {
  await type(tracker, 'reference', DemoHosting.reference);
  await type(tracker, 'trackingCode', DemoHosting.trackingCode);
  await press(tracker, 'See my request');
  await find(tracker, 'article');
};
export const OpenedInEnglish = story(demo, openedInEnglish, { language: 'en' });
export const JustReceived = story(
  () =>
    new DemoHosting({ status: 'received', timeline: requestOfDemo().timeline.slice(0, 1), recipient: null }),
  opened,
);
export const Closed = story(() => {
  const hosting = new DemoHosting({
    status: 'closed',
    canWrite: false,
    canWithdraw: false,
    correctable: null,
  });
  hosting.tell({ kind: 'closed', at: '2026-11-21T09:00:00+01:00', by: marie, message: null });
  return hosting;
}, opened);
/** Words without a space, right-to-left writing, and HTML, which is text like any other. */
export const HardToLayOut = story(
  () =>
    new DemoHosting({
      subject: 'Anticonstitutionnellement'.repeat(6),
      recipient: 'service-intercommunal-de-l-assainissement-et-de-l-eau-potable',
      timeline: requestOfDemo().timeline.map((entry, index) => ({
        ...entry,
        message:
          ['https://exemple.example/' + 'a'.repeat(200), '<img src=x onerror=alert(1)>', 'مرحبا بكم', null][
            index
          ] ?? null,
      })),
    }),
  opened,
);
export const NothingNew = story(demo, async (tracker) => {
  await opened(tracker);
  await press(tracker, 'Actualiser');
});
export const RefreshFails = story(demo, async (tracker, hosting) => {
  await opened(tracker);
  hosting.fail('readTracked', 'unavailable');
  await press(tracker, 'Actualiser');
  await find(tracker, '.refused');
});

const lawful = (request: Partial<TrackedRequest>) =>
  story(
    () => new DemoHosting(request),
    async (tracker) => {
      await opened(tracker);
      tracker.shadowRoot?.querySelector('details')?.setAttribute('open', '');
    },
  );

export const AwaitingAcknowledgement = lawful(law.notAcknowledged);
export const SilenceRejects = lawful(law.silenceRejects);
export const SilenceAccepts = lawful(law.silenceAccepts);
export const WithoutDate = lawful(law.withoutDate);
export const Requalified = lawful(law.requalified);
export const QuestionAcknowledged = lawful(law.question);
export const TacitlyRefused = lawful(law.tacitlyRefused);
export const TacitlyRefusedWithoutLimit = lawful(law.tacitlyRefusedWithoutLimit);
export const TacitlyGranted = lawful(law.tacitlyGranted);
export const ItemsAsked = lawful(law.itemsAsked);
export const ItemsAskedFreely = lawful(law.itemsAskedFreely);
export const ItemsAskedOfAcceptance = lawful(law.itemsAskedOfAcceptance);
export const ItemsAskedInEnglish = story(() => new DemoHosting(law.itemsAsked), openedInEnglish, {
  language: 'en',
});
export const ItemsSent = story(
  () => new DemoHosting(law.itemsAsked),
  async (tracker) => {
    await opened(tracker);
    await type(tracker, 'message', 'Voici le plan. J’ouvre du mardi au samedi.');
    (await find(tracker, '#completes')).click();
    await press(tracker, 'Envoyer le message');
    await find(tracker, '#reply-notice');
  },
);
export const Forwarded = lawful(law.forwarded);
export const ForwardedAndFollowed = lawful(law.forwardedAndFollowed);
export const HandedOver = lawful(law.handedOver);
export const HandedOverAndShredded = lawful(law.shredded);
export const AtAnOperatorClaimed = lawful(law.operatedClaimed);
export const AtAnOperator = lawful(law.operated);
export const AtAnOperatorStale = lawful(law.operatedStale);
export const AtAnOperatorPrepared = lawful(law.operatedPrepared);
export const AtAnOperatorInEnglish = story(() => new DemoHosting(law.operated), openedInEnglish, {
  language: 'en',
});
export const Granted = lawful(law.granted);
export const Refused = lawful(law.refused);
export const RefusedInEnglish = story(() => new DemoHosting(law.refused), openedInEnglish, {
  language: 'en',
});
/** What agents write is longer, and stranger, than one expects. */
export const ExaminationHardToLayOut = lawful({
  ...law.refused,
  forwarded: {
    on: '2026-11-20',
    name: 'Anticonstitutionnellement'.repeat(4),
    contact: `<b>1 rue</b>\n${'x'.repeat(120)}`,
  },
  items: {
    items: [{ name: 'Anticonstitutionnellement'.repeat(4), basis: 'محكمة إدارية' }],
    askedOn: '2026-11-20',
    answerBy: null,
    isRequired: false,
  },
  decision: {
    ...law.refused.decision!,
    message: `<img src=x onerror=alert(1)>\n${'y'.repeat(200)}`,
  } as TrackedRequest['decision'],
});

export const MayAskReasons = lawful(law.mayAskReasons);
const askReasons = async (tracker: RequestTracker) => {
  await opened(tracker);
  await press(tracker, 'Demander les motifs');
};
export const ReasonsSending = story(
  () => new DemoHosting(law.mayAskReasons),
  async (tracker, hosting) => {
    hosting.silent.add('ask');
    await askReasons(tracker);
  },
);
export const ReasonsRefused = story(
  () => new DemoHosting(law.mayAskReasons),
  async (tracker, hosting) => {
    hosting.fail('ask', 'unavailable');
    await askReasons(tracker);
    await find(tracker, '.refused');
  },
);
export const ReasonsTooLate = story(
  () => new DemoHosting(law.mayAskReasons),
  async (tracker, hosting) => {
    await opened(tracker);
    hosting.request = { ...hosting.request, canAskReasons: false };
    await press(tracker, 'Demander les motifs');
    await find(tracker, '#ask-notice');
  },
);
export const ReasonsJustAsked = story(
  () => new DemoHosting(law.mayAskReasons),
  async (tracker) => {
    await askReasons(tracker);
    await find(tracker, '#ask-notice');
  },
);
export const ReasonsAsked = lawful(law.reasonsAsked);
export const ReasonsGiven = lawful(law.reasonsGiven);
export const MayAskAttestation = lawful(law.mayAskAttestation);
export const AttestationAsked = lawful(law.attestationAsked);
export const Attested = lawful(law.attested);
/** The acknowledgement as it stands at first, and in the other language. */
export const AcknowledgementFolded = story(() => new DemoHosting(law.silenceRejects), opened);
export const SilenceRejectsInEnglish = story(() => new DemoHosting(law.silenceRejects), openedInEnglish, {
  language: 'en',
});
export const AcknowledgementHardToLayOut = lawful({
  ...law.silenceRejects,
  acknowledgement: {
    ...law.silenceRejects.acknowledgement!,
    service: {
      name: 'Anticonstitutionnellement'.repeat(4),
      address: `<b>3 rue</b>\n${'x'.repeat(120)}`,
      email: `${'voirie'.repeat(10)}@le-favril.example`,
      phone: '02 61 91 00 11',
    },
    appeal: { body: 'محكمة إدارية', delay: 'P2M', online: `https://exemple.example/${'a'.repeat(120)}` },
  },
});

const askCorrection = async (tracker: RequestTracker) => {
  await opened(tracker);
  await press(tracker, 'Corriger ma demande');
  await find(tracker, '[id="correction.message"]');
};
const correct = async (tracker: RequestTracker) => {
  await askCorrection(tracker);
  await type(tracker, 'correction.message', 'Le lampadaire est devant le 14, et non le 12.');
  await press(tracker, 'Envoyer ma correction');
};
const senderOf = (sender: Correction['sender']) =>
  new DemoHosting({ correctable: { subject: 'Terrasse', message: 'Bonjour', sender } });

export const CorrectionAsked = story(demo, askCorrection);
export const CorrectionOfABody = story(
  () =>
    senderOf({ kind: 'company', name: `Boulangerie ${'Dupré & Fils '.repeat(6)}`, phone: '02 61 91 00 12' }),
  askCorrection,
);
export const CorrectionHardToLayOut = story(
  () =>
    senderOf({
      kind: 'individual',
      familyName: 'Anticonstitutionnellement'.repeat(4),
      givenName: 'عبد الرحمن',
      preferredName: null,
      postalAddress: {
        lines: ['x'.repeat(100), 'بناية ٤'],
        postalCode: 'SW1A 1AA',
        city: 'London',
        country: 'GB',
      },
      phone: null,
    }),
  askCorrection,
);
export const CorrectionInEnglish = story(
  demo,
  async (tracker) => {
    await openedInEnglish(tracker);
    await press(tracker, 'Correct my request');
    await find(tracker, '[id="correction.message"]');
  },
  { language: 'en' },
);
export const CorrectionInvalid = story(demo, async (tracker) => {
  await askCorrection(tracker);
  await type(tracker, 'correction.subject', '');
  await type(tracker, 'correction.sender.postalAddress.postalCode', '2819');
  await press(tracker, 'Envoyer ma correction');
  await find(tracker, '#summary');
});
export const CorrectionUnchanged = story(demo, async (tracker) => {
  await askCorrection(tracker);
  await press(tracker, 'Envoyer ma correction');
  await find(tracker, 'form .notice');
});
export const CorrectionSending = story(demo, async (tracker, hosting) => {
  hosting.silent.add('correct');
  await correct(tracker);
});
export const CorrectionRefused = story(demo, async (tracker, hosting) => {
  hosting.fail('correct', 'network');
  await correct(tracker);
  await find(tracker, '.refused');
});
export const Corrected = story(demo, async (tracker) => {
  await correct(tracker);
  await until(() => tracker.shadowRoot?.querySelectorAll('.timeline > li').length === 5);
});
export const CorrectionTooLate = story(demo, async (tracker, hosting) => {
  await askCorrection(tracker);
  hosting.request = {
    ...hosting.request,
    status: 'closed',
    canWrite: false,
    canWithdraw: false,
    correctable: null,
  };
  await type(tracker, 'correction.subject', 'Lampadaire');
  await press(tracker, 'Envoyer ma correction');
  await until(() => tracker.shadowRoot?.querySelector('#correction')?.textContent.includes('ne peut plus'));
});
/** The session ended while it was being written. */
export const CorrectionKept = story(demo, async (tracker, hosting) => {
  await askCorrection(tracker);
  hosting.forgetTokens();
  await type(tracker, 'correction.subject', 'Lampadaire');
  await press(tracker, 'Envoyer ma correction');
  await find(tracker, '#reference');
  await opened(tracker);
});

const askWithdrawal = async (tracker: RequestTracker) => {
  await opened(tracker);
  await press(tracker, 'Retirer ma demande');
  await find(tracker, '#withdrawal');
};

export const WithdrawalAsked = story(() => new DemoHosting(law.silenceRejects), askWithdrawal);
export const Withdrawing = story(demo, async (tracker, hosting) => {
  await askWithdrawal(tracker);
  hosting.silent.add('withdraw');
  await press(tracker, 'Oui, retirer ma demande');
});
export const Withdrawn = story(demo, async (tracker) => {
  await askWithdrawal(tracker);
  await press(tracker, 'Oui, retirer ma demande');
  await until(() => tracker.shadowRoot?.querySelectorAll('.timeline > li').length === 5);
});
export const WithdrawalRefused = story(demo, async (tracker, hosting) => {
  hosting.fail('withdraw', 'unavailable');
  await askWithdrawal(tracker);
  await press(tracker, 'Oui, retirer ma demande');
  await find(tracker, '.refused');
});
export const WithdrawalTooLate = story(demo, async (tracker, hosting) => {
  await askWithdrawal(tracker);
  hosting.request = {
    ...hosting.request,
    status: 'closed',
    canWrite: false,
    canWithdraw: false,
    correctable: null,
  };
  await press(tracker, 'Oui, retirer ma demande');
  await until(() => tracker.shadowRoot?.querySelector('#withdrawal')?.textContent?.includes('déjà terminée'));
});

const write = async (tracker: RequestTracker) => {
  await opened(tracker);
  await type(tracker, 'message', 'Merci beaucoup, bonne journée.');
};

export const MessageInvalid = story(demo, async (tracker) => {
  await opened(tracker);
  await press(tracker, 'Envoyer le message');
});
export const MessageSending = story(demo, async (tracker, hosting) => {
  await write(tracker);
  hosting.silent.add('sendMessage');
  await press(tracker, 'Envoyer le message');
});
export const MessageSent = story(demo, async (tracker) => {
  await write(tracker);
  await press(tracker, 'Envoyer le message');
  await until(() => tracker.shadowRoot?.querySelectorAll('.timeline > li').length === 5);
});
/** One there, one refused, one that waits. */
export const Files = story(demo, async (tracker, hosting) => {
  await write(tracker);
  hosting.files.failures.push(new ApiError('file-damaged'), new ApiError('network'));
  await choose(tracker.shadowRoot!, pdf('plan.pdf'), pdf('photo de la terrasse.jpg'), pdf('vide.pdf', 0));
  await choose(tracker.shadowRoot!, pdf('شهادة الإقامة.pdf'));
  await find(tracker, '.files > .sent');
});
export const FilesOnTheirWay = story(demo, async (tracker, hosting) => {
  await write(tracker);
  hosting.files.stopsAt = 0.45;
  await choose(tracker.shadowRoot!, pdf());
  await find(tracker, 'progress');
});
const enclosed: ListedAttachment[] = [
  {
    id: 'f1',
    name: `arrêté ${'de voirie '.repeat(20)}.pdf`,
    size: 317_440,
    type: 'application/pdf',
    state: 'available',
  },
  { id: 'f2', name: 'photo.jpg', size: 2_516_582, type: 'image/jpeg', state: 'waiting' },
  { id: 'f3', name: 'facture.pdf', size: 1024, type: 'application/pdf', state: 'infected' },
];
export const FilesReceived = story(
  () => {
    const { timeline } = requestOfDemo();
    return new DemoHosting({ timeline: timeline.map((entry) => ({ ...entry, attachments: enclosed })) });
  },
  async (tracker) => {
    await opened(tracker);
  },
);
/** What the request gives to keep, one of which could not be fetched. */
export const DocumentRefused = story(
  () => {
    const hosting = new DemoHosting({
      ...law.refused,
      documents: ['registration', 'acknowledgement', 'decision'],
    });
    hosting.files.kept = new ApiError('network');
    return hosting;
  },
  async (tracker) => {
    await opened(tracker);
    await press(tracker, 'Télécharger la décision (PDF)');
    await find(tracker, '.actions .error');
  },
);
export const MessageWaiting = story(demo, async (tracker, hosting) => {
  hosting.fail('sendMessage', 'network', { always: true });
  await write(tracker);
  await press(tracker, 'Envoyer le message');
  await find(tracker, '#reply-notice');
});
export const MessageRefused = story(demo, async (tracker, hosting) => {
  hosting.fail('sendMessage', 'unavailable');
  await write(tracker);
  await press(tracker, 'Envoyer le message');
  await find(tracker, '.refused');
});
export const MessageTooLate = story(demo, async (tracker, hosting) => {
  await write(tracker);
  hosting.request = { ...hosting.request, canWrite: false };
  await press(tracker, 'Envoyer le message');
  await find(tracker, '[readonly]');
});
/** The session ended while a message was being written. */
export const Expired = story(demo, async (tracker, hosting) => {
  await write(tracker);
  hosting.forgetTokens();
  await press(tracker, 'Envoyer le message');
  await find(tracker, '#reference');
});
export const OpenedAgain = story(demo, async (tracker, hosting) => {
  await write(tracker);
  hosting.forgetTokens();
  await press(tracker, 'Envoyer le message');
  await find(tracker, '#reference');
  await opened(tracker);
});
export const Left = story(demo, async (tracker) => {
  await opened(tracker);
  await press(tracker, 'Effacer et quitter');
});

const openBoth = async (tracker: RequestTracker) => {
  await open(tracker);
  await find(tracker, '.timeline');
  await press(tracker, 'Suivre une autre demande');
  await open(tracker, operatedReference);
  await until(() => tracker.shadowRoot!.querySelectorAll('.followed button').length === 2);
};
const several = () => new SeveralHosting();

/** The mairie’s own and one at an operator, side by side. */
export const Several = story(several, openBoth);
/** Another is asked for, the first staying in reach. */
export const Another = story(several, async (tracker) => {
  await open(tracker);
  await press(tracker, 'Suivre une autre demande');
  await find(tracker, '#reference');
});
/** Nobody used them for long. */
export const SeveralClosed = story(several, async (tracker) => {
  await openBoth(tracker);
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  await find(tracker, '#reference');
});
