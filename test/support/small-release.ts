import { table } from '../../src/transparency/anonymize/index.js';
import { groupColumns } from '../../src/transparency/report/group-column.js';
import type { ReportInput } from '../../src/transparency/report/index.js';
import { marginDistance } from '../../src/transparency/report/margin-distance.js';
import { ReportUnits } from '../../src/transparency/report/report-units.js';

export const RACES = ['A', 'B', 'C'];
const FINDINGS = ['sustained', 'unfounded'];
const PLACES = ['north', 'south', 'unknown'];

/** Units as [race, finding, place] with how many are alike; the file shows race and finding, and of places nothing. */
export type Cell = readonly [race: number, finding: number, place: number, count: number];

export function smallRelease(
  published: readonly Cell[],
  leftOut: readonly Cell[],
  more: Partial<ReportInput> = {},
): ReportInput {
  const cells = [...published, ...leftOut].filter(([, , , count]) => count > 0);
  const kept = published.filter(([, , , count]) => count > 0).length;
  const codes = (at: 0 | 1 | 2): Int32Array => Int32Array.from(cells, (cell) => cell[at]);
  return {
    release: { dataset: 'd', title: 'A release', version: '1', unitWord: 'case' },
    k: 2,
    rows: cells.length,
    copies: Int32Array.from(cells, ([, , , count]) => count),
    round: Uint8Array.from(cells, (_, at) => (at < kept ? 1 : 0)),
    rounds: [[0, 1]],
    columns: [
      {
        role: 'quasi-identifier',
        name: 'race',
        title: 'Race',
        codes: codes(0),
        levels: ['race'],
        hierarchy: flat(RACES),
      },
      {
        role: 'quasi-identifier',
        name: 'place',
        title: 'Place',
        codes: codes(2),
        levels: ['place'],
        hierarchy: flat(PLACES),
      },
      { role: 'sensitive', name: 'finding', title: 'Finding', codes: codes(1), words: FINDINGS },
    ],
    random: () => 0.5,
    ...more,
  };
}

const flat = (words: readonly string[]) =>
  table(
    'flat',
    words.map((word) => [word, '*']),
  );

/** The file: A 20 and B 15, of whom 5 were sustained each; C is not in it. */
export const FILE: readonly Cell[] = [
  [0, 0, 0, 5],
  [0, 1, 0, 15],
  [1, 0, 0, 5],
  [1, 1, 0, 10],
];

/** The true distances of all margins of the columns that the file shows. */
export function trueDistances(input: ReportInput): number[] {
  const columns = groupColumns(input).filter(({ isShown }) => isShown);
  const units = new ReportUnits(input);
  return columns.flatMap((one, at) => columns.slice(at).map((other) => marginDistance([one, other], units)));
}
