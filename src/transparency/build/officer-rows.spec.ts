import { describe, expect, it } from '@jest/globals';
import type { OfficerTerms } from '../../charter/index.js';
import { OFFICER_IDENTITY, OfficerRows, WITHHELD } from './officer-rows.js';
import { Pseudonyms } from './pseudonyms.js';
import type { Cell, RowSource } from './row-source.js';

const spec = {
  key: 'officer',
  id: 'id',
  name: 'name',
  rank: 'rank',
  on: 'on',
  outcome: 'finding',
  forceTypes: 'force',
};
const NAMES = ['case', 'officer', 'id', 'name', 'rank', 'on', 'finding', 'force'];
const ROWS: Cell[][] = [
  ['1', 'o1', 'o1', 'Ada Byron', 'sergeant', '2020-01-01', 'sustained', null],
  ['1', 'o1', 'o1', 'Ada Byron', 'sergeant', '2020-01-01', 'unfounded', 'taser'],
  ['2', 'o1', 'o1', 'Ada Byron', 'sergeant', '2021-01-01', 'sustained', null],
  ['3', 'x9', null, null, null, null, 'sustained', null],
];
const source: RowSource = {
  each: (columns, onRow) => {
    for (const row of ROWS) onRow(columns.map((name) => row[NAMES.indexOf(name)] ?? null));
    return Promise.resolve();
  },
};

async function shown(
  terms: Partial<OfficerTerms>,
  columns = ['case', 'officer', OFFICER_IDENTITY],
  unit: string | null = null,
): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  const stable = new Pseudonyms(Buffer.alloc(32, 1), 'officer');
  const policy: OfficerTerms = { identity: 'release-pseudonym', exceptions: [], ...terms };
  await new OfficerRows(source, spec, policy, { stable, unit }).each(columns, (cells) => rows.push([...cells]));
  return rows;
}
const sustained: OfficerTerms['exceptions'] = [{ identity: 'named', authority: 'the law', outcomes: ['sustained'] }];

describe('officers in a release', () => {
  it('are named where the law says so, and nowhere else', async () => {
    const identities = (await shown({ exceptions: sustained })).map((row) => row[2]);
    expect(identities).toEqual(['Ada Byron', WITHHELD, 'Ada Byron', WITHHELD]);
  });

  it('named in one row cannot be followed into the rows where they are not', async () => {
    const [named, withheld, again] = (await shown({ exceptions: sustained })).map((row) => row[1]);
    expect(named).toBe(again);
    expect(withheld).not.toBe(named);
  });

  it('have one pseudonym in all rows when nothing else is said', async () => {
    const keys = (await shown({})).map((row) => row[1]);
    expect([keys[0] === keys[1], keys[1] === keys[2], keys[2] === keys[3]]).toEqual([true, true, false]);
  });

  it('that are the same in every release are so whatever the release’s key, but only once identified', async () => {
    const identities = (await shown({ identity: 'stable-pseudonym' })).map((row) => row[2]);
    expect(identities[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(identities).toEqual([identities[0], identities[0], identities[0], WITHHELD]);
  });

  it('that are absent join no two rows', async () => {
    const rows = await shown({ identity: 'absent' });
    expect(new Set(rows.map((row) => row[1])).size).toBe(4);
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set([WITHHELD]));
  });

  it('that are absent join no two rows of a series either, and keep their keys whatever rows stand before theirs', async () => {
    const keys = (await shown({ identity: 'absent' }, ['officer'], 'case')).map(([key]) => key);
    expect(new Set(keys).size).toBe(4);
    const later: RowSource = {
      each: async (columns, onRow) => {
        const rows: Cell[][] = [];
        await source.each(columns, (cells) => rows.push([...cells]));
        for (const row of rows.slice(2)) onRow(row);
      },
    };
    const kept: Cell[] = [];
    const terms: OfficerTerms = { identity: 'absent', exceptions: [] };
    const stable = new Pseudonyms(Buffer.alloc(32, 1), 'officer');
    await new OfficerRows(later, spec, terms, { stable, unit: 'case' }).each(['officer'], ([key = null]) =>
      kept.push(key),
    );
    expect(kept).toEqual(keys.slice(2));
  });

  it('are not looked at when no column of theirs is wanted', async () => {
    expect(await shown({ identity: 'named' }, ['finding', 'case'])).toEqual(ROWS.map((row) => [row[6], row[0]]));
  });

  it('do not change the other columns, in whatever order they are asked for', async () => {
    const rows = await shown({ exceptions: sustained }, [OFFICER_IDENTITY, 'finding', 'case']);
    expect(rows.map(([, finding, unit]) => [finding, unit])).toEqual(ROWS.map((row) => [row[6], row[0]]));
  });
});
