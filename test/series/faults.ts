import type { SeriesViolationCode } from '../../src/transparency/verify/series/index.js';
import type { Change, OpenRelease } from '../support/spoiled-series.js';

export const K = 3;
const FINDING = 3;
const classOf = (row: readonly string[]): string => row.slice(1, FINDING).join();
const linesOf = ({ rows }: OpenRelease, place: string): string =>
  rows
    .filter((row) => classOf(row) === place)
    .map((row) => row.slice(1).join())
    .sort()
    .join();
/** A unit of a class of which these releases say the same, so that nothing else can hide what happens to it. */
function quiet(...releases: (OpenRelease | undefined)[]): string {
  const [first, ...others] = releases;
  return first!.rows.find((row) =>
    others.every((other) => linesOf(other!, classOf(row)) === linesOf(first!, classOf(row))),
  )![0]!;
}
/** One that stands in the first epoch from its second release to its last. */
export const veteran = (all: readonly OpenRelease[]): string => quiet(all[1], all[2], all[3]);
const rowOf = ({ rows }: OpenRelease, unit: string): string[] => rows.find((row) => row[0] === unit)!;
export const without = (release: OpenRelease, unit: string): OpenRelease =>
  Object.assign(release, { rows: release.rows.filter((row) => row[0] !== unit) });
const otherFinding = (finding = ''): string => (finding === 'sustained' ? 'unfounded' : 'sustained');

/** What is done to a series of two epochs of four releases each, and how it must be called. */
export const faults: readonly (readonly [string, SeriesViolationCode, Change])[] = [
  ['one expunged row disappears alone', 'difference-below-k', (all) => without(all[2]!, veteran(all))],
  ['the course of one unit is its own', 'history-below-k', (all) => without(all[2]!, veteran(all))],
  [
    'one unit appears alone',
    'difference-below-k',
    ([, , , last]) => {
      last!.rows.push(['ffffffffffffffff', ...last!.rows[0]!.slice(1)]);
      last!.subjects.push(['ffffffffffffffff', 'somebody']);
    },
  ],
  [
    'one finding is corrected in sight',
    'sensitive-change-below-k',
    (all) => {
      const row = rowOf(all[3]!, veteran(all));
      row[FINDING] = otherFinding(row[FINDING]);
    },
  ],
  [
    'one cell that is not sensitive is corrected in sight',
    'sensitive-change-below-k',
    (all) => {
      rowOf(all[3]!, veteran(all))[FINDING + 1] = 'corrected';
    },
  ],
  [
    'one unit is moved to another class',
    'difference-below-k',
    (all) => {
      const row = rowOf(all[3]!, veteran(all));
      row[2] = all[3]!.rows.find((other) => other[2] !== row[2])![2]!;
    },
  ],
  [
    'a class is small in every release',
    'class-below-k',
    (all) => {
      const kept = all[3]!.rows.filter((row) => classOf(row) === classOf(all[3]!.rows[0]!)).slice(0, K - 1);
      const [place] = [classOf(kept[0]!)];
      for (const release of all.slice(0, 4))
        release.rows = release.rows.filter((row) => classOf(row) !== place || kept.some(([unit]) => unit === row[0]));
    },
  ],
  [
    'a pseudonym lives on in the next epoch',
    'pseudonym-reused-across-epochs',
    (all) => {
      const [old, now] = [veteran(all), all[4]!.rows[0]![0]!];
      for (const { rows, subjects } of all.slice(4))
        for (const row of [...rows, ...subjects]) if (row[0] === now) row[0] = old;
    },
  ],
  [
    'the levels change within an epoch',
    'epoch-transformation-changed',
    (all) => {
      all[2]!.manifest.columns = all[2]!.manifest.columns.map((column) =>
        column.role === 'quasi-identifier' ? { ...column, level: column.level + 1 } : column,
      );
    },
  ],
  ['k changes within an epoch', 'epoch-transformation-changed', (all) => Object.assign(all[1]!.manifest, { k: K + 1 })],
  [
    'one unit is missing in all of the second epoch, where its pseudonym cannot be missed',
    'difference-below-k',
    (all) => {
      const unit = quiet(all[4], all[3]);
      for (const release of all.slice(4)) without(release, unit);
    },
  ],
  [
    'one finding is another in all of the second epoch',
    'sensitive-change-below-k',
    (all) => {
      const unit = quiet(all[4], all[3]);
      for (const { rows } of all.slice(4))
        for (const row of rows) if (row[0] === unit) row[FINDING] = otherFinding(row[FINDING]);
    },
  ],
  [
    'those who came together have one finding between them',
    'history-below-l',
    (all) => {
      const before = new Set(all[2]!.rows.map(([unit]) => unit));
      const fresh = all[3]!.rows.find(([unit]) => !before.has(unit))!;
      for (const row of all[3]!.rows)
        if (!before.has(row[0]) && classOf(row) === classOf(fresh)) row[FINDING] = 'sustained';
    },
  ],
  [
    'several units of a class are one person',
    'class-below-k',
    (all) => {
      const members = all[0]!.rows.filter((row) => classOf(row) === classOf(all[0]!.rows[0]!)).map(([unit]) => unit);
      for (const { subjects } of all.slice(0, 4))
        for (const line of subjects) if (members.includes(line[0])) line[1] = 'one person';
    },
  ],
  ['a release is kept from the verifier', 'series-out-of-order', (all) => all.filter((_, at) => at !== 1)],
  ['an epoch is taken up again', 'series-out-of-order', (all) => [...all.slice(0, 3), ...all.slice(4), all[3]!]],
  [
    'a manifest does not say what its values are part of',
    'series-manifest-invalid',
    (all) => {
      all[0]!.manifest.columns = all[0]!.manifest.columns.map((column) =>
        column.role === 'quasi-identifier' ? { ...column, ancestors: {} } : column,
      );
    },
  ],
  ['a release is of no series', 'series-manifest-invalid', (all) => delete all[0]!.manifest.series],
  [
    'the board’s list misses a unit',
    'series-subject-unknown',
    (all) => Object.assign(all[1]!, { subjects: all[1]!.subjects.slice(1) }),
  ],
];
