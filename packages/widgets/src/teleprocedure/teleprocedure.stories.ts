import { ApiError } from '@guichet/client/api-error';
import type { Prefill, Submission, Teleprocedure as Told } from '@guichet/contracts/teleprocedure';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { leFavril } from '../shared/testing/administration.js';
import './teleprocedure.js';
import type { Teleprocedure } from './teleprocedure.js';
import { creche, started, submitted, trackedStart, withdrawn } from './testing/creche.js';
import { OperatedHosting } from './testing/hosting.js';
import { find, holdBack, press, reads } from './testing/steps.js';

/** A procedure that somebody else operates: every state that a resident can meet. */
export default {
  title: 'Téléprocédure',
  component: 'guichet-teleprocedure',
} satisfies Meta;

type Story = StoryObj;
type Live = (element: Teleprocedure) => Promise<unknown>;

interface Page {
  language?: string;
  prefill?: Prefill;
  procedure?: string;
  /** What the page looks like around it. */
  style?: string;
  hasFallback?: boolean;
  /** The beginning that the page was led back from. */
  start?: string;
}

/** @param live what brings it into the state that is shown */
function story(
  live: Live = (element) => find(element, '#view'),
  hosting = () => new OperatedHosting(),
  {
    language = 'fr',
    prefill,
    procedure = creche.slug,
    style = '',
    hasFallback = true,
    start = '',
  }: Page = {},
): Story {
  return {
    render: () => {
      if (start) history.replaceState(null, '', `#guichet-retour=${start}`);
      return html`<div style=${style}>
        <guichet-teleprocedure
          administration="28148"
          procedure=${procedure}
          language=${language}
          .client=${hosting()}
          .prefill=${prefill}
        >
          ${
            hasFallback
              ? html`<p><a href="tel:0261910010">Téléphoner à la mairie du Favril : 02 61 91 00 10</a></p>`
              : ''
          }
        </guichet-teleprocedure>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('guichet-teleprocedure');
      if (!element) return;
      // A story leads nowhere.
      holdBack(element);
      await live(element);
    },
  };
}

const BEGIN = 'Commencer la démarche';

/** @param until what a person reads then */
const begin =
  (until: string): Live =>
  async (element) => {
    await press(element, BEGIN);
    await reads(element, until);
  };

const told =
  (changes: Partial<Told>, own: Partial<OperatedHosting> = {}) =>
  () => {
    const hosting = new OperatedHosting({ ...creche, ...changes });
    Object.assign(hosting, own);
    return hosting;
  };

const refused = (error: ApiError) => () => {
  const hosting = new OperatedHosting();
  hosting.failures.set('begin', error);
  return hosting;
};

export const Loading = story(
  async () => {},
  () => {
    const hosting = new OperatedHosting();
    hosting.silent.add('readTeleprocedure');
    return hosting;
  },
);
export const HandOff = story();
export const Frame = story(undefined, told({ entry: 'frame' }));
export const Link = story(undefined, told({ entry: 'link' }));
export const InEnglish = story(undefined, undefined, { language: 'en' });
/** It alone validly seises the administration by electronic means. */
export const Reserved = story(undefined, told({ isReserved: true }));
/** Nobody has written more than its title. */
export const Bare = story(
  undefined,
  told({
    introduction: '',
    audience: '',
    documents: [],
    cost: '',
    delay: '',
    ways: ['online'],
    offline: '',
    operator: { name: 'Métropole', website: null },
  }),
);
export const Withdrawn = story(
  (element) => reads(element, 'n’est plus proposée'),
  () => new OperatedHosting(withdrawn),
);
export const WithdrawnWithoutReplacement = story(
  (element) => reads(element, 'n’est plus proposée'),
  () =>
    new OperatedHosting({
      ...withdrawn,
      withdrawn: { ...withdrawn.withdrawn!, message: '', replacement: null },
    }),
);
export const NotFound = story((element) => find(element, '.notice'), undefined, { procedure: 'ailleurs' });

/** What was typed elsewhere in the page. */
export const HandedOver = story(
  (element) => reads(element, 'Nom de famille (Dubois)'),
  told({ takesPrefill: true }),
  {
    prefill: {
      familyName: 'Dubois',
      givenName: 'Angela',
      email: 'a@example.org',
      phone: '06 39 98 00 00',
      addressLines: ['3 rue de la Mairie'],
      postalCode: '28190',
      city: 'Le Favril',
    },
  },
);

export const Beginning = story(begin('Ouverture…'), () => {
  const hosting = new OperatedHosting();
  hosting.silent.add('begin');
  return hosting;
});
export const Offline = story(begin('La connexion à internet est coupée'), refused(new ApiError('network')));
export const BackOnline = story(
  async (element) => {
    await begin('La connexion à internet est coupée')(element);
    dispatchEvent(new Event('online'));
    await reads(element, 'La connexion est revenue');
  },
  refused(new ApiError('network')),
);
export const Unavailable = story(begin('ne répond pas'), refused(new ApiError('unavailable', [], 30)));
export const Throttled = story(begin('3 minutes'), refused(new ApiError('rate-limited', [], 150)));
export const Closed = story(begin('vient d’être fermée'), refused(new ApiError('teleprocedure-closed')));
export const Refused = story(begin('sur une autre page'), refused(new ApiError('origin-not-allowed')));

/** The other name of the loopback: another origin, served by the same server. */
const operator = location.origin.replace(
  /\/\/(localhost|127\.0\.0\.1)/,
  (_, name: string) => `//${name === 'localhost' ? '127.0.0.1' : 'localhost'}`,
);
const place = '/packages/widgets/src/';
const folder = import.meta.url.includes(place)
  ? `${place}teleprocedure/testing/operator-page`
  : '/operator-page';
const framed = (query = '', changes: Partial<OperatedHosting> = {}) =>
  told(
    { entry: 'frame', origin: operator },
    { started: { ...started, url: `${operator}${folder}/index.html?${query}` }, ...changes },
  );

export const Framed = story(begin('Étape 2 sur 4'), framed());
export const FramedInEnglish = story(
  async (element) => {
    await press(element, 'Start the procedure');
    await reads(element, 'Step 2 of 4');
  },
  framed(),
  { language: 'en' },
);
export const SessionEndsSoon = story(begin('enregistrez-la avant'), framed('session=90'));
export const SessionEnded = story(begin('Le temps est écoulé'), framed('session=0'));
/** It was led on to a page that says nothing. */
export const FramedSilent = story(async (element) => {
  await begin('Étape 2 sur 4')(element);
  const frame = await find<HTMLIFrameElement>(element, 'iframe');
  const silent = `${operator}${folder}/index.html?silent`;
  // Again after a load: the first page, which spoke, may not have had its own before it was left.
  frame.addEventListener('load', () => (frame.src = `${silent}=2`), { once: true });
  frame.src = silent;
  await reads(element, 'ne fonctionne pas');
}, framed());
export const Elsewhere = story(async (element) => {
  await begin('Étape 2 sur 4')(element);
  const tab = await find(element, '[data-act=tab]');
  // The tab itself is left out.
  tab.removeAttribute('href');
  tab.click();
  await reads(element, 'dans un autre onglet');
}, framed());
export const FellBack = story(
  begin('s’affiche sur sa propre page'),
  told({ entry: 'frame', origin: 'https://ailleurs.example' }),
);

export const Leaving = story(begin('Continuez sur un autre site'));
export const LeavingTracked = story(begin('4F7T-2MZK'), told({}, { started: trackedStart }));
export const LeavingByAForm = story(
  begin('Continuez sur un autre site'),
  told({}, { started: { ...started, post: { nom: 'Dubois' } } }),
);

/** With the operator's own page below. */
export const SubmittedInAFrame = story(begin('4F7T-2MZK'), framed('submitted=CR-2026-0042'));
export const NotRegisteredYet = story(begin('n’est pas perdue'), () => {
  const hosting = framed('submitted=CR-2026-0042')();
  hosting.failures.set('submission', new ApiError('unavailable'));
  return hosting;
});

const back = (text: string, changes: Partial<Told> = {}, submission: Submission = submitted) =>
  story((element) => reads(element, text), told(changes, { submitted: submission }), {
    start: started.start,
  });

export const Submitted = back('4F7T-2MZK');
export const SubmittedInEnglish = story((element) => reads(element, '4F7T-2MZK'), undefined, {
  start: started.start,
  language: 'en',
});
const giveEmail = (email: string) => async (element: Teleprocedure) => {
  await reads(element, '4F7T-2MZK');
  await press(element, 'Recevoir la référence et un lien de suivi par courriel');
  const field = await find<HTMLInputElement>(element, '#linkEmail');
  field.value = email;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await press(element, 'Recevoir ce courriel');
};
/** The reference and a link are mailed. */
export const Mailed = story(giveEmail('angela@boite.example'), undefined, { start: started.start });
export const MailInvalid = story(giveEmail('angela@boite'), undefined, { start: started.start });
export const MailThrottled = story(
  giveEmail('angela@boite.example'),
  () => {
    const hosting = new OperatedHosting();
    hosting.failures.set('mailLink', new ApiError('rate-limited', [], 240));
    return hosting;
  },
  { start: started.start },
);
export const NotConfirmedYet = back('sa confirmation', {}, { ...submitted, isConfirmed: false });
export const Awaited = back('pas encore de nouvelles', {}, { state: 'awaited' });
export const NotFollowed = back('se suit sur l’autre site', { isFollowed: false });
export const Lost = story((element) => reads(element, 'n’est plus valable'), undefined, { start: 'other' });
export const Asking = story(
  (element) => reads(element, 'Nous demandons votre code'),
  () => {
    const hosting = new OperatedHosting();
    hosting.silent.add('submission');
    return hosting;
  },
  { start: started.start },
);

/** Words that have no place to break, in every text. */
export const LongWords = story(undefined, () => {
  const long = 'x'.repeat(80);
  return new OperatedHosting({
    ...creche,
    title: long,
    introduction: long,
    audience: long,
    documents: [long],
    delay: long,
    cost: long,
    offline: long,
    operator: { name: long, website: `https://${'y'.repeat(60)}.example/${long}` },
    competent: { ...creche.competent, name: long },
    contact: { name: long, phone: '02 61 91 00 22', email: `${long}@${'y'.repeat(60)}.example` },
  });
});
export const LongWordsReceipt = story(
  (element) => reads(element, '4F7T-2MZK'),
  () => {
    const long = 'x'.repeat(80);
    const operator = { name: long, website: null };
    const hosting = new OperatedHosting({
      ...creche,
      operator,
      competent: { ...creche.competent, name: long },
    });
    hosting.submitted = { ...submitted, operatorReference: long };
    return hosting;
  },
  { start: started.start },
);
export const Narrow = story(undefined, undefined, { style: 'inline-size: 320px' });
export const NarrowFramed = story(begin('Étape 2 sur 4'), framed(), { style: 'inline-size: 320px' });
export const Dark = story(undefined, told({ isReserved: true }), {
  style: 'padding: 1rem; background: #14161a; color: #eceef2',
});
export const DarkFramed = story(begin('Étape 2 sur 4'), framed(), {
  style: 'padding: 1rem; background: #14161a; color: #eceef2',
});
export const OwnColour = story(undefined, undefined, {
  style: '--guichet-accent: #8a1538; --guichet-radius: 0',
});

const unreadable = () => {
  const hosting = new OperatedHosting();
  hosting.failures.set('readTeleprocedure', new ApiError('network'));
  return hosting;
};
/** It cannot be read, and the page brings nothing of its own. */
export const Unreadable = story((element) => find(element, '.human'), unreadable, { hasFallback: false });
/** The page's own content stays. */
export const UnreadableWithFallback = story(async () => {}, unreadable);
/** The page is not one of the administration's: its own content stays. */
export const UnlistedSite = story(
  async () => {},
  told({}, { administration: { ...leFavril, origins: ['https://www.lefavril.example'] } }),
);
