import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { type Profile, runImport } from './run-import.js';
import { accused, complaint, form, officer, SourceFiles, victim } from './source-files.js';

let database: TestDatabase;
let files: SourceFiles;
beforeAll(async () => {
  database = await createTestDatabase();
  files = new SourceFiles();
});
afterAll(() => database.drop());

const run = (profile: Profile, paths: string[]) =>
  runImport(database.connections, profile, { files: paths, rejectsFile: files.path('rejects.csv') });

describe('the rejects file', () => {
  it('gives back each refused row as it came, with its line, code, column and how to mend it', async () => {
    const path = files.csv('forms.csv', [form('1'), form('2', { IncidentDate: 'soon', AgencyName: 'A "B", C\nD' })]);
    const { rejectsFiles } = await run('new-jersey', [path]);
    expect(rejectsFiles).toEqual([files.path('rejects.csv')]);
    const [row, ...more] = files.rows(files.path('rejects.csv'));
    expect(more).toEqual([]);
    expect(row).toEqual({
      reject_line: '3',
      reject_code: 'unreadable-value',
      reject_column: 'IncidentDate',
      reject_reason: expect.stringContaining('YYYY-MM-DD'),
      ...files.rows(path)[1],
    });
  });

  it('mended, is imported as it is, once', async () => {
    const mended = files.csv(
      'mended.csv',
      files.rows(files.path('rejects.csv')).map((row) => ({ ...row, IncidentDate: '2021-09-05' })),
    );
    expect(await run('new-jersey', [mended])).toMatchObject({ rows: 1, taken: 1, rejectsFiles: [] });
    expect(await run('new-jersey', [mended])).toMatchObject({ rows: 1, unchanged: 1, rejectsFiles: [] });
  });

  it('is never written over another: that one may be half mended', async () => {
    const before = readFileSync(files.path('rejects.csv'), 'utf8');
    const { rejectsFiles } = await run('new-jersey', [files.path('forms.csv')]);
    expect(rejectsFiles).toEqual([files.path('rejects-2.csv')]);
    expect(readFileSync(files.path('rejects.csv'), 'utf8')).toBe(before);
  });

  it('tells what is wrong with a row as a row of text', async () => {
    const [header, row] = readFileSync(files.csv('text.csv', [form('30')]), 'utf8').split('\n') as [string, string];
    const broken = [
      row.replace('30', '31').replace('Newark PD', '"Newark" PD'),
      `${row.replace('30', '32')},surplus`,
      row.replace('30', '33').replace('Newark PD', 'Newark\u0000PD'),
    ];
    const latin1 = Buffer.from(row.replace('30', '34').replace('Newark PD', 'Peña PD'), 'latin1');
    const last = row.replace('30', '35').replace(/2021$/, '"2021');
    const text = Buffer.concat([
      Buffer.from(`${[header, ...broken].join('\n')}\n`),
      latin1,
      Buffer.from(`\n${last}\na,b\n`),
    ]);
    const { rejectedByCode, taken } = await run('new-jersey', [files.write('broken.csv', text)]);
    expect({ rejectedByCode, taken }).toEqual({
      rejectedByCode: { 'stray-quote': 1, 'cell-count': 1, 'not-text': 2, 'unclosed-quote': 1 },
      taken: 0,
    });
    const lines = readFileSync(files.path('rejects-3.csv'), 'utf8').split('\r\n').slice(1);
    expect(lines.map((line) => line.slice(0, 2))).toEqual(['2,', '3,', '4,', '5,', '6,', '']);
  });
});

describe('rejects of several tables', () => {
  it('stand in a file for each, and find their place when what they waited for is there', async () => {
    const chicago = [
      files.csv('officers.csv', [officer('1')]),
      files.csv('complaints.csv', [complaint('C1'), complaint('C2', { complaint_date: '?' })]),
      files.csv('accused.csv', [accused('C1', '1'), accused('C2', '1')]),
      files.csv('victims.csv', [victim('C2', { race: 'BLACK' }), victim('C1'), victim('C2')]),
    ];
    expect(await run('chicago', chicago)).toMatchObject({ rows: 8, taken: 4, rejected: 4 });
    const refused = ['complaints', 'accused', 'victims'].map((table) => files.path(`rejects-${table}.csv`));
    expect(refused.map((path) => existsSync(path))).toEqual([true, true, true]);
    const mended = files.csv(
      'c.csv',
      files.rows(refused[0]!).map((row) => ({ ...row, complaint_date: '' })),
    );
    expect(await run('chicago', [mended, refused[1]!, refused[2]!])).toMatchObject({ rows: 4, taken: 4, rejected: 0 });
    expect(await run('chicago', chicago)).toMatchObject({ rows: 8, taken: 0, unchanged: 7, rejected: 1 });
  });

  it('add a victim to those who are known, and a whole file that describes one otherwise does not', async () => {
    const whole = files.csv('victims.csv', [victim('C1', { race: 'WHITE' })]);
    expect(await run('chicago', [whole])).toMatchObject({ taken: 0, rejectedByCode: { 'changed-since-import': 1 } });
    const refused = files.rows(files.path('rejects-victims-2.csv'));
    expect(refused).toMatchObject([{ reject_column: 'race', race: 'WHITE' }]);
    expect(await run('chicago', [files.path('rejects-victims-2.csv')])).toMatchObject({ taken: 1, rejected: 0 });
    const { rows } = await database.owner
      .query(`SELECT p.race, p.source_position AS place FROM redress.complaint_person p
      JOIN redress.complaint c ON c.id = p.complaint_id WHERE c.source_key = 'C1' ORDER BY 2`);
    expect(rows).toEqual([
      { race: 'hispanic', place: 1 },
      { race: 'white', place: 2 },
    ]);
  });
});

describe('an import', () => {
  it.each([
    ['a file whose header it does not know', () => files.csv('other.csv', [{ a: '1' }]), 'file-not-recognised'],
    ['a file that is not there', () => files.path('nowhere.csv'), 'file-unreadable'],
    [
      'a gzipped file that is cut off',
      () => files.write('cut.csv.gz', readFileSync(files.csv('forms.csv.gz', [form('1')])).subarray(0, 60)),
      'file-unreadable',
    ],
    ['a directory without any file of its own', () => new SourceFiles().directory, 'nothing-to-import'],
  ])('refuses %s', async (_what, path, code) => {
    await expect(run('new-jersey', [path()])).rejects.toMatchObject({ code });
  });

  it('refuses a jurisdiction whose charter lacks the words of the records', async () => {
    const files_ = [files.csv('forms.csv', [form('1')])];
    const request = { files: files_, rejectsFile: files.path('rejects.csv'), jurisdictionSlug: 'chicago' };
    await expect(runImport(database.connections, 'new-jersey', request)).rejects.toMatchObject({
      code: 'charter-lacks-words',
    });
  });
});
