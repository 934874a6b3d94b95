import { afterAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeVerification, verifyFiles } from '../../src/transparency/index.js';
import { verifyOpen } from '../../src/transparency/verify/index.js';

const root = mkdtempSync(join(tmpdir(), 'redress-open-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
let written = 0;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A directory with a table and a manifest that fits it. @returns where it is, and the table's hash */
function put(header: string, lines: readonly string[], manifest: object): { place: string; sha: string; text: string } {
  const place = join(root, String(++written));
  mkdirSync(place);
  const text = `${[header, ...lines].join('\n')}\n`;
  const file = { name: 'data.csv', sha256: sha256(text), rows: lines.length };
  writeFileSync(join(place, 'data.csv'), text);
  writeFileSync(join(place, 'manifest.json'), JSON.stringify({ file, forbidden: FORBIDDEN, ...manifest }));
  return { place, sha: file.sha256, text };
}

const FORBIDDEN = [{ name: 'an internal id', pattern: '[0-9a-f]{8}-[0-9a-f]{4}-' }];
const UNITS = ['00000000000000aa', '00000000000000bb'];

/** The file that things are cut from: of its manifest only the hash matters here. */
const SOURCE = put(
  'complaint,officer,year,finding,types,hurt',
  [
    `${UNITS[0]},o1,2016,sustained,baton; taser,false`,
    `${UNITS[0]},o1,2016,unfounded,taser,`,
    `${UNITS[0]},o2,2016,,,true`,
    `${UNITS[1]},o2,2017,unfounded,taser,`,
  ],
  { dataset: 'allegations' },
);
const made = (of: string, rule: string, over: object = {}): object => ({ cut: { of, rule, ...over }, type: 'text' });
const RANKS = { ranks: ['sustained', 'unfounded'] };
const COLUMNS = [
  { name: 'complaint', ...made('complaint', 'value') },
  { name: 'officer', ...made('officer', 'value') },
  { name: 'finding', ...made('finding', 'gravest', RANKS) },
  { name: 'types', ...made('types', 'words') },
  { name: 'rows', ...made('finding', 'rows'), type: 'integer' },
  { name: 'years', ...made('year', 'distinct'), type: 'integer' },
  { name: 'hurt', ...made('hurt', 'any'), type: 'boolean' },
];
const names = COLUMNS.map(({ name }) => name);
const MADE_OF = { dataset: 'allegations', version: '1.0.0', sha256: SOURCE.sha };
const CUT = {
  ...{ dataset: 'officers', basis: 'cut', k: 11, madeOf: MADE_OF, columns: COLUMNS, order: names },
  ...{ cut: { by: ['complaint', 'officer'] }, key: ['complaint', 'officer'] },
};
const ROWS = [
  `${UNITS[0]},o1,sustained,baton; taser,2,1,false`,
  `${UNITS[0]},o2,,,1,1,true`,
  `${UNITS[1]},o2,unfounded,taser,1,1,`,
];

const RECORD = {
  ...{ dataset: 'reporting', basis: 'public-record', k: null, key: ['department'], order: ['department'] },
  columns: [
    { name: 'department', type: 'text' },
    { name: 'day', type: 'date' },
    { name: 'reports', type: 'integer' },
    { name: 'late', type: 'integer' },
    { name: 'least', type: 'integer' },
  ],
  small: { counts: ['reports', 'late'], whole: 'reports', k: 'least' },
};
const TOLD = ['Hill,2016-01-02,40,20,11', 'Lake,2016-01-02,,,11', 'Mill,,0,0,11'];
const record = (lines: readonly string[], over: object = {}) =>
  put('department,day,reports,late,least', lines, { ...RECORD, ...over });
const cut = (lines: readonly string[], over: object = {}) => put(names.join(','), lines, { ...CUT, ...over });

async function codesOf(...places: { place: string }[]): Promise<string[]> {
  const answers = await verifyFiles([...places, SOURCE].map(({ place }) => place));
  const codes = answers.slice(0, -1).flatMap(({ violations }) => violations.map(({ code }) => code));
  return [...new Set(codes)].sort();
}

describe('a file that was cut from a release', () => {
  it('is sound when it is what its rules make of the source, row for row', async () => {
    const [answer] = await verifyFiles([cut(ROWS).place, SOURCE.place]);
    expect(answer).toMatchObject({ ok: true, k: 11, rows: 3, units: 2, basis: 'cut' });
    expect(describeVerification(answer!)[1]).toContain('cut from a release');
  });

  it('may take the words of a list apart, and leave rows out that have none', async () => {
    const columns = [COLUMNS[0]!, { name: 'type', ...made('types', 'value') }];
    const over = { columns, order: ['complaint', 'type'], key: [], cut: { by: [], each: 'types', where: ['types'] } };
    const lines = [`${UNITS[0]},baton`, `${UNITS[0]},taser`, `${UNITS[0]},taser`, `${UNITS[1]},taser`];
    expect(await codesOf(put('complaint,type', lines, { ...CUT, ...over }))).toEqual([]);
    expect(await codesOf(put('complaint,type', lines.slice(1), { ...CUT, ...over }))).toEqual(['row-missing']);
  });

  it.each<[string, readonly string[], string[]]>([
    ['a row that the source does not make', [...ROWS, ROWS[2]!], ['row-not-of-source']],
    ['a row kept back', ROWS.slice(1), ['row-missing']],
    [
      'a finding made worse',
      ROWS.with(2, ROWS[2]!.replace('unfounded', 'sustained')),
      ['row-missing', 'row-not-of-source'],
    ],
    [
      'force that nobody told of',
      ROWS.with(1, ROWS[1]!.replace(',,,', ',,baton,')),
      ['row-missing', 'row-not-of-source'],
    ],
    [
      'a number that is none',
      ROWS.with(0, ROWS[0]!.replace(',2,', ',two,')),
      ['row-missing', 'row-not-of-source', 'value-not-of-type'],
    ],
    ['rows out of order', [ROWS[1]!, ROWS[0]!, ROWS[2]!], ['row-missing', 'row-not-of-source', 'unsorted-rows']],
    ['a row cut short', ROWS.with(0, UNITS[0]!), ['ragged-row', 'row-count-mismatch', 'row-missing']],
  ])('is refused for %s', async (_, lines, codes) => {
    expect(await codesOf(cut(lines))).toEqual(codes);
  });

  it.each<[string, object, string[]]>([
    ['a source that is another file', { madeOf: { ...MADE_OF, sha256: '0'.repeat(64) } }, ['source-missing']],
    ['a source of which nothing is said', { madeOf: undefined }, ['manifest-invalid']],
    ['a k that is not its source’s', { k: null }, ['manifest-invalid']],
    [
      'a column of which nothing says how it is made',
      { columns: COLUMNS.with(2, { name: 'finding', type: 'text' }) },
      ['manifest-invalid'],
    ],
    [
      'a column that the source has not',
      { columns: COLUMNS.with(2, { name: 'finding', ...made('race', 'value') }) },
      ['row-missing', 'row-not-of-source'],
    ],
  ])('is refused for %s', async (_, over, codes) => {
    expect(await codesOf(cut(ROWS, over))).toEqual(codes);
  });

  it('is refused alone, and when its source was changed under its name', async () => {
    const alone = await verifyFiles([cut(ROWS).place]);
    expect(alone[0]!.violations.map(({ code }) => code)).toEqual(['source-missing']);
    const sourcePath = join(root, 'changed.csv');
    writeFileSync(sourcePath, SOURCE.text.replace('unfounded', 'exonerated'));
    const csvPath = join(cut(ROWS).place, 'data.csv');
    const manifest = {
      ...CUT,
      file: { name: 'data.csv', sha256: sha256(`${names.join(',')}\n${ROWS.join('\n')}\n`), rows: 3 },
      forbidden: [],
    };
    expect((await verifyOpen({ csvPath, manifest, sourcePath })).violations.map(({ code }) => code)).toContain(
      'source-missing',
    );
  });
});

describe('a record of public bodies', () => {
  it.each<[string, readonly string[], object, string[]]>([
    ['sound, when counts are none, withheld or large', TOLD, {}, []],
    ['refused for a count of three', TOLD.with(0, 'Hill,2016-01-02,3,0,11'), {}, ['cell-below-k']],
    ['refused for a count that leaves three', TOLD.with(0, 'Hill,2016-01-02,40,37,11'), {}, ['cell-below-k']],
    ['refused for two rows under one key', [TOLD[0]!, ...TOLD], {}, ['duplicate-key']],
    ['refused for rows out of order', TOLD.toReversed(), {}, ['unsorted-rows']],
    [
      'refused for an id of ours',
      TOLD.with(2, '018f0000-0000-7000-8000-000000000001,,0,0,11'),
      {},
      ['forbidden-pattern', 'unsorted-rows'],
    ],
    ['refused for a day that is none', TOLD.with(0, 'Hill,2016,40,20,11'), {}, ['value-not-of-type']],
    ['refused when it counts people', TOLD, { k: 11 }, ['manifest-invalid']],
    [
      'refused when its counts are of no column',
      TOLD,
      { small: { ...RECORD.small, k: 'lesser' } },
      ['manifest-invalid'],
    ],
  ])('is %s', async (_, lines, over, codes) => {
    expect(await codesOf(record(lines, over))).toEqual(codes);
  });

  it('holds what the pages tell, no row more and no row less', async () => {
    const { place, sha } = record(TOLD);
    const manifest = { ...RECORD, forbidden: [], file: { name: 'data.csv', sha256: sha, rows: 3 } };
    const codes = async (publicRows: readonly string[]): Promise<string[]> => {
      const cells = publicRows.map((line) => line.split(','));
      const { violations } = await verifyOpen({ csvPath: join(place, 'data.csv'), manifest, publicRows: cells });
      return violations.map(({ code }) => code);
    };
    expect(await codes(TOLD)).toEqual([]);
    expect(await codes(TOLD.slice(1))).toEqual(['row-not-public']);
    expect(await codes([...TOLD, 'Noon,,0,0,11'])).toEqual(['row-missing']);
  });
});
