/** In which order a directory shows its organisations. */
import { type Level, levels } from '@guichet/contracts/directory';

interface Placed {
  /** Where the administration put it; null: nowhere of its own. */
  position: number | null;
  /** Whether it is the administration's own. */
  isOwn: boolean;
  level: Level;
  name: string;
}

const french = new Intl.Collator('fr');

/** What the administration put somewhere comes first; then its own, then the nearest, by name. */
export function inDirectoryOrder(one: Placed, other: Placed): number {
  const rank = (value: number | null) => value ?? Infinity;
  if (rank(one.position) !== rank(other.position)) return rank(one.position) < rank(other.position) ? -1 : 1;
  return (
    Number(other.isOwn) - Number(one.isOwn) ||
    levels.indexOf(one.level) - levels.indexOf(other.level) ||
    french.compare(one.name, other.name)
  );
}
