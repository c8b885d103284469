/** Words that every widget and every page of the hosting share. */
export interface CommonWords {
  /** Before a telephone number, with its colon. */
  phone: string;
  /** In brackets after the label of a field that may stay empty. */
  optional: string;
  /** Heading of the error summary. */
  errors(count: number): string;
  /** Shown where the widget cannot work and the page brings no content of its own. */
  unusable: string;
  /** Text of the link to the hosting's own page, which does the same without JavaScript. */
  otherPage: string;
}
