import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { distanceKm, nearestDoors } from './nearest.js';

const paris = { latitude: 48.8566, longitude: 2.3522 };
const chartres = { latitude: 48.4469, longitude: 1.4891 };

describe('the nearest doors', () => {
  it('are measured as the crow flies', () => {
    assert.ok(Math.abs(distanceKm(paris, chartres) - 78) < 1);
    assert.equal(distanceKm(paris, paris), 0);
  });

  it('are three, of the département, within thirty kilometres', () => {
    const at = (latitude: number) => ({ latitude, longitude: 1 });
    const door = (id: string, latitude: number, department = '28') => ({
      id,
      department,
      position: at(latitude),
    });
    const found = nearestDoors(
      [
        { code: '28001', department: '28', position: at(48) },
        { code: '28002', department: '28', position: at(49) },
      ],
      [
        door('a', 48.01),
        door('b', 48.02),
        door('c', 48.03),
        door('d', 48.04),
        door('e', 48.005, '27'),
        door('f', 48.75),
      ],
    );
    assert.deepEqual(Object.fromEntries(found), {
      a: ['28001'],
      b: ['28001'],
      c: ['28001'],
      d: [],
      e: [],
      f: ['28002'],
    });
  });

  it('are never further than one that is left out', () => {
    const position = fc.record({
      latitude: fc.double({ min: 47.8, max: 48.4, noNaN: true }),
      longitude: fc.double({ min: 1, max: 1.6, noNaN: true }),
    });
    fc.assert(
      fc.property(position, fc.array(position, { maxLength: 12 }), (from, doors) => {
        const placed = doors.map((one, i) => ({ id: `${i}`, department: '28', position: one }));
        const found = nearestDoors([{ code: 'x', department: '28', position: from }], placed);
        const isIn = ({ id }: { id: string }) => found.get(id)!.length > 0;
        const far = (one: { position: typeof from }) => distanceKm(from, one.position);
        const [inside, outside] = [placed.filter(isIn), placed.filter((one) => !isIn(one))];
        assert.ok(inside.length <= 3 && inside.every((one) => far(one) <= 30));
        for (const one of inside) for (const other of outside) assert.ok(far(one) <= far(other));
        assert.ok(inside.length === 3 || outside.every((one) => far(one) > 30));
      }),
    );
  });
});
