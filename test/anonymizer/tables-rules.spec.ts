import { describe, expect, it } from '@jest/globals';
import { publishedTable } from '../../src/transparency/tables-files/index.js';
import { suppressTables, type TableCell, type TableSpec } from '../../src/transparency/tables/index.js';
import { attackTables, type PublishedTable, verifyTables } from '../../src/transparency/verify/tables/index.js';
import { hierarchy, tableOf } from './random-table.js';

const shape = { district: hierarchy('d', [1, 1, 1]), finding: hierarchy('f', [1, 1, 1]) };
const published = (table: TableSpec, suppressed: readonly number[]): PublishedTable =>
  publishedTable(table, suppressed) as unknown as PublishedTable;
const place = (table: TableSpec, district: string, finding: string): number =>
  table.cells.findIndex((cell) => cell['district'] === district && cell['finding'] === finding);
const intervalOf = (table: TableSpec, suppressed: readonly number[], cell: number) =>
  attackTables([published(table, suppressed)]).find((of) => of.cell === cell);

describe('primary cells', () => {
  it('are counts from 1 to the threshold; zeros are published, and larger counts when nothing needs cover', async () => {
    const [safe] = await suppressTables([tableOf('safe', 4, shape, [0, 5, 9, 6, 7, 0, 12, 5, 8])]);
    expect(safe!.suppressed).toEqual([]);
    const table = tableOf('one small', 4, shape, [4, 5, 9, 6, 7, 0, 12, 5, 8]);
    const [found] = await suppressTables([table]);
    expect(found!.primary).toBe(1);
    expect(found!.suppressed).toContain(place(table, 'd0', 'f0'));
    expect(found!.suppressed).not.toContain(place(table, 'd1', 'f2'));
    expect(found!.cost).toBe(found!.suppressed.reduce((sum, at) => sum + table.cells[at]!.freq, 0) - 4);
  });

  it('follow a threshold of one: a single person is covered to an interval of two', async () => {
    const table = tableOf('threshold 1', 1, shape, [1, 5, 9, 6, 7, 3, 12, 5, 8]);
    const [found] = await suppressTables([table]);
    const { low, up } = intervalOf(table, found!.suppressed, place(table, 'd0', 'f0'))!;
    expect(up - low).toBeGreaterThanOrEqual(2);
  });

  it('of a table of three people are all withheld, with the total', async () => {
    const table = tableOf('three people', 4, shape, [1, 0, 0, 0, 2, 0, 0, 0, 0]);
    const [found] = await suppressTables([table]);
    expect(found!.suppressed).toEqual([...table.cells.keys()].filter((at) => table.cells[at]!.freq > 0));
    expect(verifyTables([published(table, found!.suppressed)]).ok).toBe(true);
  });
});

describe('100 % cells', () => {
  const counts = [20, 0, 0, 6, 7, 11, 12, 15, 8];
  it('tell of a whole district how its cases ended, unless the rule is asked for', async () => {
    const plain = tableOf('all sustained', 4, shape, counts);
    const [shown] = await suppressTables([plain]);
    expect(shown!.suppressed).toEqual([]);
    const table = { ...plain, groupDisclosure: true };
    const [found] = await suppressTables([table]);
    const empty = ['f1', 'f2'].map((finding) => place(table, 'd0', finding));
    // Some empty cell of the district is withheld, so somebody of it may be elsewhere; five may.
    const reach = empty.map((at) => intervalOf(table, found!.suppressed, at)?.up ?? 0);
    expect(reach[0]! + reach[1]!).toBeGreaterThanOrEqual(5);
    expect(verifyTables([published(table, found!.suppressed)]).ok).toBe(true);
  });

  it('tell nothing where nobody can be elsewhere', async () => {
    const table = tableOf('structural', 4, shape, counts);
    const cells = table.cells.map((cell): TableCell => (cell.freq === 0 ? { ...cell, structural: true } : cell));
    const [found] = await suppressTables([{ ...table, cells, groupDisclosure: true }]);
    expect(found!.suppressed).toEqual([]);
  });
});

describe('sums of money', () => {
  const paid = [900, 400, 350, 500, 620, 410, 380, 700, 560];
  const people = tableOf('people', 1, shape, [9, 8, 7, 9, 12, 8, 7, 9, 10]);
  const sums = tableOf('settlements', 1, shape, paid);
  const table: TableSpec = {
    ...sums,
    measure: 'sum',
    percent: 10,
    cells: sums.cells.map((cell, at) => ({ ...cell, sum: cell.freq, freq: people.cells[at]!.freq })),
  };
  const dominated = place(table, 'd0', 'f0');
  const withLargest = (largest: readonly [number, number]): TableSpec => ({
    ...table,
    cells: table.cells.map((cell, at) => (at === dominated ? { ...cell, largest } : cell)),
  });

  it('are published where the second largest payee cannot estimate the largest to 10 %', async () => {
    const [found] = await suppressTables([withLargest([400, 200])]);
    expect(found!.suppressed).toEqual([]);
  });

  it('are withheld under the p % rule where one payment dominates, wide enough on both sides', async () => {
    const [found] = await suppressTables([withLargest([860, 25])]);
    expect(found!.suppressed).toContain(dominated);
    const { low, up } = intervalOf(table, found!.suppressed, dominated)!;
    // p/100 x1 - (total - x1 - x2) = 86 - 15
    expect(900 - low).toBeGreaterThanOrEqual(71 - 1e-4);
    expect(up - 900).toBeGreaterThanOrEqual(71 - 1e-4);
  });

  it('of one payment are withheld to 10 % of it, and are derivable without cover', async () => {
    const single = { ...table, cells: table.cells.map((cell, at) => (at === dominated ? { ...cell, freq: 1 } : cell)) };
    const [found] = await suppressTables([single]);
    const { low, up } = intervalOf(table, found!.suppressed, dominated)!;
    expect(Math.min(900 - low, up - 900)).toBeGreaterThanOrEqual(90 - 1e-4);
    const { violations } = verifyTables([published(single, [dominated])]);
    expect(violations.map(({ code }) => code)).toEqual(['cell-derivable']);
  });
});

describe('a table that is not one', () => {
  const table = tableOf('table', 4, shape, [4, 5, 9, 6, 7, 3, 12, 5, 8]);
  const wrong: [string, string, TableSpec][] = [
    [
      'table-does-not-add-up',
      'a total is not the sum of its parts',
      { ...table, cells: table.cells.with(0, { ...table.cells[0]!, freq: 60 }) },
    ],
    ['cell-twice', 'a cell stands twice', { ...table, cells: [...table.cells, table.cells[5]!] }],
    ['cell-missing', 'a total is left out', { ...table, cells: table.cells.filter((_, at) => at !== 0) }],
    [
      'table-malformed',
      'a word is not in the hierarchy',
      { ...table, cells: table.cells.with(5, { ...table.cells[5]!, district: 'd9' }) },
    ],
    [
      'table-malformed',
      'a count is negative',
      { ...table, cells: table.cells.with(5, { ...table.cells[5]!, freq: -1 }) },
    ],
    ['table-malformed', 'a hierarchy is missing', { ...table, hierarchies: { district: shape.district } }],
    [
      'table-malformed',
      'a group hangs below nothing',
      { ...table, hierarchies: { ...shape, finding: [{ level: '@@', name: 'f0' }] } },
    ],
  ];
  it.each(wrong.map(([code, why], at) => [code, why, at] as const))('is refused with %s: %s', async (code, _, at) => {
    await expect(suppressTables([wrong[at]![2]])).rejects.toMatchObject({ code });
  });

  it('is called unreadable or contradictory by the attacker, which has its own eyes', () => {
    const code = (of: TableSpec): string[] => verifyTables([published(of, [])]).violations.map((found) => found.code);
    expect(code(wrong[0]![2])).toContain('table-contradicts');
    expect(code(wrong[1]![2])).toContain('table-unreadable');
    expect(code(wrong[3]![2])).toContain('table-unreadable');
    expect(code(table)).toEqual(['small-count-shown', 'small-count-shown']);
  });
});
