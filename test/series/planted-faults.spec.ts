import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeSeries, verifySeriesFiles } from '../../src/transparency/verify-series-files.js';
import { type SeriesFiles, verifySeries } from '../../src/transparency/verify/series/index.js';
import { recordsOf, seeded, smallLayout } from '../support/random-series.js';
import { SeriesPublisher } from '../support/series-publisher.js';
import { type Change, spoil } from '../support/spoiled-series.js';
import { faults, K, veteran, without } from './faults.js';

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
async function codesAfter(change: Change): Promise<string[]> {
  const { violations } = await verifySeries(spoil(files, join(folder, `spoiled ${spoiled++}`), change));
  return [...new Set(violations.map(({ code }) => code))];
}

describe('the series as it was published', () => {
  it('passes, and was compared pair by pair', async () => {
    expect(await verifySeries(files)).toMatchObject({ ok: true, violations: [], releases: 8, epochs: 2, pairs: 28 });
  });

  it('passes when it is taken apart and put together again', async () => {
    expect(await codesAfter(() => undefined)).toEqual([]);
  });
});

describe('a planted fault is found:', () => {
  it.each([...faults])('%s (%s)', async (_, code, change) => {
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
    const found = await verifySeries(spoil(files, join(folder, 'told'), (all) => without(all[2]!, veteran(all))));
    const [violation] = found.violations.filter(({ code }) => code === 'difference-below-k');
    expect(violation).toMatchObject({ message: expect.stringMatching(/^\d subjects/), line: expect.any(Number) });
    const said = JSON.stringify(found.violations);
    for (const word of ['sustained', 'area', 'stop']) expect(said).not.toContain(word);
  });
});

describe('the files of a series, verified where they lie', () => {
  const directories = () => files.map(({ csvPath }) => dirname(csvPath));

  it('are held against each other, and against nothing when there is one', async () => {
    const [found, ...more] = await verifySeriesFiles(directories());
    expect(found).toMatchObject({ series: 'random', ok: true, pairs: 28 });
    expect(more).toEqual([]);
    expect(describeSeries(found!)[0]).toMatch(/^ok .* 8 releases in 2 epochs, 28 pairs/);
    expect(await verifySeriesFiles(directories().slice(0, 1))).toEqual([]);
  });

  it('are refused together where each by itself is sound', async () => {
    const [found] = await verifySeriesFiles(directories().toSpliced(1, 1));
    expect(describeSeries(found!).join()).toMatch(/^REFUSED .*series-out-of-order \(releases 2\)/);
  });
});
