import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleManifest } from '../../../../test/support/sample-files.js';
import { releaseDifference } from './release-difference.js';
import { changeLog } from './change-log.js';
import type { ReleaseColumn, ReleaseManifest } from '../release-manifest.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-difference-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let keys = 0;
/** Rows of so many units under pseudonyms that were never there before, as each release draws them. */
const units = (many: number, ...rows: string[]): string[] =>
  Array.from({ length: many }, () => {
    const key = (++keys).toString(16).padStart(16, '0');
    return rows.map((row) => `${key},${row}`);
  }).flat();

const text = (name: string, over: Partial<ReleaseColumn> = {}) =>
  ({ name, title: name, type: 'text', description: name, role: 'insensitive', ...over }) as ReleaseColumn;
const COLUMNS = [text('case', { role: 'key' }), text('race'), text('finding')];

let files = 0;
function release(
  lines: readonly string[],
  columns: readonly ReleaseColumn[] = COLUMNS,
): { path: string; manifest: ReleaseManifest } {
  const csv = [columns.map(({ name }) => name).join(','), ...lines].join('\n') + '\n';
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, csv);
  return {
    path,
    manifest: sampleManifest(csv, `1.0.${files}`, { columns, k: 5, keys: { unit: 'case', subject: 'case' } }),
  };
}
const between = (former: ReturnType<typeof release>, now: ReturnType<typeof release>) =>
  releaseDifference(former, now, () => undefined);

describe('the difference between two releases', () => {
  it('is none when the same rows stand under other pseudonyms in another order', async () => {
    const former = release([...units(7, 'black,sustained'), ...units(9, 'white,unfounded', 'white,sustained')]);
    const now = release([...units(9, 'white,sustained', 'white,unfounded'), ...units(7, 'black,sustained')]);
    expect((await between(former, now)).rows).toMatchObject({
      added: 0,
      withdrawn: 0,
      changes: [],
      smaller: { contents: 0, added: 0, withdrawn: 0 },
    });
  });

  it('tells what k units more or fewer say, and sums up what fewer do: a case that went is not pointed at', async () => {
    const former = release([
      ...units(9, 'black,sustained'),
      ...units(6, 'asian,unfounded'),
      ...units(8, 'white,pending'),
    ]);
    const now = release([
      ...units(14, 'black,sustained'),
      ...units(5, 'asian,unfounded'),
      ...units(2, 'white,pending'),
    ]);
    const { rows } = await between(former, now);
    expect(rows).toEqual({
      compared: ['race', 'finding'],
      least: 5,
      added: 5,
      withdrawn: 7,
      changes: [
        { row: { race: 'black', finding: 'sustained' }, rows: 5, units: 5 },
        { row: { race: 'white', finding: 'pending' }, rows: -6, units: -6 },
      ],
      smaller: { contents: 1, added: 0, withdrawn: 1 },
    });
  });

  it('counts units, not rows: many rows of one case are one', async () => {
    const many = Array.from({ length: 12 }, () => 'black,sustained');
    const former = release(units(9, 'black,sustained'));
    const now = release([...units(9, 'black,sustained'), ...units(1, ...many)]);
    expect((await between(former, now)).rows).toMatchObject({
      added: 12,
      changes: [],
      smaller: { contents: 1, added: 12 },
    });
  });

  it('says which columns came, went or mean something else, and compares by the others', async () => {
    const before = [...COLUMNS, text('place', { shownAs: 'beat' }), text('injured'), text('gone')];
    const after = [
      ...COLUMNS,
      text('place', { shownAs: 'district' }),
      text('injured', { type: 'boolean' }),
      text('new'),
    ];
    const difference = await between(
      release(units(9, 'black,sustained,01 a,true,x'), before),
      release(units(9, 'black,sustained,01,true,y'), after),
    );
    expect(difference).toMatchObject({
      columns: {
        added: ['new'],
        removed: ['gone'],
        retyped: [{ name: 'injured', from: 'text', to: 'boolean' }],
        shownOtherwise: [{ name: 'place', from: 'beat', to: 'district' }],
      },
      rows: { compared: ['race', 'finding'], added: 0, withdrawn: 0 },
    });
    const log = changeLog(
      sampleManifest('', '2.0.0'),
      difference,
      '# Changes: Complaints\n\n## 1.0.0 (2025-01-01)\n\n- The first.\n',
    );
    expect(log).toContain('- Columns removed: `gone`.\n');
    expect(log.match(/^## \S+/gm)).toEqual(['## 2.0.0', '## 1.0.0']);
  });

  it('refuses a former file that is no such table', async () => {
    const former = release(units(9, 'black,sustained'));
    writeFileSync(former.path, 'case,finding,race\n');
    await expect(between(former, release(units(9, 'black,sustained')))).rejects.toMatchObject({
      code: 'former-changed',
    });
  });
});
