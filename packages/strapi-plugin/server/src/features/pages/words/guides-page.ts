/** The words of the pages where the State's guides are browsed and read, in the language of the page. */
import type { GuideAudience } from '@guichet/contracts/guide';
import type { GuideWords } from '@guichet/contracts/words/guide';

export interface GuidesPageWords extends GuideWords {
  /** Of the page where browsing begins; and the first step of every trail. */
  title: string;
  intro: string;
  /** Name of the links by which one says for whom one looks. */
  audience: string;
  audiences: Record<GuideAudience, string>;
  themes: string;
  /** Where the hosting has none for that audience. */
  none: string;

  missing: { title: string; text: string; link: string };
}
