import { afterAll, describe, expect, it } from '@jest/globals';
import { alone, cell, columnsWith, good, result, spoil, thinned } from '../../../test/support/complaint-release.js';
import { TestFolder } from '../../../test/support/sample-release.js';
import { verifyRelease, type ViolationCode } from './index.js';

const folder = new TestFolder();
afterAll(() => {
  folder.remove();
});
const codes = async (release: { csv: string; manifest: unknown }) => {
  const { ok, violations } = await folder.verify(release);
  expect(ok).toBe(violations.length === 0);
  return violations.map(({ code }) => code);
};
const { csv, manifest } = good;
const [one = 0, another = 0] = alone;
const pair = alone.find((at) => alone.includes(at + 1)) ?? 0;

describe('a release with a fault planted in one cell', () => {
  it.each<[string, ViolationCode, string, string]>([
    ['a suppressed row left readable behind a star', 'suppressed-row-readable', 'age', '*'],
    ['a suppressed row left readable behind a blank', 'suppressed-row-readable', 'age', ''],
    ['an exact age among decades', 'value-outside-level', 'age', '23'],
    ['a value that makes its row the only one', 'class-below-k', 'month', '2018-12'],
    ['a word that the dictionary does not have', 'value-not-listed', 'finding', 'Sustained?'],
    ['a telephone number', 'identifier-in-cell', 'finding', 'call 312-555-0142'],
    ['an e-mail address', 'identifier-in-cell', 'finding', 'j.doe@example.org'],
    ['a social security number', 'identifier-in-cell', 'finding', '078-05-1120'],
    ['a street address', 'identifier-in-cell', 'finding', '1234 N Western Ave'],
    ['a coordinate', 'identifier-in-cell', 'finding', '41.87811'],
    ['a time of day', 'identifier-in-cell', 'finding', 'at 21:45'],
    ['a day where months are declared', 'date-finer-than-level', 'month', '2018-01-17'],
    ['a day written out', 'date-finer-than-level', 'finding', 'since 7 March 2018'],
    ['a line break', 'control-character', 'finding', '"sus\ntained"'],
    ['a case number in place of a pseudonym', 'key-not-pseudonym', 'case_key', '2018-1017'],
    ['a quote that never closes', 'file-unreadable', 'finding', '"sustained'],
  ])('%s', async (_, code, column, text) => {
    expect(await codes(spoil(cell(one, column, text)))).toContain(code);
  });

  it('is told by line and column, never by the cell’s own text', async () => {
    const { violations } = await folder.verify(spoil(cell(one, 'finding', 'call 312-555-0142')));
    expect(violations.find(({ code }) => code === 'identifier-in-cell')).toEqual({
      code: 'identifier-in-cell',
      message: 'the cell looks like a telephone number',
      line: one + 1,
      column: 'finding',
    });
    expect(JSON.stringify(violations)).not.toContain('0142');
  });
});

describe('a release with a fault planted in its rows', () => {
  it.each<[string, ViolationCode, (lines: readonly string[]) => readonly string[]]>([
    ['a row left out', 'row-count-mismatch', (lines) => lines.toSpliced(one, 1)],
    ['a row cut short', 'ragged-row', (lines) => lines.with(one, lines[one]!.slice(0, 30))],
    ['rows as they came in', 'unsorted-rows', (lines) => lines.with(one, lines[another]!).with(another, lines[one]!)],
    ['a column missing', 'header-mismatch', (lines) => lines.map((line) => line.slice(0, line.lastIndexOf(',')))],
    ['a column too many', 'header-mismatch', (lines) => lines.map((line) => `${line},name`)],
    ['two columns changed about', 'header-mismatch', (lines) => lines.with(0, 'case_key,age,month,race,finding')],
    [
      'one key used for two units',
      'unit-count-mismatch',
      (lines) => lines.with(pair + 1, lines[pair]!.slice(0, 16) + lines[pair + 1]!.slice(16)),
    ],
    [
      'pseudonyms that can be walked',
      'keys-not-random',
      (lines) => lines.map((line, at) => (at === 0 ? line : `${String(at).padStart(16, '0')}${line.slice(16)}`)),
    ],
  ])('%s', async (_, code, change) => {
    expect(await codes(spoil(change))).toContain(code);
  });

  it('a class of k − 1 people, and nothing else', async () => {
    expect(await codes(thinned())).toEqual(['class-below-k']);
  });

  it('a row key used twice', async () => {
    const twice = spoil((lines) => lines.with(2, lines[1]!), { keys: { unit: null, subject: null } });
    expect(await codes(twice)).toContain('duplicate-key');
  });
});

describe('a release that is not what its manifest says', () => {
  it.each<[string, ViolationCode, { csv: string; manifest: unknown }]>([
    ['a row tampered with', 'sha256-mismatch', { ...good, csv: csv.replace('unfounded', 'sustained') }],
    [
      'a greater k promised than kept',
      'class-below-k',
      { csv, manifest: { ...manifest, k: result.smallestClass + 1 } },
    ],
    [
      'suppressed rows kept quiet',
      'suppressed-count-mismatch',
      { csv, manifest: { ...manifest, suppressed: { rows: 0, units: 0 } } },
    ],
    [
      'months where years are declared',
      'date-finer-than-level',
      { csv, manifest: { ...manifest, ...columnsWith('month', { dates: 'year' }) } },
    ],
    ['rows that tie and still differ', 'tied-rows', { csv, manifest: { ...manifest, order: ['case_key'] } }],
    [
      'a role that may not leave',
      'manifest-invalid',
      { csv, manifest: { ...manifest, ...columnsWith('finding', { role: 'direct-identifier' }) } },
    ],
    [
      'a level without its values',
      'manifest-invalid',
      { csv, manifest: { ...manifest, ...columnsWith('age', { values: undefined }) } },
    ],
    ['an order that begins with no key', 'manifest-invalid', { csv, manifest: { ...manifest, order: ['month'] } }],
    ['no manifest at all', 'manifest-invalid', { csv, manifest: 'trust me' }],
  ])('%s', async (_, code, release) => {
    expect(await codes(release)).toContain(code);
  });

  it('prose in a column without a list of values', async () => {
    const prose = cell(one, 'finding', 'he told me that '.repeat(12));
    expect(await codes(spoil(prose, columnsWith('finding', { values: undefined })))).toEqual(['free-text-in-cell']);
  });

  it('a badge number that the charter forbids', async () => {
    const forbidden = [{ name: 'badge', pattern: 'badge \\d+' }];
    expect(await codes(spoil(cell(one, 'finding', 'badge 4711'), { forbidden }))).toContain('forbidden-pattern');
  });

  it('a file that is not there', async () => {
    const { violations } = await verifyRelease({ csvPath: '/nowhere/sample.csv', manifest });
    expect(violations[0]?.code).toBe('file-unreadable');
  });
});
