import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { leFavril } from '../shared/testing/administration.js';
import './services-directory.js';
import type { ServicesDirectory } from './services-directory.js';
import { VillageHosting } from './testing/hosting.js';
import { find, look, open, press, tick, type, until } from './testing/steps.js';
import {
  acte,
  creche,
  crowded,
  easterMonday,
  etatCivil,
  mairie,
  tuesday,
  village,
} from './testing/village.js';

/** Who does what, where and when: every state that a resident can meet. */
export default {
  title: 'Annuaire des services',
  component: 'guichet-services-directory',
} satisfies Meta;

type Story = StoryObj;
type Live = (element: ServicesDirectory, hosting: VillageHosting) => Promise<unknown>;

interface Page {
  language?: string;
  now?: number;
  /** What the page looks like around it. */
  style?: string;
  hasFallback?: boolean;
}

/** @param live what brings the directory into the state that is shown */
function story(
  live: Live = (element) => find(element, '#view'),
  hosting = () => new VillageHosting(),
  { language = 'fr', now = tuesday, style = '', hasFallback = true }: Page = {},
): Story {
  let client: VillageHosting;
  return {
    render: () => {
      client = hosting();
      // As on a page that routes by its fragment: a story leaves nothing in the history, and finds nothing there.
      if (location.hash !== '#/') history.replaceState(null, '', '#/');
      return html`<div style=${style}>
        <guichet-services-directory
          administration="28148"
          language=${language}
          .client=${client}
          .now=${() => now}
        >
          ${
            hasFallback
              ? html`<p><a href="tel:0261910010">Téléphoner à la mairie du Favril : 02 61 91 00 10</a></p>
                  <p><a href="mailto:mairie@le-favril.example">Écrire à mairie@le-favril.example</a></p>`
              : ''
          }
        </guichet-services-directory>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('guichet-services-directory');
      if (element) await live(element, client);
    },
  };
}

const failing = (...calls: (keyof VillageHosting)[]) => {
  const hosting = new VillageHosting();
  for (const call of calls) hosting.failures.set(call as 'readGuide', 'network');
  return hosting;
};
const silent = (call: 'readAdministration' | 'readDirectory' | 'readGuides' | 'readGuide') => {
  const hosting = new VillageHosting();
  hosting.silent.add(call);
  return hosting;
};

/** What the page brings itself, until the directory is ready. */
export const Loading = story(
  async () => {},
  () => silent('readDirectory'),
);
export const Ready = story();
export const ReadyInEnglish = story(undefined, undefined, { language: 'en' });
export const OnAHoliday = story(undefined, undefined, { now: easterMonday });
/** Neither guides nor procedures, and one organisation. */
export const Bare = story(
  undefined,
  () =>
    new VillageHosting({ ...village, organisations: [mairie], procedures: [], themes: [], lifeEvents: [] }),
);
export const Themes = story(async (element) => {
  await press(element, 'Par thème');
  await press(element, 'Comment faire si…');
});
export const Crowded = story(undefined, () => new VillageHosting(crowded()));
export const CrowdedFurther = story(
  async (element) => {
    await press(element, 'Afficher la suite (encore 980)');
    await until(() => element.shadowRoot!.querySelectorAll('#organisations > li').length === 40);
  },
  () => new VillageHosting(crowded()),
);

export const Filters = story(async (element) => {
  await press(element, 'Choisir ce qui est affiché');
  await tick(element, 'level', 'intercommunality');
});
export const NothingListed = story(
  async (element) => {
    await press(element, 'Choisir ce qui est affiché');
    await tick(element, 'openNow');
  },
  undefined,
  { now: easterMonday },
);

export const Found = story((element) => look(element, 'naissance'));
export const FoundInEnglish = story((element) => look(element, 'poubelle'), undefined, { language: 'en' });
export const NothingFound = story((element) => look(element, 'xyzzyx'));
export const Searching = story(
  (element) => type(element, 'naissance'),
  () => silent('readGuides'),
);

export const OneOrganisation = story((element) => open(element, 'Mairie du Favril'));
export const OneOrganisationInEnglish = story((element) => open(element, 'Mairie du Favril'), undefined, {
  language: 'en',
});
/** Closed on a holiday, and for two weeks soon. */
export const OneOrganisationClosed = story((element) => open(element, 'Mairie du Favril'), undefined, {
  now: easterMonday,
});
/** Of the State, with its source; it sees people by appointment. */
export const OneOfTheState = story((element) => open(element, 'Préfecture d’Eure-et-Loir'));
/** Hardly anything is known of it. */
export const OneAssociation = story((element) => open(element, 'Familles rurales du Favril'));
export const OneProcedure = story((element) => open(element, acte.title));
export const OneProcedureInEnglish = story((element) => open(element, acte.title), undefined, {
  language: 'en',
});
/** Nobody has written more than its title. */
export const BareProcedure = story(
  (element) => open(element, acte.title),
  () =>
    new VillageHosting({
      ...village,
      procedures: [
        { ...acte, description: '', audience: '', documents: [], cost: '', delay: '', ways: [], guide: null },
      ],
    }),
);
/** Operated by somebody who is not in the directory. */
export const OperatedProcedure = story(
  (element) => open(element, creche.title),
  () => new VillageHosting({ ...village, procedures: [creche] }),
);
/** Where the device can neither share nor copy. */
export const AddressToCopy = story(async (element) => {
  await open(element, 'Mairie du Favril');
  for (const name of ['share', 'clipboard'])
    Object.defineProperty(navigator, name, { configurable: true, value: undefined });
  await press(element, 'Partager');
  await find(element, '#address');
});

export const OneGuide = story(async (element) => {
  await press(element, 'Par thème');
  await open(element, 'Logement');
});
export const GuideLoading = story(
  async (element) => {
    await press(element, 'Par thème');
    await press(element, 'Logement');
  },
  () => silent('readGuide'),
);
/** The network is gone: what was read stays, and the telephone is there. */
export const Offline = story(
  async (element) => {
    await press(element, 'Par thème');
    await press(element, 'Logement');
    await find(element, '.notice');
  },
  () => failing('readGuide'),
);
/** A link to what is no longer there. */
export const Missing = story(async (element) => {
  await find(element, '#view');
  location.replace('#guichet:organisation=disparu');
  await find(element, '.notice');
});

/** Words that have no place to break, in every text. */
export const LongWords = story(
  (element) => open(element, 'x'.repeat(80)),
  () => {
    const long = 'x'.repeat(80);
    const organisation = {
      ...etatCivil,
      name: long,
      description: long,
      address: `${long}\n${long}`,
      accessibility: long,
      email: `${long}@${long}.example`,
      website: `https://${'y'.repeat(60)}.example/${long}`,
      hoursNote: long,
      phones: [{ number: '02 61 91 00 11', label: long }],
      source: { name: long, url: 'https://x.example/', updatedOn: null },
    };
    const procedure = { ...acte, title: `p${long}` };
    return new VillageHosting({
      ...village,
      organisations: [mairie, organisation],
      procedures: [procedure],
      lifeEvents: [{ id: 'F1', title: long }],
    });
  },
);

export const Narrow = story(undefined, undefined, { style: 'inline-size: 320px' });
export const Wide = story(undefined, undefined, {
  style: '--guichet-max-inline-size: 75rem',
});
export const Dark = story((element) => open(element, 'Mairie du Favril'), undefined, {
  style: 'padding: 1rem; background: #14161a; color: #eceef2',
});
export const DarkHome = story(undefined, undefined, {
  style: 'padding: 1rem; background: #14161a; color: #eceef2',
});
export const OwnColour = story(undefined, undefined, {
  style: '--guichet-accent: #8a1538; --guichet-radius: 0',
});

/** The directory cannot be read, and the page brings nothing of its own. */
export const Unreadable = story(
  (element) => find(element, '.human'),
  () => failing('readDirectory'),
  { hasFallback: false },
);
/** The page's own content stays. */
export const UnreadableWithFallback = story(
  async (_, hosting) => until(() => hosting.asked.includes('readDirectory')),
  () => failing('readDirectory'),
);
/** The page is not one of the administration's: its own content stays. */
export const UnlistedSite = story(
  async () => {},
  () => new VillageHosting(village, { ...leFavril, origins: ['https://www.lefavril.example'] }),
);
