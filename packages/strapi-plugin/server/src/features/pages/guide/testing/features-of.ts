/** What a guide has that is drawn in a way of its own: a sample of guides is to show all of it. */
import type { Guide } from '@guichet/contracts/guide';

const told = ['is', 'look', 'show', 'type', 'kind', 'isHeader', 'isNumbered'] as const;

/** @returns such as `is box`, `look warning`, `kind sheet`, `has questions`, `isBeingUpdated` */
export function featuresOf(guide: Guide): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, depth);
    else if (typeof value === 'object' && value) {
      const record = value as Record<string, unknown>;
      for (const name of told) if (name in record) found.add(`${name} ${String(record[name])}`);
      const deeper = depth + (record['is'] === 'section' ? 1 : 0);
      if (deeper > 5) found.add('deeper than headings');
      if (Number(record['columns']) > 1) found.add('spans columns');
      if (Number(record['rows']) > 1) found.add('spans rows');
      if (record['localService'] === 'mairie') found.add('mairie');
      if (record['cerfa']) found.add('cerfa');
      for (const one of Object.values(record)) walk(one, deeper);
    }
  };
  walk(guide, 0);
  for (const [name, value] of Object.entries(guide)) {
    if (value === true) found.add(name);
    if (value && (!Array.isArray(value) || value.length > 0)) found.add(`has ${name}`);
  }
  return found;
}
