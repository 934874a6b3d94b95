import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mock } from 'node:test';
import { sampleReport } from '../../../test/use-of-force-report/sample-report.js';
import { ChunkWriter } from './chunk-writer.js';
import type { ReadyOrder } from './take-in-orders.js';

let now: number;
let written: number[];
let told: string[];
let writer: ChunkWriter<string>;
beforeEach(() => {
  now = 0;
  mock.method(performance, 'now', () => now);
  written = [];
  told = [];
  writer = new ChunkWriter(
    (orders) => {
      written.push(orders.length);
      return Promise.resolve(orders.map(() => ({ outcome: 'taken', faults: [], warnings: [] })));
    },
    (record, { outcome }) => void told.push(`${record} ${outcome}`),
  );
});
afterEach(() => {
  mock.restoreAll();
});

const report = (place: number, number = `R-${place}`): ReadyOrder => ({
  kind: 'report',
  action: 'add',
  reason: 'x',
  place,
  warnings: [],
  report: { id: String(place), original: sampleReport(number), ori: null, late: [] },
});
const removal = (reportNumber: string): ReadyOrder => ({
  kind: 'removal',
  place: 1,
  warnings: [],
  reportNumber,
  reason: 'x',
});
const zero: ReadyOrder = { kind: 'zero', place: 1, warnings: [], ori: null, month: '2026-01' };

describe('records on their way into the database', () => {
  it('are written by the thousand, and the rest in the end; what became of each is told in order', async () => {
    for (let line = 1; line <= 2_100; line++) await writer.add(`line ${line}`, report(line), 900);
    await writer.finish();
    expect(written).toEqual([1_000, 1_000, 100]);
    expect(told).toEqual(Array.from({ length: 2_100 }, (_, index) => `line ${index + 1} taken`));
  });

  it('are written earlier when they are large: no more than 2 MiB wait', async () => {
    for (let line = 1; line <= 10; line++) await writer.add('', report(line), 262_144);
    await writer.finish();
    expect(written).toEqual([8, 2]);
  });

  it('are not written together when one depends on another: the same number twice, or a zero report', async () => {
    for (const order of [report(1), report(2), removal('R-1'), report(3), zero, report(4, 'R-3'), removal('R-9')])
      await writer.add('', order, 900);
    await writer.finish();
    expect(written).toEqual([2, 2, 1, 2]);
  });

  it('keep the transaction awake while a slow sender has none: something is asked of it every ten seconds', async () => {
    now += 9_000;
    await writer.keepAwake();
    expect(written).toEqual([]);
    for (let round = 0; round < 3; round++) {
      now += 10_001;
      await writer.keepAwake();
    }
    await writer.finish();
    expect(written).toEqual([0, 0, 0]);
  });
});
