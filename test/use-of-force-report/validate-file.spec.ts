import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type OfflineOptions,
  type RecordAnswer,
  validateFile,
} from '../../src/use-of-force-report/offline/validate-file.js';
import { recordWith } from './profiles/profile-cases.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-uof-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ORI = 'NJ0010100';
const complete = recordWith({}).report;
const wanting = recordWith({
  '/reportNumber': 'R-2',
  '/incidentNumber': '26-9',
  '/subjects/0/heightInches': null,
  '/subjects/0/gender': { state: 'pending' },
}).report;
const lines = [
  JSON.stringify(complete),
  '',
  `\ufeff${JSON.stringify(wanting)}`,
  'not json',
  JSON.stringify({ ...complete, occurredHour: 24 }),
];

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function answers(path: string, options: OfflineOptions = {}): Promise<RecordAnswer[]> {
  const found: RecordAnswer[] = [];
  for await (const each of validateFile(path, { profiles: ['fbi', 'ohio'], ori: ORI, ...options })) found.push(each);
  return found;
}

describe('a file of reports', () => {
  it('is held to the programmes line by line, and what cannot be read is told', async () => {
    const found = await answers(written('reports.jsonl', lines.join('\r\n')));
    expect(
      found.map(({ record, reportNumber, faults }) => [record, reportNumber, faults.map(({ code }) => code)]),
    ).toEqual([
      [1, 'R-1', []],
      [3, 'R-2', []],
      [4, null, ['not-json']],
      [5, 'R-1', ['out-of-range']],
    ]);
    expect(found[0]!.programmes.map(({ profile, status }) => [profile, status])).toEqual([
      ['fbi', 'complete'],
      ['ohio', 'complete'],
    ]);
    const codes = found[1]!.programmes[0]!.issues.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['fbi.subject-height.missing', 'fbi.subject-sex.pending', 'fbi.same-incident']),
    );
  });

  it('may be one document: a report, or a list of them', async () => {
    expect(await answers(written('one.json', JSON.stringify(complete, null, 2)))).toHaveLength(1);
    const [first, second] = await answers(written('list.json', JSON.stringify([complete, 7])));
    expect([first!.faults, second!.faults[0]!.code]).toEqual([[], 'not-an-object']);
  });

  it('is held to a programme of your own, from a folder', async () => {
    const own = fileURLToPath(new URL('./profiles/seventh', import.meta.url));
    const path = written('own.jsonl', JSON.stringify(complete));
    const [{ programmes }] = (await answers(path, { folder: own, profiles: ['cityville'] })) as [RecordAnswer];
    expect(programmes.map(({ status, why }) => [status, why])).toEqual([['not_reportable', 'No firearm was pointed.']]);
    await expect(answers(path, { profiles: ['nowhere'] })).rejects.toMatchObject({ code: 'no-such-profile' });
    await expect(answers(path, { charter: 'toString' })).rejects.toMatchObject({ code: 'no-such-charter' });
    await expect(answers(join(folder, 'missing.jsonl'))).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

describe('redress uof validate', () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['dist/cli/redress.js', 'uof', 'validate', ...words, '--ori', ORI], {
      encoding: 'utf8',
    });

  it('prints a table that a records clerk can read, and says by its exit code that there is something to mend', () => {
    const { status, stderr, stdout } = run(written('table.jsonl', lines.join('\n')), '--profile', 'fbi,ohio');
    expect([status, stdout]).toEqual([1, '']);
    const told = stderr.split('\n');
    expect(told.slice(0, 6)).toEqual([
      'record  report  fbi           ohio',
      '------  ------  ------------  ------------',
      '1       R-1     complete      complete',
      '3       R-2     1 to mend     1 to mend',
      '4               not readable  not readable',
      '5       R-1     not readable  not readable',
    ]);
    expect(told).toContain('  mend  subject 1, height inches  Give the height in inches.  [fbi, ohio]');
    expect(told).toContain(
      '  look  subject 1, gender         This is still pending: tell it when it is known.  [fbi, ohio]',
    );
    expect(told).toContain('4 records, 3 of them to be mended.');
  });

  it('prints an object a record for programs', () => {
    const { status, stdout } = run(written('good.jsonl', JSON.stringify(complete)), '--profile', 'fbi', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      record: 1,
      reportNumber: 'R-1',
      faults: [],
      programmes: [{ status: 'complete' }],
    });
  });
});
