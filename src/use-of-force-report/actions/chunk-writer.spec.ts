import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sampleReport } from '../../../test/use-of-force-report/sample-report.js';
import { BulkTally } from './bulk-tally.js';
import { ChunkWriter, type LineReport } from './chunk-writer.js';

let written: number[];
let writer: ChunkWriter;
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  written = [];
  writer = new ChunkWriter((reports) => {
    written.push(reports.length);
    return Promise.resolve(() => 'taken');
  }, new BulkTally());
});
afterEach(() => {
  jest.useRealTimers();
});

const report = (line: number): LineReport => ({ id: String(line), line, original: sampleReport(`R-${line}`) });

describe('reports on their way into the database', () => {
  it('are written by the two hundred, and the rest in the end', async () => {
    for (let line = 1; line <= 450; line++) await writer.add(report(line), 900);
    await writer.finish();
    expect(written).toEqual([200, 200, 50]);
  });

  it('are written earlier when they are large: no more than 2 MiB wait', async () => {
    for (let line = 1; line <= 10; line++) await writer.add(report(line), 262_144);
    await writer.finish();
    expect(written).toEqual([8, 2]);
  });

  it('keep the transaction awake while a slow sender has none: something is asked of it every ten seconds', async () => {
    jest.advanceTimersByTime(9_000);
    await writer.keepAwake();
    expect(written).toEqual([]);
    for (let round = 0; round < 3; round++) {
      jest.advanceTimersByTime(10_001);
      await writer.keepAwake();
    }
    await writer.finish();
    expect(written).toEqual([0, 0, 0]);
  });
});
