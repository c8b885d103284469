/** The words around the State's guides, in the language of the page; what stands inside them is French as they are. */
import type { GuideAudience } from '@guichet/contracts/guide';

export interface GuideWords {
  /** Of the page where browsing begins; and the first step of every trail. */
  title: string;
  intro: string;
  /** Name of the links by which one says for whom one looks. */
  audience: string;
  audiences: Record<GuideAudience, string>;
  themes: string;
  /** Where the hosting has none for that audience. */
  none: string;
  /** Name of the trail. */
  trail: string;
  /** That the guide is in French; null on a page in French. */
  inFrench: string | null;

  missing: { title: string; text: string; link: string };

  source: {
    title: string;
    /** Whose text it is. */
    untouched: string;
    from: string;
    author: string;
    verified: string;
    file: string;
    fetched: string;
    licence: string;
  };
  /** @param date civil */
  day(date: string): string;
  /** What the mark of a link says to those who do not see it. */
  elsewhere: string;
}
