import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { type Profile, runImport } from './run-import.js';
import { newOrleans } from './mapped-tables.js';
import { accused, complaint, form, officer, SourceFiles, victim } from './source-files.js';

const PROCESS = fileURLToPath(new URL('import-process.mjs', import.meta.url));
const COUNT = 400;
const numbers = Array.from({ length: COUNT }, (_, index) => String(index));

let killed: TestDatabase;
let clean: TestDatabase;
const files = new SourceFiles();
beforeAll(async () => {
  [killed, clean] = [await createTestDatabase(), await createTestDatabase()];
  files.csv(
    'complaints.csv',
    numbers.map((id) => complaint(id)),
  );
  files.csv(
    'officers.csv',
    numbers.map((id) => officer(id)),
  );
  files.csv(
    'accused.csv',
    numbers.flatMap((id, index) => [accused(id, id), accused(id, numbers[(index + 1) % COUNT]!)]),
  );
  files.csv(
    'victims.csv',
    numbers.flatMap((id) => [victim(id), victim(id)]),
  );
  files.csv(
    'forms.csv',
    numbers.map((id) => form(id, { OfficerID: `O${Number(id) % 50}` })),
  );
  files.csv(
    'groups.csv',
    numbers.flatMap((id) => [newOrleans(id), newOrleans(id, { 'Use of Force Type': 'Hands', 'Officer Age': '44' })]),
  );
});
afterAll(() => Promise.all([killed.drop(), clean.drop()]));

const request = { files: [files.directory], rejectsFile: files.path('rejects.csv'), chunkRows: 50 };

/** Starts the import in a process of its own and kills it, without a word, when so many transactions are through, or one more. */
async function killAfter(chunks: number, profile: Profile): Promise<number> {
  const { connections } = killed;
  const child = spawn(process.execPath, [PROCESS], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const masterKey = connections.masterKey.toString('base64');
  child.stdin.end(
    JSON.stringify({ connections: { ...connections, masterKey }, profile, request, mostChunks: chunks + 1 }),
  );
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== '' && ++seen === chunks) child.kill('SIGKILL');
  }
  const [, signal] = (await exit) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return seen;
}

/** What stands in every table, by the source's keys: ids differ from one jurisdiction to another. */
async function standing({ owner }: TestDatabase): Promise<unknown[]> {
  const { rows } = await owner.query(`
    SELECT 'complaint' AS what, source_key AS key, 1::bigint AS n, status AS told FROM redress.complaint
    UNION ALL SELECT 'officer', source_key, 1, rank FROM redress.officer
    UNION ALL SELECT 'allegation', c.source_key, count(*), string_agg(category || a.source_position, ' ' ORDER BY a.source_position)
      FROM redress.allegation a JOIN redress.complaint c ON c.id = a.complaint_id GROUP BY 2
    UNION ALL SELECT 'finding', c.source_key, count(*), string_agg(finding, ' ' ORDER BY finding)
      FROM redress.finding f JOIN redress.complaint c ON c.id = f.complaint_id GROUP BY 2
    UNION ALL SELECT 'discipline', c.source_key, count(*), string_agg(d.kind, ' ' ORDER BY d.kind)
      FROM redress.discipline d JOIN redress.complaint c ON c.id = d.complaint_id GROUP BY 2
    UNION ALL SELECT 'person', c.source_key, count(*), string_agg(p.source_position::text, ' ' ORDER BY p.source_position)
      FROM redress.complaint_person p JOIN redress.complaint c ON c.id = p.complaint_id GROUP BY 2
    UNION ALL SELECT 'report', source_key, (SELECT count(*) FROM redress.force_application f WHERE f.report_id = r.id), municipality
      FROM redress.use_of_force_report r
    ORDER BY 1, 2`);
  return rows;
}

it.each([
  ['chicago', COUNT * 6, [4, 20, 36]],
  ['new-jersey', COUNT, [4]],
  ['new-orleans', COUNT * 2, [8]],
] as const)(
  'an import of %s that was killed on its way ends, when it is run again, as one that was not',
  async (profile, total, deaths) => {
    for (const chunks of deaths) await killAfter(chunks, profile);
    const again = await runImport(killed.connections, profile, request);
    expect(again).toMatchObject({ rows: total, rejected: 0 });
    expect(again.unchanged).toBeGreaterThanOrEqual(200);
    expect(again.taken).toBeGreaterThan(0);
    expect(again.taken + again.unchanged).toBe(total);
    await runImport(clean.connections, profile, request);
    expect(await standing(killed)).toEqual(await standing(clean));
  },
  180_000,
);

it('two imports of the same files at once take each row once', async () => {
  const both = await createTestDatabase();
  const other = new SourceFiles();
  await runImport(both.connections, 'new-jersey', { ...request, files: [other.csv('other.csv', [form('other')])] });
  const results = await Promise.all([1, 2].map(() => runImport(both.connections, 'new-jersey', request)));
  expect(results.map(({ rejected }) => rejected)).toEqual([0, 0]);
  expect(results[0]!.taken + results[1]!.taken).toBe(COUNT);
  await both.drop();
}, 60_000);
