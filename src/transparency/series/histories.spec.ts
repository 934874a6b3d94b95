import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HistoryShape, recordsOf, seeded, smallLayout } from '../../../test/support/random-series.js';
import { SeriesPublisher } from '../../../test/support/series-publisher.js';
import { verifySeries } from '../verify/series/index.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-histories-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const usual: HistoryShape = {
  ...{ seed: 1, k: 3, l: 1, releases: 9, firstUnits: 90, perRelease: 18, corrected: 0.06, expunged: 0.02 },
  ...{
    returning: 0,
    manyRows: 0,
    epochLength: 3,
    levels: [
      [0, 0],
      [1, 0],
      [0, 1],
    ],
  },
};

/** Publishes a history as it comes. @returns of each release how many units are shown, and what the verifier says of all */
async function published(name: string, shape: HistoryShape, t?: number) {
  const publisher = new SeriesPublisher(smallLayout(shape.k, shape.l, t), join(folder, name), seeded(shape.seed + 1));
  const shown: number[] = [];
  for (const record of recordsOf(shape)) {
    const epoch = Math.floor(shown.length / shape.epochLength);
    if (shown.length % shape.epochLength === 0) publisher.openEpoch(`epoch ${epoch}`, shape.levels[epoch]!);
    shown.push(publisher.publish(record).show.filter((how) => how > 0).length);
  }
  return { shown, violations: (await verifySeries(publisher.files)).violations };
}

describe('a history over three epochs', () => {
  // Beside that nothing is given away, how much is shown: who changes the planner sees whether it holds back more.
  it.each<[string, HistoryShape, number | undefined, number[]]>([
    ['of corrections and expungements', usual, undefined, [86, 90, 94, 110, 117, 132, 117, 138, 194]],
    [
      'of people with several cases',
      { ...usual, seed: 2, returning: 0.25, manyRows: 0.2 },
      undefined,
      [67, 79, 92, 109, 40, 34, 57, 69, 83],
    ],
    [
      'with two values in each group',
      { ...usual, seed: 3, l: 2, corrected: 0.12 },
      undefined,
      [88, 94, 102, 85, 118, 150, 62, 111, 97],
    ],
    [
      'with classes close to the whole',
      { ...usual, seed: 4, firstUnits: 140 },
      0.3,
      [104, 108, 120, 108, 79, 100, 217, 222, 242],
    ],
    [
      'of small numbers',
      { ...usual, seed: 5, k: 5, firstUnits: 30, perRelease: 12, expunged: 0.05 },
      undefined,
      [0, 0, 10, 50, 45, 36, 0, 0, 27],
    ],
  ])('%s gives nothing away, and shows what can be shown', async (name, shape, t, expected) => {
    const { shown, violations } = await published(name, shape, t);
    expect(violations).toEqual([]);
    expect(shown).toEqual(expected);
  });
});
