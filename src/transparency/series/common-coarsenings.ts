import { columnSteps, type ColumnStep } from './column-steps.js';
import type { EpochClasses, EpochColumn } from './epoch-classes.js';
import type { Coarsening } from './former-epoch.js';

/** More tables than that and only those that differ from the finest in one column are made: the others are their sums. */
const MOST = 4096;

/**
 * The tables that a reader can make of two epochs alike: every column coarsened until its values are unions in both, and
 * then by every further step. A column that one of them lacks is left out of all. The finest comes first.
 * @throws SeriesRefused `series-malformed` when an epoch does not say what one of its words is part of
 */
export function commonCoarsenings(former: EpochClasses, now: EpochClasses): Coarsening[] {
  const names = [...new Set([...former.columns, ...now.columns].map(({ name }) => name))];
  const shared = names.flatMap((name) => {
    const [then, today] = [find(former, name), find(now, name)];
    return then && today
      ? [{ then: former.columns.indexOf(then), now: now.columns.indexOf(today), steps: columnSteps(then, today) }]
      : [];
  });
  return nodes(shared.map(({ steps }) => steps.length)).map((node) => {
    const cellIds = new Map<string, number>();
    const cellsOf = ({ signatures }: EpochClasses, side: 'then' | 'now'): Int32Array =>
      Int32Array.from(signatures, (rows) => {
        const words = rows.map((row) =>
          shared.map((column, at) => groupOf(column.steps[node[at]!]!, side, row[column[side]]!)).join(' '),
        );
        const cell = words.sort().join(';');
        if (!cellIds.has(cell)) cellIds.set(cell, cellIds.size);
        return cellIds.get(cell)!;
      });
    const cellOfFormer = cellsOf(former, 'then');
    const cellOfNow = cellsOf(now, 'now');
    return { cells: cellIds.size, cellOfFormer, cellOfNow, finest: node.every((step) => step === 0) };
  });
}

const find = ({ columns }: EpochClasses, name: string): EpochColumn | undefined =>
  columns.find((column) => column.name === name);

const groupOf = (step: ColumnStep, side: 'then' | 'now', word: string): number => step[side].get(word) ?? -1;

/** Every combination of steps; when they are too many, all at their first but one. */
function nodes(lengths: readonly number[]): number[][] {
  const first = lengths.map(() => 0);
  const most = lengths.reduce((product, length) => product * length, 1);
  if (most > MOST)
    return [
      first,
      ...lengths.flatMap((length, at) =>
        Array.from({ length: length - 1 }, (_, step) => first.map((zero, other) => (other === at ? step + 1 : zero))),
      ),
    ];
  return lengths.reduce<number[][]>(
    (all, length) => all.flatMap((node) => Array.from({ length }, (_, step) => [...node, step])),
    [[]],
  );
}
