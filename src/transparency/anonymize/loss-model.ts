import type { RootBase } from './base.js';
import type { Grouping } from './grouping.js';
import { hiddenAt, hiddenRows } from './hidden-rows.js';
import type { LossVector, Metric } from './metric.js';
import { aggregator } from './metrics/aggregate.js';
import { chooseColumnMetric } from './metrics/choose-column-metric.js';
import { classMetric, type ClassMetric } from './metrics/class-metric.js';
import { NONE_SUPPRESSED, type ColumnMetric } from './metrics/column-metric.js';

/** A metric over one problem: the loss of a node, and what it is at least when less is known. */
export interface LossModel {
  /** Numbers per loss: more than one only for `rank`. */
  readonly width: number;
  /** Before any grouping: a bound, and the loss itself when `known`. */
  readonly least: (levels: readonly number[]) => LossVector;
  readonly known: boolean;
  /** Once it is grouped, and all that is not kept is known to be suppressed whatever else is. */
  readonly leastOf: (grouping: Grouping) => LossVector;
  /** That bound is one for all coarser nodes too. */
  readonly spreadsUp: boolean;
  readonly loss: (grouping: Grouping) => LossVector;
  /** What each class loses by itself; null: the same for all of one size. */
  readonly ofClasses: (grouping: Grouping) => Float64Array | null;
  /** Present when the loss is one of columns. */
  readonly columns: { readonly metric: ColumnMetric; readonly combine: (values: number[]) => LossVector } | null;
}

export function lossModel(root: RootBase, metric: Metric = { name: 'entropy' }): LossModel {
  const classes = classMetric(metric, root.rows);
  if (classes !== null) return ofClasses(root, classes);
  const columns = chooseColumnMetric(root, metric)!;
  return ofColumns(
    columns,
    aggregator(metric, root.columns.length),
    metric.aggregate === 'rank' ? root.columns.length : 1,
  );
}

function ofColumns(metric: ColumnMetric, combine: (values: number[]) => LossVector, width: number): LossModel {
  const least = (levels: readonly number[]): LossVector =>
    combine(levels.map((level, j) => metric.least(j, level, NONE_SUPPRESSED)));
  const when = (value: ColumnMetric['loss']) => (grouping: Grouping) => {
    const hidden = metric.ignoresSuppression ? null : hiddenRows(grouping);
    return combine(
      grouping.levels.map((level, j) =>
        value(j, level, hidden === null ? NONE_SUPPRESSED : hiddenAt(hidden, grouping.base.columns, j, level)),
      ),
    );
  };
  return {
    width,
    least,
    known: metric.ignoresSuppression,
    leastOf: when(metric.least),
    spreadsUp: false,
    loss: when(metric.loss),
    ofClasses: (grouping) => (metric.ofValue === undefined ? null : classLosses(metric.ofValue, combine, grouping)),
    columns: { metric, combine },
  };
}

function ofClasses({ columns, signatures, plain }: RootBase, metric: ClassMetric): LossModel {
  const most = (levels: readonly number[]): number =>
    levels.reduce((product, level, j) => Math.min(signatures.count, product * columns[j]!.levels[level]!.size), 1);
  return {
    width: 1,
    least: (levels) => [metric.leastOf(plain ? most(levels) : signatures.count)],
    known: false,
    leastOf: (grouping) => [metric.least(grouping)],
    spreadsUp: true,
    loss: (grouping) => [metric.loss(grouping)],
    ofClasses: () => null,
    columns: null,
  };
}

/** The loss of each class, by the quasi-identifiers of the first signature that it has. */
function classLosses(
  ofValue: NonNullable<ColumnMetric['ofValue']>,
  combine: (values: number[]) => LossVector,
  { base, levels, classOf, ids, rows }: Grouping,
): Float64Array {
  const losses = new Float64Array(ids).fill(-1);
  const columns = base.packs.flatMap((pack) =>
    pack.digits.map((digit, i) => ({ j: pack.columns[i]!, digit, codes: pack.codes })),
  );
  for (let s = 0; s < base.units.length; s++) {
    const id = classOf[s]!;
    if (losses[id] !== -1) continue;
    const tuple = base.signatures.members[base.signatures.starts[s]!]!;
    const values = new Array<number>(levels.length);
    for (const { j, digit, codes } of columns) {
      const level = levels[j]!;
      values[j] = ofValue(j, level, base.columns[j]!.levels[level]!.of[digit[codes[tuple]!]!]!, rows[id]!);
    }
    losses[id] = combine(values)[0]!;
  }
  return losses;
}
