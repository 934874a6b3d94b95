import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeTable, runTables } from '../../src/transparency/tables-files/index.js';
import { type PublishedTable, verifyTables } from '../../src/transparency/verify/tables/index.js';
import { hierarchy, tableOf } from './random-table.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-tables-'));
const table = tableOf(
  'complaints',
  4,
  { district: hierarchy('d', [1, 1, 1]), finding: hierarchy('f', [1, 1, 1]) },
  [4, 5, 9, 6, 7, 3, 12, 5, 8],
);
const file = (content: unknown, name = 'tables.json'): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('a file of tables', () => {
  it('gives one result per table, and the tables as they may be published', async () => {
    const published = join(folder, 'annual.tables.json');
    const [found] = await runTables(file([table]), { published });
    expect(found).toMatchObject({ name: 'complaints', narrow: 0, primary: 2, optimal: true, gap: 0 });
    expect(describeTable(found!)).toContain('2 of them primary');
    const [shown] = JSON.parse(readFileSync(published, 'utf8')) as PublishedTable[];
    expect(shown!.cells.flatMap(({ freq }, at) => (freq === null ? [at] : []))).toEqual(found!.suppressed);
    expect(shown!.cells.some((cell) => 'sdcStatus' in cell)).toBe(false);
    expect(verifyTables([shown!])).toMatchObject({ ok: true, tables: 1, attacked: found!.suppressed.length });
  });

  it('takes another threshold and another width', async () => {
    const [none] = await runTables(file([table]), { threshold: '2' });
    expect(none!.suppressed).toEqual([]);
    const [own] = await runTables(file([table]), { width: 'own' });
    const [wide] = await runTables(file([table]), {});
    expect(own!.cost).toBeLessThanOrEqual(wide!.cost);
  });

  it.each([
    ['{"name": "not a list"}', /does not hold a list/],
    ['not JSON', /is not JSON/],
    [[{ ...table, name: undefined }], /table 1 of the list has no name/],
    [[table, { ...table, dims: [] }], /table 2 of the list \(complaints\) has no list of dims/],
    [[{ ...table, threshold: 0 }], /no threshold of 1 or more/],
    [[{ ...table, hierarchies: undefined }], /neither hierarchies nor constraints/],
    [[{ ...table, earlier: [{ cells: [] }] }], /earlier release 1 needs cells and a relation/],
  ])('is refused with its place and the way to mend it (%#)', async (content, message) => {
    await expect(runTables(file(content), {})).rejects.toMatchObject({
      code: 'table-malformed',
      message: expect.stringMatching(message),
    });
  });

  it('refuses an unknown width, and passes on the engine code of a refusal', async () => {
    await expect(runTables(file([table]), { width: 'wide' })).rejects.toMatchObject({ code: 'width-unknown' });
    const twice = { ...table, cells: [...table.cells, table.cells[3]] };
    await expect(runTables(file([twice]), {})).rejects.toMatchObject({ code: 'cell-twice' });
  });
});
