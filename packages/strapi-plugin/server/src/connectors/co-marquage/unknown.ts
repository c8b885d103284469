/** What of a guide is not known: kept as text, and reported, never dropped. */
import type { XmlElement } from './xml.js';

/** By element as it stands in its parent, `Chapitre/Encart`: how often. */
export type Unknown = Map<string, number>;

export function report(unknown: Unknown, parent: XmlElement, { name }: XmlElement): void {
  const key = `${parent.name}/${name}`;
  unknown.set(key, (unknown.get(key) ?? 0) + 1);
}
