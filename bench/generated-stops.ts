import { bands, dates, groups, type Hierarchy, type Problem } from '../src/transparency/anonymize/index.js';

/** A number in [0, 1) that is the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Eight quasi-identifiers of a city's stops, 60,480 transformations: skewed, and where somebody lives tells of race. The
 * same rows in every run.
 */
export function stops(rows: number): Problem['quasiIdentifiers'] {
  const draw = random(20260301);
  const days = Array.from({ length: 3653 }, (_, day) =>
    new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const blocks = Array.from({ length: 1200 }, (_, block) => `block ${block}`);
  const codes = (word: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${word} ${i}`);
  const column = (name: string, hierarchy: Hierarchy, code: (row: number) => number) => ({
    name,
    hierarchy,
    codes: Int32Array.from({ length: rows }, (_, row) => code(row)),
  });
  const skewed = (values: number, power = 2): number => Math.floor(values * draw() ** power);
  const place = column('place', nested('block', blocks, [8, 40, 240]), () => skewed(1200, 1.6));
  return [
    column('day', dates('day', days, ['month', 'quarter', 'half', 'year', { years: 5 }]), () =>
      Math.floor(draw() * 3653),
    ),
    column(
      'age',
      bands(
        'age',
        Array.from({ length: 90 }, (_, age) => `${age}`),
        [5, 10, 20, 40],
      ),
      () => 14 + Math.floor((draw() + draw() + draw()) * 22),
    ),
    place,
    column('reason', nested('reason', codes('reason', 48), [4, 12]), () => skewed(48, 2.5)),
    column('race', nested('race', codes('race', 9), [3]), (row) => {
      const home = Math.floor(place.codes[row]! / 240);
      return draw() < 0.6 ? home : skewed(9, 1.5);
    }),
    column('gender', nested('gender', codes('gender', 3), []), () => (draw() < 0.02 ? 2 : Number(draw() < 0.3))),
    column('unit', nested('unit', codes('unit', 60), [5, 20]), () => skewed(60)),
    column('outcome', nested('outcome', codes('outcome', 12), [4]), () => skewed(12, 2.2)),
  ];
}

/** A hierarchy whose steps join so many base values each, in their order. */
function nested(name: string, words: readonly string[], sizes: readonly number[]): Hierarchy {
  let below = [...words];
  const tables = sizes.map((size) => {
    const above = words.map((_, i) => `${name} group of ${size}, ${Math.floor(i / size)}`);
    const table = new Map(below.map((word, i) => [word, above[i]!]));
    below = above;
    return table;
  });
  return groups(name, words, tables);
}
