import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifySeries } from '../../src/transparency/verify/series/index.js';
import { historyShape, type HistoryShape, recordsOf, seeded, smallLayout } from '../support/random-series.js';
import { SeriesPublisher } from '../support/series-publisher.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-series-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function publish(shape: HistoryShape): SeriesPublisher {
  const publisher = new SeriesPublisher(
    smallLayout(shape.k, shape.l),
    join(folder, `${shape.seed}`),
    seeded(shape.seed + 1),
  );
  let number = 0;
  for (const record of recordsOf(shape)) {
    if (number % shape.epochLength === 0) {
      const epoch = number / shape.epochLength;
      publisher.openEpoch(`epoch ${epoch}`, shape.levels[epoch % shape.levels.length]!);
    }
    number++;
    publisher.publish(record);
  }
  return publisher;
}

describe('random histories of arrivals, corrections and expungements', () => {
  it('are published so that the independent verifier finds nothing', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(historyShape, async (shape) => {
        const { files } = publish(shape);
        const found = await verifySeries(files);
        expect(found.violations).toEqual([]);
        shown += files.reduce((sum, { manifest }) => sum + (manifest as { file: { rows: number } }).file.rows, 0);
      }),
      { numRuns: Number(process.env.RUNS ?? 150), seed: 20260311 },
    );
    console.info(`${shown} rows shown`);
    expect(shown).toBeGreaterThan(10_000);
  });
});
