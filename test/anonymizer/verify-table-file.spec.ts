import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeTableVerification, isTableFile, verifyTableFile } from '../../src/transparency/index.js';

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Districts by race with totals; `null` is withheld. Three of 5 in the first row are small. */
function published(cells: (number | null)[]): string {
  const level = (names: string[]) => names.map((name, at) => ({ level: at === 0 ? '@' : '@@', name }));
  const rows = ['Total', 'north', 'south'];
  const columns = ['Total', 'black', 'white'];
  const path = join(folder, 'district.tables.json');
  const table = {
    name: 'district x race',
    threshold: 4,
    dims: ['district', 'race'],
    hierarchies: { district: level(rows), race: level(columns) },
    cells: rows.flatMap((district, row) =>
      columns.map((race, column) => ({ district, race, freq: cells[row * 3 + column] })),
    ),
  };
  writeFileSync(path, JSON.stringify([table]));
  return path;
}

describe('a file of published tables', () => {
  it('is known by its name', () => {
    expect(isTableFile('a/district.tables.json')).toBe(true);
    expect(isTableFile('a/data.csv')).toBe(false);
  });

  it('holds when what is withheld cannot be told narrowly', async () => {
    const answer = await verifyTableFile(published([60, 30, 30, 30, null, null, 30, null, null]));
    expect(answer).toMatchObject({ ok: true, tables: 1, attacked: 4, violations: [] });
    expect(describeTableVerification(answer)[0]).toMatch(/^ok .*district\.tables\.json$/);
  });

  it('is refused when a withheld cell follows from its total (planted)', async () => {
    const answer = await verifyTableFile(published([60, 30, 30, 30, null, 27, 30, 27, 3]));
    expect(answer.ok).toBe(false);
    expect(answer.violations.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['cell-derivable', 'small-count-shown']),
    );
    // What was worked out is not said again.
    expect(describeTableVerification(answer).join('\n')).not.toMatch(/\b3\b/);
  });
});
