/**
 * The words of the field that takes files, of the contact form and of following a request; what is said once there is
 * a file is in `files.ts`: a page loads it later.
 */
export interface FileFieldWords {
  /** Button or label of the field, and label of what was sent. */
  add: string;
  files: string;
  /**
   * What may be added.
   *
   * @param count the most files
   * @param each the largest size of one, `25 Mo`
   * @param kinds a list of those that are accepted
   */
  hint(count: number, each: string, kinds: string): string;
}
