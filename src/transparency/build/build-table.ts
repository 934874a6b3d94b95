import { performance } from 'node:perf_hooks';
import { dirname } from 'node:path';
import { BuildFailed } from './build-failure.js';
import { type Choice, chooseLevels } from './choose-levels.js';
import { readSnapshot, type Snapshot } from './read-snapshot.js';
import { RecordLayout } from './record-layout.js';
import type { ReleasePlan } from './release-plan.js';
import type { RowSource } from './row-source.js';
import { RowSpill } from './row-spill.js';
import { spillRows } from './spill-rows.js';
import { writeTable, type WrittenTable } from './write-table.js';

export type BuildStep = 'snapshot' | 'search' | 'transform' | 'write';

export interface BuiltTable {
  readonly snapshot: Snapshot;
  readonly choice: Choice;
  readonly written: WrittenTable;
  readonly seconds: Readonly<Record<BuildStep, number>>;
}

/**
 * From rows to the published file, in two passes over the source: what is distinct is searched in memory, the rows
 * themselves only pass through.
 * @param key the pseudonyms' key @param onStep what begins
 * @throws AnonymizationRefused, BuildFailed, each with a stable code
 */
export async function buildTable(
  source: RowSource,
  plan: ReleasePlan,
  { path, key, onStep }: { readonly path: string; readonly key: Buffer; readonly onStep?: (step: BuildStep) => void },
): Promise<BuiltTable> {
  const seconds = { snapshot: 0, search: 0, transform: 0, write: 0 };
  const timed = async <T>(step: BuildStep, work: () => T | Promise<T>): Promise<T> => {
    onStep?.(step);
    const started = performance.now();
    const done = await work();
    seconds[step] = (performance.now() - started) / 1000;
    return done;
  };
  const snapshot = await timed('snapshot', () => readSnapshot(source, plan));
  if (snapshot.rows === 0) throw new BuildFailed('no-rows');
  const choice = await timed('search', () => chooseLevels(plan, snapshot));
  const layout = new RecordLayout(plan, snapshot.book);
  const spill = new RowSpill(dirname(path), layout.width, snapshot.rows - choice.result.suppressedRows);
  try {
    const spilled = await timed('transform', () => spillRows(source, plan, { snapshot, choice, key }, spill));
    const written = await timed('write', () => writeTable(path, { layout, unit: plan.unit }, spilled, spill));
    return { snapshot, choice, written, seconds };
  } finally {
    spill.remove();
  }
}
