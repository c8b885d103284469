/** A guide by itself, in a page that does what the directory does for it. */
import type { Organisation } from '@guichet/contracts/directory';
import { noFacts } from '@guichet/contracts/no-facts';
import type { Guide, GuideAudience, ShownGuide } from '@guichet/contracts/guide';
import { audienceWord } from '@guichet/contracts/guide/audience';
import { html, LitElement } from 'lit';
import { controls } from '../../../shared/controls.styles.js';
import { onRecolour, paint } from '../../../shared/palette.js';
import { leFavril } from '../../../shared/testing/administration.js';
import type { GuideContext } from '../../guide-context.js';
import { guideStyles, guideView } from '../guide.view.js';
import { guidesOfKinds } from './guides.js';

/** A place in the page, as a directory has it. */
export function hrefTo(
  kind: 'guide' | 'organisation',
  id: string,
  audience: GuideAudience | null = null,
): string {
  const word = audienceWord(audience);
  return `${location.href.split('#')[0]!}#guichet:${kind}=${id}${word ? `&pour=${word}` : ''}`;
}

const office = (id: string, kind: string | null, name: string, number: string): Organisation => ({
  ...noFacts,
  id,
  kind,
  name,
  level: 'state',
  phones: [{ number, label: '' }],
  recipient: null,
  source: null,
});

export const offices = [
  office('28148', 'mairie', 'Mairie du Favril', '02 61 91 00 10'),
  office('caf-28', 'caf', 'Caisse d’allocations familiales d’Eure-et-Loir', '02 61 91 00 32'),
  office('dechetterie', null, 'Déchetterie de Pontgouin', '02 61 91 00 21'),
];

export class GuideProbe extends LitElement {
  static override properties = { shown: { attribute: false } };
  static override styles = [controls, guideStyles];

  shown!: ShownGuide;
  language: 'fr' | 'en' = 'fr';
  organisations: readonly Organisation[] = offices;

  #context(): GuideContext {
    return {
      language: this.language,
      administration: leFavril,
      level: 2,
      organisations: this.organisations,
      guideHref: (id, audience) => hrefTo('guide', id, audience),
      organisationHref: (id) => hrefTo('organisation', id),
      opening: ({ kind }) => (kind === 'mairie' ? 'Ouvert jusqu’à 12 h' : ''),
      requestUpdate: () => this.requestUpdate(),
      announce: () => undefined,
    };
  }

  #stopWatching = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = onRecolour(() => this.updated());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
  }

  protected override updated(): void {
    paint(this.renderRoot.querySelector<HTMLElement>('.base')!, null);
  }

  protected override render(): unknown {
    return html`<div class="base" lang=${this.language}>${guideView(this.shown, this.#context())}</div>`;
  }
}
customElements.define('guichet-guide-probe', GuideProbe);

/** The guides of all kinds can be read here. */
const titlesOfKinds = Object.fromEntries(Object.values(guidesOfKinds).map(({ id, title }) => [id, title]));

/** As it comes from the network: nothing of it was chosen or opened before. */
const shownGuide = (guide: Guide, titles: ShownGuide['titles']): ShownGuide =>
  structuredClone({
    guide,
    source: {
      url: 'https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip',
      file: 'vosdroits-latest.zip',
      fetchedOn: '2026-03-23',
    },
    titles,
  });

export interface Circumstances {
  language?: 'fr' | 'en';
  organisations?: readonly Organisation[];
  /** Of the guides that can be read here. */
  titles?: ShownGuide['titles'];
}

/** A guide that is drawn as soon as it is in a page. */
export function newProbe(
  guide: Guide,
  { language = 'fr', organisations = offices, titles = titlesOfKinds }: Circumstances = {},
): GuideProbe {
  return Object.assign(new GuideProbe(), { shown: shownGuide(guide, titles), language, organisations });
}
