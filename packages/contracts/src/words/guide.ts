/** The words around one of the State's guides, in the language of the page; what stands in it is French as it is. */
export interface GuideWords {
  /** Name of the trail. */
  trail: string;
  /** That the guide is in French; null on a page in French. */
  inFrench: string | null;
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
