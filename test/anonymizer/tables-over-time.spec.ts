import { describe, expect, it } from '@jest/globals';
import { publishedTable } from '../../src/transparency/tables-files/index.js';
import { type EarlierTable, suppressTables, type TableSpec } from '../../src/transparency/tables/index.js';
import { type PublishedTable, verifyTables } from '../../src/transparency/verify/tables/index.js';
import { hierarchy, tableOf } from './random-table.js';

const shape = { district: hierarchy('d', [1, 1, 1]), finding: hierarchy('f', [1, 1, 1]) };
const month = (name: string, counts: number[]): TableSpec => tableOf(name, 4, shape, counts);
const published = (table: TableSpec, suppressed: readonly number[]): PublishedTable =>
  publishedTable(table, suppressed) as unknown as PublishedTable;
const codes = (...tables: PublishedTable[]): string[] => verifyTables(tables).violations.map(({ code }) => code);

/** January is safe alone; so is February; the cell of d0 and f0 grew by 2 people, and their district by 20. */
const JANUARY = [12, 30, 25, 40, 22, 31, 18, 27, 33];
const FEBRUARY = [14, 39, 34, 52, 36, 45, 33, 41, 49];

describe('a table after an earlier release', () => {
  const before: EarlierTable = { relation: 'grows', cells: month('January', JANUARY).cells };

  it('is caught by the attacker when two safe tables differ by two people', () => {
    const february = { ...month('February', FEBRUARY), earlier: [before] };
    expect(codes(published(month('February', FEBRUARY), []))).toEqual([]);
    expect(codes(published(february, []))).toEqual(['increase-derivable']);
  });

  it('withholds what the difference would tell, and no more than three cells beside it', async () => {
    const february = { ...month('February', FEBRUARY), earlier: [before] };
    const [found] = await suppressTables([february]);
    const grown = february.cells.findIndex((cell) => cell['district'] === 'd0' && cell['finding'] === 'f0');
    expect(found!.suppressed).toContain(grown);
    expect(found!.suppressed).toHaveLength(4);
    expect(codes(published(february, found!.suppressed))).toEqual([]);
    const [alone] = await suppressTables([month('February', FEBRUARY)]);
    expect(alone!.suppressed).toEqual([]);
    expect(codes(published(february, alone!.suppressed))).toEqual(['increase-derivable']);
  });

  it('goes on protecting what the earlier release withheld', async () => {
    // In January three of d0's first cell were withheld under cover; the same people counted again show it.
    const counts = [3, 30, 25, 40, 22, 31, 18, 27, 33];
    const january = month('January', counts);
    const [first] = await suppressTables([january]);
    const withheld = new Set(first!.suppressed);
    const earlier: EarlierTable = {
      relation: 'equal',
      cells: january.cells.map((cell, at) => ({ ...cell, freq: withheld.has(at) ? null : cell.freq })),
    };
    const again = { ...january, name: 'January, corrected layout', earlier: [earlier] };
    // Another pattern, safe by itself, opens the first one.
    const other = [...january.cells.keys()].filter((at) => {
      const { district, finding } = january.cells[at]! as unknown as Record<string, string>;
      return ['d0', 'd1'].includes(district!) && ['f0', 'f2'].includes(finding!);
    });
    expect(codes(published(january, other))).toEqual([]);
    if (first!.suppressed.join() !== other.join())
      expect(new Set(codes(published(again, other)))).toEqual(new Set(['cell-derivable', 'earlier-cell-exposed']));
    const [second] = await suppressTables([again]);
    expect(second!.suppressed).toEqual(first!.suppressed);
    expect(codes(published(again, second!.suppressed))).toEqual([]);
  });

  it('is refused when counts that may only grow became smaller', async () => {
    const shrunk = { ...month('February', FEBRUARY.with(0, 11)), earlier: [before] };
    await expect(suppressTables([shrunk])).rejects.toMatchObject({ code: 'earlier-release-contradicts' });
    expect(codes(published(shrunk, []))).toEqual(['table-contradicts']);
  });

  it('is refused when a small cell was published before and the people are the same', async () => {
    const small = month('January', JANUARY.with(0, 3));
    const again = { ...small, earlier: [{ relation: 'equal' as const, cells: small.cells }] };
    await expect(suppressTables([again])).rejects.toMatchObject({ code: 'cell-cannot-be-protected' });
  });

  it('holds over three releases: every pair and all together are attacked', async () => {
    const first = month('January', JANUARY);
    const second = { ...month('February', FEBRUARY), earlier: [{ ...before, name: 'January' }] };
    const [shown] = await suppressTables([second]);
    const gaps = new Set(shown!.suppressed);
    const history: EarlierTable[] = [
      { relation: 'grows', cells: first.cells },
      {
        relation: 'grows',
        cells: second.cells.map((cell, at) => ({ ...cell, freq: gaps.has(at) ? null : cell.freq })),
      },
    ];
    const third = {
      ...month(
        'March',
        FEBRUARY.map((count, at) => count + [1, 8, 6, 9, 3, 7, 12, 6, 8][at]!),
      ),
      earlier: history,
    };
    const [found] = await suppressTables([third]);
    expect(codes(published(third, found!.suppressed))).toEqual([]);
    expect(codes(published(third, [])).length).toBeGreaterThan(0);
  });
});

describe('tables published together', () => {
  const counts = [3, 9, 14, 8, 11, 17, 12, 6, 15];
  const one = {
    ...tableOf('by finding', 4, { district: hierarchy('d', [1, 1, 1]), finding: hierarchy('f', [1, 1, 1]) }, counts),
    linked: 'annual',
  };
  // The same districts by race: the margins of districts are the same cells.
  const other = {
    ...tableOf(
      'by race',
      4,
      { district: hierarchy('d', [1, 1, 1]), race: hierarchy('r', [1, 1]) },
      [2, 24, 14, 22, 13, 20],
    ),
    linked: 'annual',
  };

  it('share their margins: a total withheld in one is withheld in the other', async () => {
    const found = await suppressTables([one, other]);
    const shown = [one, other].map((table, t) => published(table, found[t]!.suppressed));
    expect(codes(...shown)).toEqual([]);
    const district = (table: TableSpec, of: readonly number[]): string[] =>
      of
        .map((at) => table.cells[at]!)
        .filter((cell) => (cell['finding'] ?? cell['race']) === 'Total')
        .map((cell) => String(cell['district']));
    expect(district(one, found[0]!.suppressed)).toEqual(district(other, found[1]!.suppressed));
  });

  it('are caught when one shows what the other withholds', async () => {
    const [alone] = await suppressTables([{ ...one, linked: 'alone' }]);
    const total = one.cells.findIndex((cell) => cell['district'] === 'd0' && cell['finding'] === 'Total');
    expect(codes(published(one, [...alone!.suppressed, total]), published(other, [4, 5]))).toContain('cell-derivable');
  });

  it('are refused when a shared cell is counted differently', async () => {
    const wrong = tableOf(
      'by race',
      4,
      { district: hierarchy('d', [1, 1, 1]), race: hierarchy('r', [1, 1]) },
      [2, 25, 14, 22, 13, 20],
    );
    await expect(suppressTables([one, { ...wrong, linked: 'annual' }])).rejects.toMatchObject({
      code: 'linked-cells-differ',
    });
  });
});
