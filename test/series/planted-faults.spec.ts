import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type SeriesFiles,
  type SeriesViolationCode,
  verifySeries,
} from '../../src/transparency/verify/series/index.js';
import { recordsOf, seeded, smallLayout } from '../support/random-series.js';
import { SeriesPublisher } from '../support/series-publisher.js';
import { type OpenRelease, spoil } from '../support/spoiled-series.js';

const K = 3;
const shape = {
  ...{ seed: 5, k: K, l: 2, releases: 8, firstUnits: 160, perRelease: 12, corrected: 0.004, expunged: 0.002 },
  ...{ returning: 0, manyRows: 0, epochLength: 4, levels: [] },
};
const folder = mkdtempSync(join(tmpdir(), 'redress-series-faults-'));
let files: readonly SeriesFiles[];

beforeAll(() => {
  const publisher = new SeriesPublisher(smallLayout(K, 2), join(folder, 'good'), seeded(1));
  [...recordsOf(shape)].forEach((record, number) => {
    if (number % 4 === 0) publisher.openEpoch(`epoch ${number / 4}`, [1, 0]);
    publisher.publish(record);
  });
  files = publisher.files;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let spoiled = 0;
async function codesAfter(change: (releases: OpenRelease[]) => readonly OpenRelease[] | undefined): Promise<string[]> {
  const { violations } = await verifySeries(spoil(files, join(folder, `spoiled ${spoiled++}`), change));
  return [...new Set(violations.map(({ code }) => code))];
}

const FINDING = 3;
const classOf = (row: readonly string[]): string => row.slice(1, FINDING).join();
const linesOf = ({ rows }: OpenRelease, place: string): string =>
  rows
    .filter((row) => classOf(row) === place)
    .map((row) => row.slice(1).join())
    .sort()
    .join();
/** A unit of a class of which these releases say the same, so that nothing else can hide what happens to it. */
function quiet(...releases: (OpenRelease | undefined)[]): string {
  const [first, ...others] = releases;
  return first!.rows.find((row) =>
    others.every((other) => linesOf(other!, classOf(row)) === linesOf(first!, classOf(row))),
  )![0]!;
}
/** One that stands in the first epoch from its second release to its last. */
const veteran = (all: readonly OpenRelease[]): string => quiet(all[1], all[2], all[3]);
const rowOf = ({ rows }: OpenRelease, unit: string): string[] => rows.find((row) => row[0] === unit)!;
const without = (release: OpenRelease, unit: string): void => {
  release.rows = release.rows.filter((row) => row[0] !== unit);
};
const otherFinding = (finding = ''): string => (finding === 'sustained' ? 'unfounded' : 'sustained');

describe('the series as it was published', () => {
  it('passes, and was compared pair by pair', async () => {
    expect(await verifySeries(files)).toMatchObject({ ok: true, violations: [], releases: 8, epochs: 2, pairs: 28 });
  });

  it('passes when it is taken apart and put together again', async () => {
    expect(await codesAfter(() => undefined)).toEqual([]);
  });
});

describe('a planted fault is found:', () => {
  const faults: [string, SeriesViolationCode, (releases: OpenRelease[]) => readonly OpenRelease[] | undefined][] = [
    ['one expunged row disappears alone', 'difference-below-k', (all) => void without(all[2]!, veteran(all))],
    ['the course of one unit is its own', 'history-below-k', (all) => void without(all[2]!, veteran(all))],
    [
      'one unit appears alone',
      'difference-below-k',
      ([, , , last]) => {
        last!.rows.push(['ffffffffffffffff', ...last!.rows[0]!.slice(1)]);
        last!.subjects.push(['ffffffffffffffff', 'somebody']);
        return undefined;
      },
    ],
    [
      'one finding is corrected in sight',
      'sensitive-change-below-k',
      (all) => {
        const row = rowOf(all[3]!, veteran(all));
        row[FINDING] = otherFinding(row[FINDING]);
        return undefined;
      },
    ],
    [
      'one cell that is not sensitive is corrected in sight',
      'sensitive-change-below-k',
      (all) => {
        rowOf(all[3]!, veteran(all))[FINDING + 1] = 'corrected';
        return undefined;
      },
    ],
    [
      'one unit is moved to another class',
      'difference-below-k',
      (all) => {
        const row = rowOf(all[3]!, veteran(all));
        row[2] = all[3]!.rows.find((other) => other[2] !== row[2])![2]!;
        return undefined;
      },
    ],
    [
      'a class is small in every release',
      'class-below-k',
      (all) => {
        const kept = all[3]!.rows.filter((row) => classOf(row) === classOf(all[3]!.rows[0]!)).slice(0, K - 1);
        const [place] = [classOf(kept[0]!)];
        for (const release of all.slice(0, 4))
          release.rows = release.rows.filter((row) => classOf(row) !== place || kept.some(([unit]) => unit === row[0]));
        return undefined;
      },
    ],
    [
      'a pseudonym lives on in the next epoch',
      'pseudonym-reused-across-epochs',
      (all) => {
        const [old, now] = [veteran(all), all[4]!.rows[0]![0]!];
        for (const { rows, subjects } of all.slice(4))
          for (const row of [...rows, ...subjects]) if (row[0] === now) row[0] = old;
        return undefined;
      },
    ],
    [
      'the levels change within an epoch',
      'epoch-transformation-changed',
      (all) => {
        all[2]!.manifest.columns = all[2]!.manifest.columns.map((column) =>
          column.role === 'quasi-identifier' ? { ...column, level: column.level + 1 } : column,
        );
        return undefined;
      },
    ],
    [
      'k changes within an epoch',
      'epoch-transformation-changed',
      (all) => void Object.assign(all[1]!.manifest, { k: K + 1 }),
    ],
    [
      'one unit is missing in all of the second epoch, where its pseudonym cannot be missed',
      'difference-below-k',
      (all) => {
        const unit = quiet(all[4], all[3]);
        for (const release of all.slice(4)) without(release, unit);
        return undefined;
      },
    ],
    [
      'one finding is another in all of the second epoch',
      'sensitive-change-below-k',
      (all) => {
        const unit = quiet(all[4], all[3]);
        for (const { rows } of all.slice(4))
          for (const row of rows) if (row[0] === unit) row[FINDING] = otherFinding(row[FINDING]);
        return undefined;
      },
    ],
    [
      'those who came together have one finding between them',
      'history-below-l',
      (all) => {
        const before = new Set(all[2]!.rows.map(([unit]) => unit));
        const fresh = all[3]!.rows.find(([unit]) => !before.has(unit!))!;
        for (const row of all[3]!.rows)
          if (!before.has(row[0]!) && classOf(row) === classOf(fresh)) row[FINDING] = 'sustained';
        return undefined;
      },
    ],
    [
      'several units of a class are one person',
      'class-below-k',
      (all) => {
        const members = all[0]!.rows.filter((row) => classOf(row) === classOf(all[0]!.rows[0]!)).map(([unit]) => unit);
        for (const { subjects } of all.slice(0, 4))
          for (const line of subjects) if (members.includes(line[0])) line[1] = 'one person';
        return undefined;
      },
    ],
    ['a release is kept from the verifier', 'series-out-of-order', (all) => all.filter((_, at) => at !== 1)],
    ['an epoch is taken up again', 'series-out-of-order', (all) => [...all.slice(0, 3), ...all.slice(4), all[3]!]],
    [
      'a manifest does not say what its values are part of',
      'series-manifest-invalid',
      (all) => {
        all[0]!.manifest.columns = all[0]!.manifest.columns.map((column) =>
          column.role === 'quasi-identifier' ? { ...column, ancestors: {} } : column,
        );
        return undefined;
      },
    ],
    ['a release is of no series', 'series-manifest-invalid', (all) => void delete all[0]!.manifest.series],
    ['the board’s list misses a unit', 'series-subject-unknown', (all) => void all[1]!.subjects.pop()],
  ];

  it.each(faults)('%s (%s)', async (_, code, change) => {
    expect(await codesAfter(change)).toContain(code);
  });

  it('a file is not the one of its manifest (series-file-replaced)', async () => {
    const copies = spoil(files, join(folder, 'replaced'), () => undefined);
    appendFileSync(copies[3]!.csvPath, 'ffffffffffffffff,area 0,0,sustained,stop\n');
    const { violations } = await verifySeries(copies);
    expect(violations.map(({ code }) => code)).toContain('series-file-replaced');
  });

  it('a file is not there (series-file-unreadable)', async () => {
    const { violations } = await verifySeries(files.map((each) => ({ ...each, csvPath: join(folder, 'nothing.csv') })));
    expect(violations[0]).toMatchObject({ code: 'series-file-unreadable', releases: [0] });
  });
});

describe('what is found', () => {
  it('is told by release and line, and never by what a cell says', async () => {
    const found = await verifySeries(spoil(files, join(folder, 'told'), (all) => void without(all[2]!, veteran(all))));
    const [violation] = found.violations.filter(({ code }) => code === 'difference-below-k');
    expect(violation).toMatchObject({ message: expect.stringMatching(/^\d subjects/), line: expect.any(Number) });
    const said = JSON.stringify(found.violations);
    for (const word of ['sustained', 'area', 'stop']) expect(said).not.toContain(word);
  });
});
