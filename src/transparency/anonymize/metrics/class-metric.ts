import { weighFactors, type Metric } from '../metric.js';

/** The classes of a node by size in rows, and which are published. */
export interface ClassSizes {
  readonly ids: number;
  /** class → rows; 0 for ids that no row has */
  readonly rows: Int32Array;
  /** class → 1 if published */
  readonly kept: Uint8Array;
}

/** A loss that is known from the sizes of the classes alone. */
export interface ClassMetric {
  readonly loss: (classes: ClassSizes) => number;
  /** Neither this node nor a coarser one has less loss, whatever is suppressed there. */
  readonly least: (classes: ClassSizes) => number;
  /** No node with at most so many classes has less loss. */
  readonly leastOf: (classes: number) => number;
}

/** The class metric of that name, or null when the metric is one of columns. */
export function classMetric({ name, monotonic = false, gsFactor }: Metric, rows: number): ClassMetric | null {
  if (name === 'discernibility') return discernibility(monotonic, rows);
  return name === 'class-size' ? classSize(rows, gsFactor) : null;
}

/** DM* (monotonic): Σ |class|². DM: rows of suppressed classes look like any row. (Bayardo & Agrawal 2005) */
function discernibility(monotonic: boolean, n: number): ClassMetric {
  const squares = ({ ids, rows, kept }: ClassSizes, all: boolean): number => {
    let sum = 0;
    for (let id = 0; id < ids; id++) sum += rows[id]! * (all || kept[id] === 1 ? rows[id]! : n);
    return sum;
  };
  return {
    loss: (classes) => squares(classes, monotonic),
    least: (classes) => squares(classes, true),
    leastOf: (classes) => (n * n) / Math.max(1, classes),
  };
}

/** Average class size (LeFevre et al. 2006), all suppressed rows being one class. */
function classSize(n: number, gsFactor: number | undefined): ClassMetric {
  const { s, w } = weighFactors(gsFactor);
  const most = (classes: number): number => n / (classes * s + Math.max(0, w - s));
  return {
    loss: (classes) => {
      const { published, suppressed } = countClasses(classes);
      return n === 0 ? 0 : n / (published * s + (suppressed > 0 ? w : 0));
    },
    least: (classes) => {
      const { published, suppressed } = countClasses(classes);
      return n === 0 ? 0 : most(published + suppressed);
    },
    leastOf: (classes) => (n === 0 ? 0 : most(classes)),
  };
}

function countClasses({ ids, rows, kept }: ClassSizes): { published: number; suppressed: number } {
  let published = 0;
  let suppressed = 0;
  for (let id = 0; id < ids; id++)
    if (rows[id]! > 0) {
      if (kept[id] === 1) published++;
      else suppressed++;
    }
  return { published, suppressed };
}
