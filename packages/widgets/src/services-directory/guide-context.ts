import type { Administration, Language } from '@guichet/contracts/administration';
import type { Organisation } from '@guichet/contracts/directory';
import type { GuideAudience } from '@guichet/contracts/guide';

/** What a guide is drawn with: where it stands in the page, and how it leads to the rest of the directory. */
export interface GuideContext {
  language: Language;
  administration: Administration;
  /** Level of the guide's title, which is `heading(level, …, VIEW)`: the focus goes there. */
  level: number;
  /** Those of the directory, in its order: a local office is found among them by its `kind`. */
  organisations: readonly Organisation[];
  /**
   * Absolute URL of a guide in this page. A plain `<a href>` is enough: the element follows it without leaving the page,
   * and moves the focus to the new title.
   *
   * @param audience for whom it is to be
   */
  guideHref(id: string, audience: GuideAudience | null): string;
  /** Likewise, of an organisation. */
  organisationHref(id: string): string;
  /** `Ouvert jusqu’à 17 h.`; empty where the hours are not known by the day. */
  opening(organisation: Organisation): string;
  /** Draws the element again, where what is shown of the guide has changed. */
  requestUpdate(): void;
  /** Says it to those who do not see the screen. */
  announce(text: string): void;
}
