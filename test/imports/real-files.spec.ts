import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MappedSummary } from '../../src/use-of-force-report/imports/mapped/import-mapped.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { readMappingFile } from '../../src/use-of-force-report/imports/mapped/read-mapping-file.js';
import { runMapped } from './run-import.js';
import { SourceFiles } from './source-files.js';

/** The public file that the design names, where it stands beside the checkout. Chicago's take a minute: see bench/import.ts. */
const FILE = fileURLToPath(new URL('../../../shared/data/nj-use-of-force.csv.gz', import.meta.url));

const MAPPING = fileURLToPath(
  new URL('../../src/use-of-force-report/mapping/shipped/new-jersey.json', import.meta.url),
);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const present = existsSync(FILE);
if (!present)
  process.stdout.write(
    'NOTICE: the real New Jersey file is not beside this checkout (../shared/data): not imported.\n',
  );

function cellsByColumn({ unmapped }: MappedSummary): Record<string, Record<string, number>> {
  const cells: Record<string, Record<string, number>> = {};
  for (const { column, code, count } of unmapped) {
    const ofColumn = (cells[column] ??= {});
    ofColumn[code] = (ofColumn[code] ?? 0) + count;
  }
  return cells;
}

(present ? it : it.skip)(
  'takes every form of the real file through the mapping file, with the counts of the importer that was code, and changes nothing the second time',
  async () => {
    const request = { files: [FILE], rejectsFile: new SourceFiles().path('rejects.csv') };
    const mapping = await readMappingFile(MAPPING);
    const summary = await runMapped(database.connections, mapping, request);
    expect(summary).toMatchObject({ rows: 56_423, taken: 56_423, rejected: 0 });
    // What the mapping did not understand: 35 ways to write an age that is none, 4 answers that are two, and 8 officers who
    // were hurt by one column and not by the other.
    expect(cellsByColumn(summary)).toEqual({
      OfficerAge: { 'value-set-aside': 238 },
      OfficerInjuriesInjured: { 'cells-contradict': 8 },
      SubjectInjuredInIncident: { 'several-values': 62 },
    });
    expect(summary.unmapped).toHaveLength(40);
    expect(summary.unmapped).toContainEqual({ column: 'OfficerAge', value: '360', code: 'value-set-aside', count: 2 });
    const { rows } = await database.owner.query(`SELECT (SELECT count(*)::int FROM redress.department) AS departments,
    (SELECT count(*)::int FROM redress.officer) AS officers, (SELECT count(*)::int FROM redress.use_of_force_subject) AS subjects,
    (SELECT count(*)::int FROM redress.force_application WHERE force_type = 'other') AS other`);
    expect(rows).toEqual([{ departments: 530, officers: 17_891, subjects: 57_221, other: 2_508 }]);
    expect(await runMapped(database.connections, mapping, request)).toMatchObject({ taken: 0, unchanged: 56_423 });
  },
  300_000,
);
