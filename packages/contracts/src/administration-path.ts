/**
 * The root of an administration's API. Apart from the other routes (`routes.ts`), because it is all that a page loads
 * of them before somebody types.
 */
export const ADMINISTRATION_PATH = '/api/guichet/administrations/:code';

/** @param path a path with `:code` in it */
export function fillCode(path: string, code: string): string {
  return path.replace(':code', encodeURIComponent(code));
}
