import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { runImport } from './run-import.js';
import { SourceFiles } from './source-files.js';

/** The public file that the design names, where it stands beside the checkout. Chicago's take a minute: see bench/import.ts. */
const FILE = fileURLToPath(new URL('../../../shared/data/nj-use-of-force.csv.gz', import.meta.url));

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

(present ? it : it.skip)(
  'takes every form of the real file, and changes nothing the second time',
  async () => {
    const request = { files: [FILE], rejectsFile: new SourceFiles().path('rejects.csv') };
    expect(await runImport(database.connections, 'new-jersey', request)).toMatchObject({
      rows: 56_423,
      taken: 56_423,
      rejected: 0,
    });
    const { rows } = await database.owner.query(`SELECT (SELECT count(*)::int FROM redress.department) AS departments,
    (SELECT count(*)::int FROM redress.officer) AS officers, (SELECT count(*)::int FROM redress.use_of_force_subject) AS subjects,
    (SELECT count(*)::int FROM redress.force_application WHERE force_type = 'other') AS other`);
    expect(rows).toEqual([{ departments: 530, officers: 17_891, subjects: 57_221, other: 2_508 }]);
    expect(await runImport(database.connections, 'new-jersey', request)).toMatchObject({ taken: 0, unchanged: 56_423 });
  },
  120_000,
);
