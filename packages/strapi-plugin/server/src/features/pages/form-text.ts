import * as z from 'zod';

/**
 * A text of a form: empty where the field was not there. Browsers write line ends as CR LF (HTML, 4.10.21.4); a
 * message from the widget has LF, and both are to be the same.
 */
export const formText = z.string().default('').transform(withUnixEnds);

/** The same, where it matters whether the field was there. */
export const fieldText = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? undefined : withUnixEnds(text)));

function withUnixEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
