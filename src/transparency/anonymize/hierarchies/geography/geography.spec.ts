import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordsUp } from '../../../../../test/support/words-up.js';
import { assertNested } from '../../hierarchy.js';
import { AddressGrid } from './address-grid.js';
import { geography } from './geography.js';
import type { AddressPoint, Place } from './place.js';

/** A town of two districts with two beats each, each a square of 0.01 degrees, some with hardly anybody in it. */
const randomTown = fc
  .record({
    addresses: fc.array(fc.tuple(fc.nat(199), fc.nat(199), fc.integer({ min: 1, max: 4 })), {
      minLength: 12,
      maxLength: 80,
    }),
    places: fc.array(fc.tuple(fc.nat(219), fc.nat(219)), { minLength: 1, maxLength: 12 }),
  })
  .map(({ addresses, places }) => ({
    addresses: addresses.map(([x, y, count]): AddressPoint => ({ ...at(x, y), addresses: count })),
    places: places.map(([x, y]) => at(x, y)),
  }));

function at(x: number, y: number): Place {
  const district = x < 100 ? 'west' : 'east';
  return {
    latitude: 41.5 + y / 1e4,
    longitude: -87.5 + x / 1e4,
    areas: [`${district} ${y < 40 ? 'quay' : 'hill'}`, district, 'town'],
  };
}

describe('cells of a grid', () => {
  it('hold at least as many addresses as asked, each address in the one that a place there is snapped to', () => {
    const seen = { cells: 0, split: 0 };
    fc.assert(
      fc.property(randomTown, fc.constantFrom(2, 8, 20), ({ addresses, places }, least) => {
        const grid = new AddressGrid(addresses, least);
        for (const asked of [least, 3 * least]) {
          const living = new Map<unknown, number>();
          for (const address of addresses) {
            const cell = grid.cellOf(address, asked);
            living.set(cell, (living.get(cell) ?? 0) + (address.addresses ?? 1));
          }
          if (living.has(null)) {
            expect(living.size).toBe(1);
            expect(living.get(null)).toBeLessThan(asked);
            continue;
          }
          for (const [cell, count] of living) {
            expect(count).toBeGreaterThanOrEqual(asked);
            expect(cell).toMatchObject({ addresses: count });
          }
          for (const place of places) expect(living.has(grid.cellOf(place, asked))).toBe(true);
          seen.cells += living.size;
          if (living.size > 1) seen.split++;
        }
      }),
      { numRuns: 300, seed: 20260421 },
    );
    expect(seen.split).toBeGreaterThan(200);
  });

  it('do not depend on who is in the data: a place moves within its cell and reads the same', () => {
    const addresses = Array.from({ length: 40 }, (_, i) => at((i % 2) * 100 + (i % 5), 10 + (i >> 2)));
    const grid = new AddressGrid(addresses, 8);
    expect(grid.cellOf(at(3, 11), 8)).toBe(grid.cellOf(at(3, 11.2), 8));
    expect(grid.cellOf(at(3, 11), 8)).not.toBe(grid.cellOf(at(103, 11), 8));
  });
});

describe('a hierarchy of places', () => {
  it('is nested, and every word below the top stands for enough addresses', () => {
    const seen = { lifted: 0, told: 0 };
    fc.assert(
      fc.property(randomTown, ({ addresses, places }) => {
        const known = new Set(addresses.map(({ areas }) => areas[0]));
        const all = [...addresses, ...places.filter(({ areas }) => known.has(areas[0]))];
        const words = all.map((_, i) => `p${i}`);
        const fewest = [3, 8];
        const total = addresses.reduce((sum, { addresses: count = 1 }) => sum + count, 0);
        fc.pre(total >= 8);
        const hierarchy = geography('scene', words, all, { addresses, fewestAddresses: fewest });
        assertNested('scene', hierarchy);
        expect(hierarchy.levels).toHaveLength(1 + 2 + 3 + 1);
        for (const [level, least] of [3, 8, 8, 8, 8].entries()) {
          const { codes, labels } = hierarchy.levels[level + 1]!;
          const living = new Float64Array(labels.length);
          for (const [i, { addresses: count = 1 }] of addresses.entries()) living[codes[i]!]! += count;
          // Whoever takes away all that reads otherwise still has enough addresses before them.
          const told = new Set(codes.subarray(0, addresses.length));
          for (const code of told) expect(living[code]).toBeGreaterThanOrEqual(least);
          seen.told += told.size;
          if (level < 3 && labels.some((label) => ['west', 'east', 'town'].includes(label))) seen.lifted++;
        }
      }),
      { numRuns: 300, seed: 20260422 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  const block = (x: number, y: number, count: number): AddressPoint[] =>
    Array.from({ length: count }, (_, i) => at(x + (i % 3), y + (i % 2)));

  it('goes from the coordinate by snap point, beat and district to the city', () => {
    const rule = { addresses: [...block(10, 10, 9), ...block(60, 10, 9), ...block(110, 10, 9)] };
    const found = geography('scene', ['a', 'b', 'unknown'], [at(11, 12), at(63, 9), null], rule);
    expect(wordsUp(found, 0)).toEqual([
      'a',
      expect.stringMatching(/^west quay 41\.501\d+,-87\.49\d+$/),
      'west quay',
      'west',
      'town',
      '*',
    ]);
    expect(wordsUp(found, 1)[1]).not.toBe(wordsUp(found, 0)[1]);
    expect(wordsUp(found, 2)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', '*']);
  });

  it('reads as the district where the beat has too few addresses', () => {
    const rule = { addresses: [...block(10, 10, 9), ...block(10, 90, 7)] };
    expect(wordsUp(geography('scene', ['farm'], [at(10, 90)], rule))).toEqual([
      'farm',
      'west',
      'west',
      'west',
      'town',
      '*',
    ]);
  });

  it.each<[string, string, () => unknown]>([
    [
      'a town with too few addresses',
      'has 7 addresses, not 8',
      () => geography('scene', ['a'], [at(1, 1)], { addresses: block(1, 1, 7) }),
    ],
    ['no address', 'addresses that name their areas', () => geography('scene', [], [], { addresses: [] })],
    [
      'longitude and latitude swapped',
      'latitude first',
      () => geography('scene', ['a'], [{ ...at(1, 1), latitude: -187 }], { addresses: block(1, 1, 9) }),
    ],
    [
      'a place without its areas',
      'does not name its 3 areas',
      () => geography('scene', ['a'], [{ ...at(1, 1), areas: ['west'] }], { addresses: block(1, 1, 9) }),
    ],
    [
      'a beat without an address',
      '"west hill" of "scene" has no address',
      () => geography('scene', ['a'], [at(1, 90)], { addresses: block(1, 1, 9) }),
    ],
    ['a word without a place', 'for every word', () => geography('scene', ['a'], [], { addresses: block(1, 1, 9) })],
    [
      'numbers of addresses that fall',
      'rising order',
      () => geography('scene', ['a'], [at(1, 1)], { addresses: block(1, 1, 9), fewestAddresses: [8, 4] }),
    ],
    [
      'a beat in two districts',
      'level 2 belongs at level 3 to both "west" and "east"',
      () => {
        const strayed = block(110, 10, 9).map((place) => ({ ...place, areas: ['west quay', 'east', 'town'] }));
        return geography('scene', ['a', 'b'], [at(10, 10), strayed[0]!], {
          addresses: [...block(10, 10, 9), ...strayed],
        });
      },
    ],
  ])('refuses %s', (_, message, act) => {
    expect(act).toThrow(message);
  });
});
