import type { Guide } from '@guichet/contracts/guide';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { guidesOfKinds, passport } from './testing/guides.js';
import { type GuideProbe, newProbe } from './testing/probe.js';
import { all, press } from './testing/reader.js';

/** The State’s guides inside the directory: one of each kind. */
export default { title: 'Annuaire des services/Guides de l’État' } satisfies Meta;

type Story = StoryObj;
type Live = (element: GuideProbe) => Promise<unknown>;

/** @param live what a reader does */
function story(guide: Guide, live?: Live, language: 'fr' | 'en' = 'fr'): Story {
  return {
    render: () => newProbe(guide, { language }),
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector<GuideProbe>('guichet-guide-probe')!;
      await element.updateComplete;
      await live?.(element);
      await element.updateComplete;
    },
  };
}

export const Sheet = story(passport);
export const SheetInEnglish = story(passport, undefined, 'en');
/** A term of the text is explained under its line. */
export const Explained = story(passport, (element) => press(element, 'domicile'));
/** Another tab, and a choice in it. */
export const OtherCase = story(passport, async (element) => {
  await press(element, 'Vous êtes mineur');
  all(element, 'input[type=radio]')[0]!.click();
});
export const Question = story(guidesOfKinds.question);
export const HowTo = story(guidesOfKinds['how-to']);
export const Links = story(guidesOfKinds.links);
export const GuidedSearch = story(guidesOfKinds['guided-search']);
export const Folder = story(guidesOfKinds.folder);
export const Theme = story(guidesOfKinds.theme);
export const Service = story(guidesOfKinds.service);
