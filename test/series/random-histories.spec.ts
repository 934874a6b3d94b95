import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifySeries } from '../../src/transparency/verify/series/index.js';
import { historyShape, type HistoryShape, recordsOf, seeded, smallLayout } from '../support/random-series.js';
import type { RecordedUnit } from '../support/series-files.js';
import { SeriesPublisher } from '../support/series-publisher.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-series-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let held = 0;

function publish(shape: HistoryShape): { publisher: SeriesPublisher; record: RecordedUnit[] } {
  const publisher = new SeriesPublisher(
    smallLayout(shape.k, shape.l),
    join(folder, `${shape.seed}`),
    seeded(shape.seed + 1),
  );
  let number = 0;
  let last: RecordedUnit[] = [];
  for (const record of recordsOf(shape)) {
    last = record;
    if (number % shape.epochLength === 0) {
      const epoch = number / shape.epochLength;
      publisher.openEpoch(`epoch ${epoch}`, shape.levels[epoch % shape.levels.length]!);
    }
    number++;
    publisher.publish(record);
  }
  return { publisher, record: last };
}

describe('random histories of arrivals, corrections and expungements', () => {
  it('are published so that the independent verifier finds nothing', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(historyShape, async (shape) => {
        const { files } = publish(shape).publisher;
        const found = await verifySeries(files);
        expect(found.violations).toEqual([]);
        shown += files.reduce((sum, { manifest }) => sum + (manifest as { file: { rows: number } }).file.rows, 0);
      }),
      { numRuns: 35, seed: 20260311 },
    );
    expect(shown).toBeGreaterThan(3_000);
  });

  it('keep nobody back for good: once enough like them have come, all are shown', () => {
    const quiet = historyShape.map((shape) => ({ ...shape, corrected: 0, expunged: 0, returning: 0, manyRows: 0 }));
    fc.assert(
      fc.property(quiet, (shape) => {
        const { publisher, record } = publish(shape);
        const waiting = record.filter(({ id }) => publisher.waits(id));
        const alike = record.flatMap((unit) =>
          ['sustained', 'unfounded', 'exonerated', 'pending'].flatMap((finding) =>
            Array.from({ length: 2 * shape.k }, (_, at) => ({
              ...{ id: `${unit.id} ${finding} ${at}`, subject: `${unit.id} ${finding} ${at}` },
              rows: unit.rows.map(({ quasi }) => ({ quasi, cells: [finding, 'stop'] })),
            })),
          ),
        );
        publisher.publish([...record, ...alike]);
        held += waiting.length;
        expect(waiting.filter(({ id }) => publisher.waits(id))).toEqual([]);
      }),
      { numRuns: 15, seed: 20260314 },
    );
    expect(held).toBeGreaterThan(30);
  });
});
