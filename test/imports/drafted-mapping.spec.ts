import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { proposeForFile } from '../../src/use-of-force-report/imports/mapped/propose-for-file.js';
import { mappingFaults } from '../../src/use-of-force-report/mapping/mapping-faults.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { austin } from './mapped-tables.js';
import { runImport, runMapped } from './run-import.js';
import { SourceFiles } from './source-files.js';

let database: TestDatabase;
const files = new SourceFiles();
const request = (path: string) => ({ files: [path], rejectsFile: files.path('rejects.csv') });
const SPRINGFIELD = { name: 'Springfield', timeZone: 'America/New_York', charter: 'generic' };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await database.owner.query(sql)).rows as Record<string, unknown>[];
}

const FORCE = `SELECT r.report_number AS report, f.force_type AS type, f.officer_sequence AS officer, f.subject_sequence AS subject,
  f.effective FROM redress.force_application f JOIN redress.use_of_force_report r ON r.id = f.report_id`;

it('columns that are numbered make a part each; a column stands in for another that says nothing', async () => {
  const path = files.csv('austin.csv', [
    austin('7'),
    austin('8', { 'Subject  Ethnicity': 'N', 'Time  Occurred': '2360' }),
  ]);
  expect(await runImport(database.connections, 'austin', request(path))).toMatchObject({ taken: 2, rejected: 0 });
  expect(await rows(`${FORCE} WHERE r.source_key = '7' ORDER BY f.sequence`)).toMatchObject([
    { type: 'restraining_hold', officer: 1, subject: 1 },
    { type: 'chemical_agent', officer: 1, subject: 1 },
  ]);
  const found =
    await rows(`SELECT r.source_key AS key, race, injured, county, occurred_hour AS hour, r.answers ->> 'zip' AS zip
    FROM redress.use_of_force_subject s JOIN redress.use_of_force_report r ON r.id = s.report_id
    WHERE r.source_key IN ('7', '8') AND r.source LIKE 'austin%' ORDER BY 1`);
  const same = { injured: true, county: 'Travis', zip: '78753' };
  expect(found).toEqual([
    { key: '7', race: 'hispanic', hour: 2, ...same },
    { key: '8', race: 'white', hour: null, ...same },
  ]);
});

describe('a draft for a table that nobody has mapped yet', () => {
  const races = ['B', 'W', 'Hispanic/Latino', 'Unk'];
  const force = ['Taser; Take-down', 'OC Spray', 'Pointed Firearm; Taser', 'Interpretive dance'];
  const table = Array.from({ length: 40 }, (_, index) => ({
    'UOF Report #': `R-${index}`,
    'Case Number': `C-${Math.floor(index / 2)}`,
    'Incident Date': `${(index % 12) + 1}/${(index % 28) + 1}/2024`,
    'Incident Time': `${index % 12 || 12}:15 PM`,
    Agency: index % 2 === 0 ? 'Springfield PD' : 'Shelbyville PD',
    'Suspect Race': races[index % 4]!,
    'Suspect Sex': index % 3 === 0 ? 'M' : 'F',
    'Suspect Age': index % 10 === 9 ? 'N/A' : String(20 + index),
    'Suspect Injured?': index % 4 === 0 ? 'Yes' : 'No',
    'Officer Badge #': `B${index % 7}`,
    'Officer Years of Service': String(index % 30),
    'Force Used': force[index % 4]!,
    'Officer Narrative': `Something long that is said once, number ${index}, by somebody.`,
  }));

  it('loads, imports what it understood, and says what it did not', async () => {
    const path = files.csv('springfield.csv', table);
    const draft = await proposeForFile(path);
    expect(mappingFaults(draft)).toEqual([]);
    expect(draft).toMatchObject({
      groupBy: ['UOF Report #'],
      source: { name: 'springfield', eachRow: true, department: { name: { column: 'Agency' } } },
      placeholders: { 'N/A': 'not_applicable', Unk: 'unknown_final' },
      incident: {
        incidentNumber: { column: 'Case Number' },
        occurredOn: { as: 'day', format: 'M/D/YYYY' },
        occurredHour: { column: 'Incident Time', as: 'hour' },
      },
    });
    expect(draft.notes!.join('\n')).toContain('Not read: Officer Narrative');
    expect(JSON.stringify(draft)).not.toContain('Something long');
    const placed = { ...draft, source: { ...draft.source!, place: { slug: 'springfield', ...SPRINGFIELD } } };
    const summary = await runMapped(database.connections, placed, request(path));
    expect(summary).toMatchObject({ rows: 40, taken: 40, rejected: 0 });
    expect(summary.unmapped).toEqual([
      { column: 'Force Used', value: 'Interpretive dance', code: 'word-not-mapped', count: 10 },
    ]);
    const [told] =
      await rows(`SELECT r.occurred_on::text AS day, r.occurred_hour AS hour, d.name AS department, s.race, s.gender, s.age,
        s.injured, o.badge_number AS badge, array_agg(f.force_type ORDER BY f.sequence) AS force
      FROM redress.use_of_force_report r JOIN redress.department d ON d.id = r.department_id
      JOIN redress.use_of_force_subject s ON s.report_id = r.id JOIN redress.use_of_force_officer u ON u.report_id = r.id
      JOIN redress.officer o ON o.id = u.officer_id JOIN redress.force_application f ON f.report_id = r.id
      WHERE r.source_key = 'R-14' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`);
    expect(told).toEqual({
      ...{ day: '2024-03-15', hour: 14, department: 'Springfield PD', race: 'hispanic', gender: 'female' },
      ...{ age: 34, injured: false, badge: 'B0', force: ['firearm_pointed', 'electronic_control'] },
    });
    const [unknown] = await rows(`SELECT s.unanswered FROM redress.use_of_force_subject s
      JOIN redress.use_of_force_report r ON r.id = s.report_id WHERE r.source_key = 'R-19'`);
    expect(unknown).toEqual({ unanswered: { age: 'not_applicable', race: 'unknown_final' } });
  });
});
