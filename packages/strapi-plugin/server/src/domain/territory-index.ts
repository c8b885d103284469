/** Sets of communes as the territories that they make up: an office of a whole département has one place, not 365. */
import type { PlacedCommune, TerritoryPlace } from './territory.js';

export interface TerritoryIndex {
  /** The code of the commune that answers now for a code; null where there is none. */
  present: (code: string) => string | null;
  departmentOf: (code: string) => string | null;
  /** The communes of now that a place has. */
  members: (place: TerritoryPlace) => readonly string[];
  /** The places of a commune of now that are wider than itself, by its code. */
  around: (code: string) => readonly TerritoryPlace[];
}

const widths = ['region', 'department', 'intercommunality'];
const width = (place: TerritoryPlace): number => widths.indexOf(place.slice(0, place.indexOf(':')));

function around({
  present,
  region,
  department,
  intercommunality,
  district,
}: PlacedCommune): readonly TerritoryPlace[] {
  if (present !== null) return [];
  return [
    `region:${region}`,
    `department:${department}`,
    ...[intercommunality, district].flatMap((siren): TerritoryPlace[] =>
      siren ? [`intercommunality:${siren}`] : [],
    ),
  ];
}

/** Of all communes, it takes as little memory as it can: what is known of one is not kept, but made again. */
export function indexTerritory(communes: readonly PlacedCommune[]): TerritoryIndex {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const members = new Map<TerritoryPlace, string[]>();
  for (const commune of communes)
    for (const place of around(commune)) {
      const held = members.get(place);
      if (held) held.push(commune.code);
      else members.set(place, [commune.code]);
    }
  const presentOf = (code: string): string | null => {
    const commune = byCode.get(code);
    if (!commune) return null;
    return commune.present === null
      ? code
      : byCode.get(commune.present)?.present === null
        ? commune.present
        : null;
  };
  return {
    present: presentOf,
    departmentOf: (code) => byCode.get(code)?.department ?? null,
    members: (place) => members.get(place) ?? [],
    around: (code) => {
      const commune = byCode.get(code);
      return commune ? around(commune) : [];
    },
  };
}

/**
 * @param codes INSEE codes, old ones too; those that nobody knows are passed over
 * @returns the fewest places that have exactly these communes: whole regions, départements, intercommunalities, then
 * communes; in order
 */
export function compactPlaces(codes: Iterable<string>, index: TerritoryIndex): TerritoryPlace[] {
  const wanted = new Set<string>();
  for (const code of codes) {
    const present = index.present(code);
    if (present !== null) wanted.add(present);
  }
  const left = new Set(wanted);
  const places: TerritoryPlace[] = [];
  // Only what its communes are in can be whole.
  const candidates = new Set([...wanted].flatMap((code) => index.around(code)));
  const ordered = [...candidates].sort((one, other) => width(one) - width(other) || one.localeCompare(other));
  for (const place of ordered) {
    const members = index.members(place);
    if (members.length < 2 || members.length > wanted.size) continue;
    let isWhole = true;
    let isNeeded = false;
    for (const code of members) {
      if (!wanted.has(code)) {
        isWhole = false;
        break;
      }
      if (left.has(code)) isNeeded = true;
    }
    if (!isWhole || !isNeeded) continue;
    places.push(place);
    for (const code of members) left.delete(code);
  }
  return [...places, ...[...left].sort().map((code) => `commune:${code}` as const)];
}
