import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkSummary } from '../../src/platform/bulk/bulk-run.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { runImport } from './run-import.js';
import { COLUMNS, form, SourceFiles } from './source-files.js';

let database: TestDatabase;
let first: BulkSummary;
const files = new SourceFiles();
const run = (paths = [files.path('forms.csv.gz')]) =>
  runImport(database.connections, 'new-jersey', { files: paths, rejectsFile: files.path('rejects.csv'), chunkRows: 4 });

beforeAll(async () => {
  database = await createTestDatabase();
  files.csv('forms.csv.gz', [
    form('1', {
      SubjectActions: 'Attack with Hands,fists,legs, Kick',
      ForceType: 'Used arms, Used arms, Used take down on',
    }),
    form('2', {
      SubjectType: 'Person, Person',
      SubjectAge: '18, 40',
      SubjectGender: 'Female, Male',
      SubjectRaceEthnicity: 'White, White',
    }),
    form('9e+05', {
      AgencyName: 'State Police',
      County: 'Other',
      IncidentMunicipality: 'Dennis, Cape May County',
      OfficerID: 'O000002',
    }),
    form('4', {
      AgencyName: 'Washington Twp PD',
      County: 'Bergen',
      OfficerID: 'O000003',
      LocationType: 'Street, Residence',
    }),
    form('5', {
      AgencyName: 'Washington Twp PD',
      County: 'Morris',
      OfficerID: '',
      IndoorOrOutdoor: 'Outdoors, Indoors',
    }),
    form('6', {
      OfficerGender: 'Other',
      OfficerRaceEthnicity: 'Not Provided',
      OfficerRank: 'Not Provided',
      SubjectAge: 'Under 18',
    }),
    form('1'),
    form('1', {
      SubjectActions: 'Attack with Hands,fists,legs, Kick',
      ForceType: 'Used arms, Used arms, Used take down on',
    }),
    form('', {}),
    form('7', { IncidentDate: '2021-02-30' }),
    form('8', { ForceType: 'Not Provided', IncidentDate: '' }),
  ]);
  first = await run();
}, 60_000);
afterAll(() => database.drop());

async function rows(sql: string): Promise<unknown[]> {
  return (await database.owner.query(sql)).rows;
}

describe('the import of New Jersey', () => {
  it('accounts for every row', () => {
    expect(first).toMatchObject({ rows: 11, taken: 7, unchanged: 1, rejected: 3 });
    expect(first.rejectedByCode).toEqual({ 'changed-since-import': 1, 'missing-value': 1, 'not-a-date': 1 });
  });

  it('says of a form that came again with other words which columns differ', () => {
    const refused = files.rows(files.path('rejects.csv')).find((row) => row.reject_code === 'changed-since-import');
    expect(refused).toMatchObject({ reject_line: '8', reject_column: 'SubjectActions ForceType', FormID: '1' });
  });

  it('keeps force in the list’s order, each application from the officer to the one subject', async () => {
    const force =
      await rows(`SELECT force_type, officer_sequence AS officer, subject_sequence AS subject FROM redress.force_application f
      JOIN redress.use_of_force_report r ON r.id = f.report_id WHERE r.source_key = '1' ORDER BY sequence`);
    expect(force).toEqual(['arms', 'arms', 'take_down'].map((force_type) => ({ force_type, officer: 1, subject: 1 })));
  });

  it('attributes nothing to any one of several subjects', async () => {
    const subjects =
      await rows(`SELECT sequence, kind, age, race, gender, actions, arrested FROM redress.use_of_force_subject s
      JOIN redress.use_of_force_report r ON r.id = s.report_id WHERE r.source_key = '2' ORDER BY sequence`);
    const nothing = { kind: 'person', age: null, race: null, gender: null, actions: null, arrested: null };
    expect(subjects).toEqual([
      { sequence: 1, ...nothing },
      { sequence: 2, ...nothing },
    ]);
    const force = await rows(`SELECT subject_sequence AS subject FROM redress.force_application f
      JOIN redress.use_of_force_report r ON r.id = f.report_id WHERE r.source_key = '2'`);
    expect(force).toEqual([{ subject: null }]);
  });

  it('tells departments of one name in two counties apart, and gives those of the state no county', async () => {
    const departments = await rows(`SELECT name, county, ori FROM redress.department ORDER BY name, county`);
    expect(departments).toEqual([
      { name: 'Newark PD', county: 'Essex', ori: null },
      { name: 'State Police', county: null, ori: null },
      { name: 'Washington Twp PD', county: 'Bergen', ori: null },
      { name: 'Washington Twp PD', county: 'Morris', ori: null },
    ]);
  });

  it('says where it happened, and `several` where a list was given', async () => {
    const places = await rows(`SELECT source_key AS form, county, municipality, location_type AS location, setting
      FROM redress.use_of_force_report WHERE source_key IN ('9e+05', '4', '5') ORDER BY 1`);
    expect(places).toEqual([
      { form: '4', county: 'Essex', municipality: 'Newark', location: 'several', setting: 'outdoors' },
      { form: '5', county: 'Essex', municipality: 'Newark', location: 'street', setting: 'both' },
      { form: '9e+05', county: 'Cape May', municipality: 'Dennis', location: 'street', setting: 'outdoors' },
    ]);
  });

  it('leaves open what a placeholder stands for', async () => {
    const officers = await rows(`SELECT o.race, o.gender, o.rank, s.age FROM redress.use_of_force_officer o
      JOIN redress.use_of_force_report r ON r.id = o.report_id JOIN redress.use_of_force_subject s ON s.report_id = r.id WHERE r.source_key = '6'`);
    expect(officers).toEqual([{ race: null, gender: null, rank: null, age: null }]);
    expect(await rows(`SELECT count(*)::int AS n FROM redress.officer WHERE source = 'new-jersey'`)).toEqual([
      { n: 3 },
    ]);
  });

  it('keeps every cell as told, in the order of the portal’s columns', async () => {
    const [row] = (await rows(`SELECT original FROM redress.use_of_force_report WHERE source_key = '1'`)) as {
      original: string[];
    }[];
    const source = files.csv('one.csv', [form('1')]);
    expect(row?.original).toHaveLength(COLUMNS.length);
    expect(row?.original[COLUMNS.indexOf('AgencyName')]).toBe(files.rows(source)[0]?.AgencyName);
    expect(row?.original[COLUMNS.indexOf('SubjectActions')]).toBe('Attack with Hands,fists,legs, Kick');
  });

  it('changes nothing the second time', async () => {
    expect(await run()).toMatchObject({ rows: 11, taken: 0, unchanged: 8, rejected: 3 });
  });
});

it('goes into the department that a person has registered, whatever its id', async () => {
  const [{ id }] = (await rows(`SELECT id FROM redress.jurisdiction WHERE slug = 'new-jersey'`)) as [{ id: string }];
  await database.owner.query(
    `INSERT INTO redress.department (jurisdiction_id, id, name, county) VALUES ($1, gen_random_uuid(), 'Trenton PD', 'Mercer')`,
    [id],
  );
  const file = files.csv('trenton.csv', [
    form('20', { AgencyName: 'Trenton PD', County: 'Mercer', OfficerID: 'O000009' }),
  ]);
  expect(await run([file])).toMatchObject({ taken: 1 });
  expect(await rows(`SELECT count(*)::int AS n FROM redress.department WHERE name = 'Trenton PD'`)).toEqual([{ n: 1 }]);
});
