/**
 * What a source knows and what people wrote over it, field by field: what is not as the source had it was written here,
 * and stays. Nothing else says who wrote what, so nothing can be out of step.
 */

/** Whether two values of a field, plain data, are the same whatever the order of their members. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!one || !other || typeof one !== 'object' || typeof other !== 'object') return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === others.length &&
    names.every((name) => isSame((one as Fields)[name], (other as Fields)[name]))
  );
}

type Fields = Record<string, unknown>;

/** @returns the fields that are not as the source has them */
export function writtenHere<T extends object>(shown: T, source: T | null): (keyof T & string)[] {
  if (!source) return [];
  return (Object.keys(source) as (keyof T & string)[]).filter((name) => !isSame(shown[name], source[name]));
}

/**
 * @param shown what stands here
 * @param former what the source had when that was last brought in; null where it never was
 * @param now what the source has
 * @returns what is to stand here: the source's new fields, but for those that people wrote
 */
export function broughtIn<T extends object>(shown: T | null, former: T | null, now: T): T {
  if (!shown) return now;
  const kept = former ? writtenHere(shown, former) : (Object.keys(shown) as (keyof T & string)[]);
  return Object.assign({}, now, ...kept.map((name) => ({ [name]: shown[name] }))) as T;
}
