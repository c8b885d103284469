/**
 * What a reader chose and opened in a guide. Each is remembered by the part of the guide that it is of, so that it is
 * found again as long as the guide is in hand, and is another's in another guide.
 */

const names = new WeakMap<object, string>();
let last = 0;

/** @returns an `id` that nothing else in the page has, the same for the same part of a guide */
export function nameOf(part: object): string {
  const known = names.get(part) ?? `guide-${++last}`;
  names.set(part, known);
  return known;
}

const chosen = new WeakMap<object, number>();

/** @returns which of some cases is the reader's; undefined where none was chosen yet */
export const chosenOf = (cases: object): number | undefined => chosen.get(cases);

export function choose(cases: object, at: number): void {
  chosen.set(cases, at);
}

const opened = new WeakSet<object>();

export const isOpen = (part: object): boolean => opened.has(part);

export function setOpen(part: object, open: boolean): void {
  if (open) opened.add(part);
  else opened.delete(part);
}
