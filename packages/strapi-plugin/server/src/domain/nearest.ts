/** Which of several doors people go to, where anybody may go to any: the nearest ones. */

export interface Position {
  latitude: number;
  longitude: number;
}

/** How many doors a directory shows of one kind, and how far one goes. */
const MOST = 3;
const FAR_KM = 30;

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** As the crow flies, in kilometres (haversine). */
export function distanceKm(one: Position, other: Position): number {
  const [lat, long] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const chord =
    Math.sin(lat / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(long / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export interface Door {
  id: string;
  department: string;
  position: Position;
}

/**
 * For each door the communes that it is one of the three nearest of, within their département and 30 km.
 *
 * @returns by the door's id, the communes' codes
 */
export function nearestDoors(
  communes: readonly { code: string; department: string; position: Position }[],
  doors: readonly Door[],
): Map<string, string[]> {
  const byDepartment = Map.groupBy(doors, ({ department }) => department);
  const found = new Map<string, string[]>(doors.map(({ id }) => [id, []]));
  for (const { code, department, position } of communes) {
    const near = (byDepartment.get(department) ?? [])
      .map((door) => ({ id: door.id, far: distanceKm(position, door.position) }))
      .filter(({ far }) => far <= FAR_KM)
      .sort((one, other) => one.far - other.far || one.id.localeCompare(other.id));
    for (const { id } of near.slice(0, MOST)) found.get(id)!.push(code);
  }
  return found;
}
