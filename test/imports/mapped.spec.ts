import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Mapping } from '../../src/use-of-force-report/mapping/mapping.js';
import { shippedMappings } from '../../src/use-of-force-report/mapping/shipped-mappings.js';
import { RedressProcess } from '../support/redress-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { dallas, newOrleans } from './mapped-tables.js';
import { runImport, runMapped } from './run-import.js';
import { SourceFiles } from './source-files.js';

let database: TestDatabase;
const files = new SourceFiles();
const request = (path: string, rejects = 'rejects.csv') => ({ files: [path], rejectsFile: files.path(rejects) });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await database.owner.query(sql)).rows as Record<string, unknown>[];
}

const FORCE = `SELECT r.report_number AS report, f.force_type AS type, f.officer_sequence AS officer, f.subject_sequence AS subject,
  f.effective FROM redress.force_application f JOIN redress.use_of_force_report r ON r.id = f.report_id`;

describe('a table that is imported by its mapping alone', () => {
  const table = [
    dallas('1'),
    dallas('2', { ForceType: 'Taser, Harsh Words', ForceEffec: 'Yes, No', CitRace: 'Martian' }),
    dallas('3', { ForceType: 'Harsh Words', ForceEffec: 'Yes', CitRace: 'NULL', CitSex: 'Unknown' }),
    dallas('4', { ForceEffec: 'Yes' }),
    dallas('5', { OCCURRED_D: 'in May' }),
    dallas('6', { OCCURRED_D: '13/45/2019' }),
    dallas('', {}),
  ];

  it('accounts for every row, and lists the planted values that the mapping does not know, by column and count', async () => {
    const path = files.csv('dallas.csv', table);
    const mapping = shippedMappings().get('dallas')!;
    const summary = await runMapped(database.connections, mapping, request(path));
    expect(summary).toMatchObject({ rows: 7, taken: 3, unchanged: 0, rejected: 4, unknownColumns: [], uncounted: 0 });
    expect(summary.unmapped).toEqual([
      { column: 'CitRace', value: 'Martian', code: 'word-not-mapped', count: 1 },
      { column: 'ForceType', value: 'Harsh Words', code: 'word-not-mapped', count: 2 },
      { column: 'OCCURRED_D', value: 'in May', code: 'unreadable-value', count: 1 },
    ]);
    const refused = files.rows(files.path('rejects.csv'));
    expect(refused.map((row) => [row.reject_line, row.reject_code, row.reject_column])).toEqual([
      ['5', 'lists-differ', 'ForceType ForceEffec'],
      ['6', 'unreadable-value', 'OCCURRED_D'],
      ['7', 'not-a-date', 'OCCURRED_D'],
      ['8', 'missing-value', 'OBJECTID'],
    ]);
    expect(refused[0]!.reject_reason).toContain('ForceEffec');
    expect(refused[1]!.reject_reason).toContain('M/D/YYYY');
    expect(refused[1]).toMatchObject(table[4]!);
  });

  it('holds what was told: parallel lists in their order, words as codes, placeholders as why there is no value', async () => {
    const force = await rows(`${FORCE} WHERE r.source_key IN ('1', '2') ORDER BY 1, f.sequence`);
    const [officer, subject] = [1, 1];
    expect(force).toEqual([
      { report: 'UF2019-1', type: 'take_down', officer, subject, effective: false },
      { report: 'UF2019-1', type: 'restraining_hold', officer, subject, effective: true },
      { report: 'UF2019-2', type: 'electronic_control', officer, subject, effective: true },
      { report: 'UF2019-2', type: 'other', officer, subject, effective: false },
    ]);
    const subjects = await rows(`SELECT r.source_key AS key, s.race, s.gender, s.injuries, s.answers, s.unanswered
      FROM redress.use_of_force_subject s JOIN redress.use_of_force_report r ON r.id = s.report_id ORDER BY 1`);
    const same = { injuries: ['laceration', 'bruise'], answers: { charges: ['Assault/FV', 'Warrant/Hold'] } };
    expect(subjects).toEqual([
      { key: '1', race: 'black', gender: 'female', unanswered: null, ...same },
      { key: '2', race: null, gender: 'female', unanswered: null, ...same },
      { key: '3', race: null, gender: null, unanswered: { gender: 'unknown_final' }, ...same },
    ]);
    const [report] = await rows(`SELECT occurred_on::text AS day, occurred_hour AS hour, status, source FROM
      redress.use_of_force_report WHERE source_key = '1'`);
    expect(report).toEqual({
      day: '2019-12-01',
      hour: 22,
      status: 'accepted',
      source: 'dallas-response-to-resistance',
    });
    expect(await rows(`SELECT badge_number AS badge, source_key LIKE '%/11285' AS own FROM redress.officer`)).toEqual([
      { badge: '11285', own: true },
    ]);
  });

  it('changes nothing the second time; mended rows are taken, once; a changed one is refused with its columns', async () => {
    const path = files.path('dallas.csv');
    expect(await runImport(database.connections, 'dallas', request(path))).toMatchObject({ taken: 0, unchanged: 3 });
    const mended = files.rows(files.path('rejects.csv')).slice(0, 3);
    const file = files.csv(
      'mended.csv',
      mended.map((row) => ({ ...row, OCCURRED_D: '05/01/2019', ForceType: 'Taser', ForceEffec: 'Yes' })),
    );
    expect(await runImport(database.connections, 'dallas', request(file))).toMatchObject({ taken: 3, rejected: 0 });
    expect(await runImport(database.connections, 'dallas', request(file))).toMatchObject({ taken: 0, unchanged: 3 });
    const changed = files.csv('changed.csv', [dallas('1', { CitSex: 'Male', BEAT: '9' })]);
    expect(await runImport(database.connections, 'dallas', request(changed, 'changed-rejects.csv'))).toMatchObject({
      rejectedByCode: { 'changed-since-import': 1 },
    });
    expect(files.rows(files.path('changed-rejects.csv'))[0]!.reject_column).toBe('CitSex BEAT');
  });

  it('is done by the command, which ends with what it did, as JSON', async () => {
    const environment = {
      DATABASE_URL: database.ownerUrl,
      MASTER_KEY: database.connections.masterKey.toString('base64'),
      DATA_DIRECTORY: database.connections.dataDirectory,
    };
    const mapping = fileURLToPath(
      new URL('../../src/use-of-force-report/mapping/shipped/dallas.json', import.meta.url),
    );
    const words = ['import', 'mapped', '--mapping', mapping, files.path('dallas.csv'), '--json'];
    const rejects = ['--rejects', files.path('command-rejects.csv')];
    const command = new RedressProcess([...words, ...rejects], environment);
    expect([await command.ended(), command.stderr]).toEqual([0, expect.any(String)]);
    expect(JSON.parse(command.stdout.trim().split('\n').at(-1)!)).toEqual({
      ...{ rows: 7, taken: 0, unchanged: 3, rejected: 4, unmappedValues: 3 },
      ...{ seconds: expect.any(Number), peakRssMiB: expect.any(Number) },
    });
    expect(command.stderr).toMatch(
      /column +value +rows +what became of it\n[- ]+\nCitRace +"Martian" +1 +word-not-mapped/,
    );
  });

  it('says in the history by which mapping, once for each transaction that took rows', async () => {
    const found = await rows(`SELECT DISTINCT length(details ->> 'mapping') AS hash, details ->> 'source' AS source
      FROM redress.history_event WHERE action = 'use-of-force-report.import'`);
    expect(found).toEqual([{ hash: 64, source: 'dallas-response-to-resistance' }]);
  });
});

describe('rows that are one report together', () => {
  it('are taken, refused and counted together', async () => {
    const path = files.csv('new-orleans.csv', [
      newOrleans('1'),
      newOrleans('1', { 'Use of Force Type': 'Hands' }),
      newOrleans('1', {
        'Officer Age': '44',
        'Use of Force Type': 'CEW Deployment',
        'Use of Force Effective': 'Limited',
      }),
      newOrleans('2', { 'Date Occurred': 'soon' }),
      newOrleans('2', { 'Officer Age': '44' }),
      newOrleans('3'),
      newOrleans('1', { 'Officer Age': '50' }),
    ]);
    const summary = await runImport(database.connections, 'new-orleans', request(path, 'no-rejects.csv'));
    expect(summary).toMatchObject({ rows: 7, taken: 4, unchanged: 0, rejected: 3 });
    expect(summary.rejectedByCode).toEqual({ 'unreadable-value': 2, 'changed-since-import': 1 });
    const refused = files.rows(files.path('no-rejects.csv'));
    expect(refused.map((row) => row.reject_line)).toEqual(['5', '6', '8']);
    expect(await rows(`${FORCE} WHERE r.source_key = 'FTN2020-1' ORDER BY f.sequence`)).toMatchObject([
      { type: 'firearm_pointed', officer: 1, subject: 1, effective: true },
      { type: 'restraining_hold', officer: 1, subject: 1, effective: true },
      { type: 'electronic_control', officer: 2, subject: 1, effective: null },
    ]);
    const again = await runImport(database.connections, 'new-orleans', request(path, 'no-rejects-2.csv'));
    expect(again).toMatchObject({ rows: 7, taken: 0, unchanged: 4, rejected: 3 });
  });
});

describe('an import by a mapping', () => {
  const dallasMapping = shippedMappings().get('dallas')!;
  const { source: _source, ...sourceless } = dallasMapping;
  const { place: _place, ...placeless } = dallasMapping.source!;
  const nowhere: Mapping = { ...dallasMapping, source: placeless };
  const foreign: Mapping = { ...nowhere, vocabularies: { ...dallasMapping.vocabularies, force: { Taser: 'phaser' } } };

  it.each<[string, Mapping, object, string]>([
    ['without a source', sourceless, {}, 'mapping-without-source'],
    ['into no place', nowhere, {}, 'place-missing'],
    ['into a place that is not there', nowhere, { jurisdictionSlug: 'atlantis' }, 'no-such-jurisdiction'],
    ['in words that the charter lacks', foreign, { jurisdictionSlug: 'dallas' }, 'charter-lacks-words'],
  ])('%s is refused', async (_what, mapping, more, code) => {
    const given = { ...request(files.path('dallas.csv')), ...more };
    await expect(runMapped(database.connections, mapping, given)).rejects.toMatchObject({ code });
  });

  it('of a file that lacks columns is refused, and says which', async () => {
    const [{ ForceType: _force, ...row }] = [dallas('1')] as [Record<string, string>];
    const given = request(files.csv('short.csv', [row]));
    await expect(runMapped(database.connections, dallasMapping, given)).rejects.toMatchObject({
      code: 'file-not-recognised',
      message: expect.stringContaining('it lacks ForceType'),
    });
  });
});
