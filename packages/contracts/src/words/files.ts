/** The words about files that were chosen or sent: in the contact form, in following a request, with or without JavaScript. */
import type { AttachmentState } from '../attachment.js';
import type { FileKind } from '../attachment-types.js';
import type { ProblemCode } from '../problem.js';

/** What is wrong with a file, and not with the call that brought it. */
export type FileProblem = Extract<
  ProblemCode,
  | 'file-empty'
  | 'file-damaged'
  | 'image-too-large'
  | 'file-too-large'
  | 'file-type-not-accepted'
  | 'file-infected'
>;

export interface FilesWords {
  /** In a list, after a colon. */
  kinds: Record<FileKind, string>;
  /**
   * Why one was not taken, and what to do.
   *
   * @param max the largest size of one file, `25 Mo`
   * @param kinds a list of those that are accepted
   */
  refused: Record<FileProblem, (max: string, kinds: string) => string>;
  /** It was not taken because there are enough. @param count the most files */
  tooMany(count: number): string;
  /** It was not taken because together they would be too heavy. @param max the largest size together */
  tooHeavy(max: string): string;
  /** Nothing named it within a day: it is gone. */
  expired: string;
  /** Heading or label of the files that were added. */
  added: string;

  /** Each while it is on its way. */
  sending: string;
  sent: string;
  /** The connection or the hosting is down: it leaves by itself when that is over. */
  waiting: string;
  /** Too much was sent from this network. @param minutes how long to wait, at least 1 */
  throttled(minutes: number): string;
  /** The hosting refuses it for a reason that is no fault of the file. */
  failed: string;
  /** Buttons; the file's name follows, for who does not see where they stand. */
  cancel: string;
  remove: string;
  retry: string;
  /** Said when one was added, sent or taken away. @param name the file's */
  said: Record<'sending' | 'sent' | 'removed' | 'waiting', (name: string) => string>;
  /** Why the form does not go on yet. */
  notYet: Record<'sending' | 'failed', string>;

  /** Button or link that fetches one. @param name the file's */
  download(name: string): string;
  downloading: string;
  /** It could not be fetched. */
  notDownloaded: string;
  /** Beside a file that was sent and that cannot be fetched. */
  states: Record<Exclude<AttachmentState, 'available'>, string>;
}
