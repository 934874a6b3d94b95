import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkSummary } from '../../src/platform/bulk/bulk-run.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { runImport } from './run-import.js';
import { accused, complaint, officer, SourceFiles, victim } from './source-files.js';

let database: TestDatabase;
let first: BulkSummary;
const files = new SourceFiles();
const rejectsFile = files.path('rejects.csv');
const run = (paths: string[] = [files.directory]) =>
  runImport(database.connections, 'chicago', { files: paths, rejectsFile, chunkRows: 7 });

beforeAll(async () => {
  database = await createTestDatabase();
  files.csv('complaints.csv.gz', [
    complaint('C198312'),
    complaint('307600', { beat: '0.0', closed_date: '' }),
    complaint('1000194', { incident_date: '2006-10-09', beat: '3100' }),
    complaint('10004807', { incident_date: '', beat: '-713', closed_date: '2001-01-01' }),
    complaint('100000001', { city: 'CHICAGO\nIL "60636", x\\y' }),
    complaint('C198312'),
    complaint('307600', { city: 'ELSEWHERE' }),
    complaint('', {}),
    complaint('C1', { complaint_date: '10/04/2006' }),
  ]);
  files.csv('officers.csv', [
    officer('100001'),
    officer('100002', { birth_year: '985.0', race: '', gender: '', current_unit: '', cleaned_rank: '' }),
    officer('100003', { appointed_date: '2001-01-02', resignation_date: '2001-01-01' }),
    ...Array.from({ length: 192 }, (_, index) => officer(`2${index}`)),
  ]);
  files.csv('accused.csv', [
    accused('C198312', '100001'),
    accused('C198312', '100002', {
      recc_finding: '',
      final_finding: 'Not Sustained',
      recc_outcome: '',
      final_outcome: '365',
    }),
    accused('307600', '100001', {
      complaint_code: '',
      complaint_category: '',
      final_finding: 'NONSENSE',
      final_outcome: 'Unknown',
    }),
    accused('C198312', '100001', { complaint_code: '05B' }),
    accused('C999999', '100001'),
    accused('C198312', '999999'),
    ...Array.from({ length: 192 }, (_, index) => accused('1000194', `2${index}`)),
  ]);
  files.csv('victims.csv', [
    victim('C198312'),
    victim('C198312'),
    victim('C198312', { race: '', gender: '', birth_year: '1085.0', injury_condition: 'UNKNOWN' }),
    victim('1000177'),
  ]);
  first = await run();
}, 60_000);
afterAll(() => database.drop());

async function one<Row>(sql: string): Promise<Row[]> {
  return (await database.owner.query(sql)).rows as Row[];
}

describe('the import of Chicago', () => {
  it('accounts for every row', () => {
    expect(first).toMatchObject({ rows: 9 + 195 + 198 + 4, taken: 5 + 195 + 195 + 3, unchanged: 1, rejected: 7 });
    expect(first.rejectedByCode).toEqual({
      'changed-since-import': 2,
      'missing-key': 1,
      'not-a-date': 1,
      'unknown-complaint': 2,
      'unknown-officer': 1,
    });
    expect(first.oddities).toEqual({
      'complaint-before-incident': 1,
      'closed-before-complaint': 1,
      'beat-unreadable': 1,
      'birth-year-odd': 2,
      'resigned-before-appointed': 1,
      'category-not-stated': 1,
      'finding-unknown': 1,
    });
  });

  it('keeps ids of every form as they are, and numbers cases by them', async () => {
    const rows = await one<{ key: string }>(
      `SELECT source_key AS key FROM redress.complaint WHERE case_number = 'CHI-' || source_key ORDER BY source_key COLLATE "C"`,
    );
    expect(rows.map(({ key }) => key)).toEqual(['100000001', '1000194', '10004807', '307600', 'C198312']);
  });

  it('reads days, beats and status, and keeps the words beside them', async () => {
    const [row] =
      await one(`SELECT status, closed_on::text, incident_on::text, beat, district, original ->> 'beat' AS told,
        to_char(received_at AT TIME ZONE 'America/Chicago', 'YYYY-MM-DD HH24:MI') AS received FROM redress.complaint WHERE source_key = 'C198312'`);
    expect(row).toEqual({
      status: 'closed',
      closed_on: '2007-03-01',
      incident_on: '2006-10-02',
      beat: '0832',
      district: '08',
      told: '832.0',
      received: '2006-10-04 00:00',
    });
    const others = await one(
      `SELECT status, beat, district FROM redress.complaint WHERE source_key IN ('307600', '1000194') ORDER BY source_key`,
    );
    expect(others).toEqual([
      { status: 'closed', beat: '3100', district: null },
      { status: 'investigating', beat: null, district: null },
    ]);
  });

  it('keeps days that stand in an impossible order as told', async () => {
    const rows = await one(
      `SELECT incident_on::text, closed_on::text FROM redress.complaint WHERE source_key IN ('1000194', '10004807') ORDER BY 1`,
    );
    expect(rows).toEqual([
      { incident_on: '2006-10-09', closed_on: '2007-03-01' },
      { incident_on: null, closed_on: '2001-01-01' },
    ]);
  });

  it('keeps commas, quotes, backslashes and line ends inside a cell', async () => {
    const rows = await one(`SELECT original ->> 'city' AS city FROM redress.complaint WHERE source_key = '100000001'`);
    expect(rows).toEqual([{ city: 'CHICAGO\nIL "60636", x\\y' }]);
  });

  it('records what was recommended and what was decided apart, each with its own words', async () => {
    const found =
      await one(`SELECT stage, finding, generic_class, f.original FROM redress.finding f JOIN redress.allegation a ON a.id = f.allegation_id
       JOIN redress.complaint c ON c.id = a.complaint_id WHERE c.source_key = 'C198312' ORDER BY f.original COLLATE "C", stage`);
    expect(found).toEqual([
      { stage: 'final', finding: 'not_sustained', generic_class: 'not_sustained', original: 'NS' },
      { stage: 'final', finding: 'not_sustained', generic_class: 'not_sustained', original: 'Not Sustained' },
      { stage: 'investigator', finding: 'unfounded', generic_class: 'unfounded', original: 'UN' },
    ]);
    const done =
      await one(`SELECT d.stage, d.kind, d.days, d.original FROM redress.discipline d JOIN redress.complaint c ON c.id = d.complaint_id
       WHERE c.source_key = 'C198312' ORDER BY days NULLS FIRST`);
    expect(done).toEqual([
      { stage: 'imposed', kind: 'none', days: null, original: 'NO ACTION TAKEN' },
      { stage: 'recommended', kind: 'suspension', days: 5, original: '005 - 5 DAY SUSPENSION' },
      { stage: 'imposed', kind: 'suspension', days: 365, original: '365' },
    ]);
  });

  it('says nothing where the source says nothing that we know', async () => {
    const rows =
      await one(`SELECT a.category, a.original ->> 'final_finding' AS told, ARRAY(SELECT stage FROM redress.finding f WHERE f.allegation_id = a.id) AS stages
       FROM redress.allegation a JOIN redress.complaint c ON c.id = a.complaint_id WHERE c.source_key = '307600'`);
    expect(rows).toEqual([{ category: 'not_stated', told: 'NONSENSE', stages: ['investigator'] }]);
  });

  it('takes a complaint with 192 accused, each at a place of their own', async () => {
    const rows =
      await one(`SELECT count(DISTINCT source_position)::int AS places, max(source_position) AS last, count(DISTINCT complaint_officer_id)::int AS officers
       FROM redress.allegation a JOIN redress.complaint c ON c.id = a.complaint_id WHERE c.source_key = '1000194'`);
    expect(rows).toEqual([{ places: 192, last: 192, officers: 192 }]);
  });

  it('takes two victims who are described alike for two people', async () => {
    const rows = await one(
      `SELECT race, age_at_incident AS age, injured, source_position AS place FROM redress.complaint_person ORDER BY place`,
    );
    expect(rows).toEqual([
      { race: 'hispanic', age: 26, injured: true, place: 1 },
      { race: 'hispanic', age: 26, injured: true, place: 2 },
      { race: null, age: null, injured: null, place: 3 },
    ]);
  });

  it('writes one entry of history for each transaction that took rows, by nobody in person', async () => {
    const [row] = await one<{ taken: string }>(
      `SELECT sum((details ->> 'taken')::int)::int AS taken, count(DISTINCT subject_id)::int AS runs, bool_and(actor_kind = 'system') AS system
         FROM redress.history_event WHERE action = 'complaint.import'`,
    );
    expect(row).toEqual({ taken: first.taken, runs: 1, system: true });
  });

  it('changes nothing the second time', async () => {
    const before = await one('SELECT count(*) FROM redress.history_event');
    const again = await run();
    expect(again).toMatchObject({
      rows: first.rows,
      taken: 0,
      unchanged: first.taken + first.unchanged,
      rejected: first.rejected,
    });
    expect(again.rejectedByCode).toEqual(first.rejectedByCode);
    expect(await one('SELECT count(*) FROM redress.history_event')).toEqual(before);
  });

  it('finds the rows again in another order, and in files of other names', async () => {
    const reversed = files.csv('a.csv', files.rows(files.path('officers.csv')).reverse());
    expect(await run([reversed])).toMatchObject({ rows: 195, taken: 0, unchanged: 195 });
  });
});
