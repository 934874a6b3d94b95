import fc from 'fast-check';
import type { RecordedUnit, SeriesLayout } from './series-files.js';

const FINDINGS = ['sustained', 'unfounded', 'exonerated', 'pending'];
const NOTES = ['stop', 'search', 'force'];

/** Two quasi-identifiers of three and two levels above the base. */
export const smallLayout = (k: number, l: number, t?: number): SeriesLayout => ({
  dataset: 'random',
  quasi: [
    { name: 'place', pathOf: (word) => [word, `area ${Math.floor(Number(word.slice(1)) / 2)}`, '*'] },
    { name: 'age', pathOf: (word) => [word, Number(word) < 2 ? 'young' : 'old', '*'] },
  ],
  sensitive: ['finding'],
  insensitive: ['matter'],
  rules: { k, values: [{ l, ...(t === undefined ? {} : { t }) }] },
});

/** mulberry32: the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface HistoryShape {
  readonly seed: number;
  readonly k: number;
  readonly l: number;
  readonly releases: number;
  readonly firstUnits: number;
  readonly perRelease: number;
  readonly corrected: number;
  readonly expunged: number;
  /** Share of units that belong to somebody who is in the record already. */
  readonly returning: number;
  readonly manyRows: number;
  readonly epochLength: number;
  readonly levels: readonly (readonly [number, number])[];
}

const level = fc.constantFrom<[number, number]>([0, 0], [1, 0], [0, 1], [1, 1], [2, 0], [0, 2], [1, 2]);

export const historyShape: fc.Arbitrary<HistoryShape> = fc.record({
  seed: fc.nat(),
  k: fc.integer({ min: 2, max: 5 }),
  l: fc.integer({ min: 1, max: 2 }),
  releases: fc.integer({ min: 2, max: 12 }),
  firstUnits: fc.integer({ min: 0, max: 150 }),
  perRelease: fc.integer({ min: 0, max: 40 }),
  corrected: fc.double({ min: 0, max: 0.2, noNaN: true }),
  expunged: fc.double({ min: 0, max: 0.05, noNaN: true }),
  returning: fc.constantFrom(0, 0, 0.2),
  manyRows: fc.constantFrom(0, 0.2),
  epochLength: fc.integer({ min: 2, max: 6 }),
  levels: fc.array(level, { minLength: 6, maxLength: 6 }),
});

/** A record that grows, is corrected and expunged, as it stands at each release. */
export function* recordsOf(shape: HistoryShape): Generator<RecordedUnit[]> {
  const random = seeded(shape.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 1.5 * list.length)]!;
  const units = new Map<string, RecordedUnit>();
  let next = 0;
  const rowOf = () => ({
    quasi: [`p${Math.floor(random() * 4)}`, `${Math.floor(random() * 4)}`],
    cells: [pick(FINDINGS), pick(NOTES)],
  });
  const file = (): void => {
    const id = `case ${next++}`;
    const earlier = [...units.values()];
    const subject = random() < shape.returning && earlier.length > 0 ? pick(earlier).subject : `person ${id}`;
    const first = rowOf();
    const rows = random() < shape.manyRows ? [first, { ...first, cells: [pick(FINDINGS), pick(NOTES)] }] : [first];
    units.set(id, { id, subject, rows });
  };
  for (let release = 0; release < shape.releases; release++) {
    for (let n = release === 0 ? shape.firstUnits : shape.perRelease; n > 0; n--) file();
    for (const [id, unit] of units) {
      if (random() < shape.expunged) units.delete(id);
      else if (random() < shape.corrected) {
        const [first] = unit.rows;
        const fresh = rowOf();
        const quasi = random() < 0.5 ? first!.quasi : fresh.quasi;
        units.set(id, { ...unit, rows: unit.rows.map(() => ({ quasi, cells: [pick(FINDINGS), pick(NOTES)] })) });
      }
    }
    yield [...units.values()];
  }
}
