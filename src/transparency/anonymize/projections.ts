import type { RootBase } from './base.js';
import type { CompactLevel } from './compact-column.js';
import type { Lattice } from './lattice.js';
import type { ColumnMetric } from './metrics/column-metric.js';
import { firsts } from './firsts.js';
import { pickPacks, type Pack, type PackCodes } from './packs.js';
import { TupleGrouper } from './tuple-grouper.js';

/** Columns of one projection; with fewer columns than that there is one projection of them all. */
const WIDTH = 3;

interface Cells {
  readonly codes: readonly PackCodes[];
  readonly counts: Int32Array;
}

interface Projection {
  readonly columns: readonly number[];
  readonly strides: readonly number[];
  /** level combination → rows in cells that are too small */
  readonly small: Int32Array;
  /** level combination, column → loss of the column at least */
  readonly least: Float64Array;
}

/**
 * The table projected on every three columns at every three levels. A class stands in one cell of each projection, so
 * rows in cells that are too small must be suppressed at every node of these levels: this tells of infeasible nodes, and
 * of losses at least, without a look at the rows. Sound where every unit is one row.
 */
export class Projections {
  private readonly projections: readonly Projection[];

  /**
   * @param leastRows the fewest rows of a published class
   * @param open the nodes that will be asked for; the others' levels are not projected on
   */
  constructor(
    private readonly root: RootBase,
    private readonly lattice: Lattice,
    private readonly leastRows: number,
    private readonly metric: ColumnMetric | null,
    open: Uint32Array,
  ) {
    const grouper = new TupleGrouper(root.tuples);
    const codes = unpack(root.packs);
    const columns = [...root.columns.keys()];
    const levels = columns.map((j) => Uint8Array.from(open, (node) => lattice.level(node, j)));
    this.projections = subsets(columns, Math.min(WIDTH, columns.length)).map((set) =>
      this.project(set, codes, levels, grouper),
    );
  }

  /** Rows that the node must suppress at least. */
  suppressed(levels: readonly number[]): number {
    return this.projections.reduce((most, each) => Math.max(most, each.small[this.at(each, levels)]!), 0);
  }

  /** Losses of the columns at least, for a metric of columns. */
  columnLosses(levels: readonly number[]): number[] {
    const losses = new Array<number>(levels.length).fill(0);
    for (const each of this.projections) {
      const at = this.at(each, levels) * each.columns.length;
      for (const [i, j] of each.columns.entries()) losses[j] = Math.max(losses[j]!, each.least[at + i]!);
    }
    return losses;
  }

  private at({ columns, strides }: Projection, levels: readonly number[]): number {
    let at = 0;
    for (let i = 0; i < columns.length; i++) at += levels[columns[i]!]! * strides[i]!;
    return at;
  }

  private project(
    columns: readonly number[],
    codes: readonly PackCodes[],
    open: readonly Uint8Array[],
    grouper: TupleGrouper,
  ): Projection {
    const strides: number[] = [];
    let size = 1;
    for (const j of columns) {
      strides.push(size);
      size *= this.root.columns[j]!.levels.length;
    }
    const projection = {
      columns,
      strides,
      small: new Int32Array(size),
      least: new Float64Array(size * columns.length),
    };
    const asked = new Uint8Array(size);
    for (let node = 0; node < open[0]!.length; node++) {
      let at = 0;
      for (let i = 0; i < columns.length; i++) at += open[columns[i]!]![node]! * strides[i]!;
      asked[at] = 1;
    }
    const known = new Map<number, Cells>();
    const all: Cells = { codes: columns.map((j) => codes[j]!), counts: this.root.rowsOf };
    for (const levels of combinations(columns.map((j) => this.lattice.range(j)))) {
      const at = levels.reduce((sum, level, i) => sum + level * strides[i]!, 0);
      if (asked[at] === 0) continue;
      const below = strides.flatMap((stride, i) => (levels[i]! > 0 ? (known.get(at - stride) ?? []) : []));
      const source = below.reduce((least, cells) => (cells.counts.length < least.counts.length ? cells : least), all);
      const cells = join(
        source,
        columns.map((j, i) => this.root.columns[j]!.levels[levels[i]!]!),
        grouper,
      );
      known.set(at, cells);
      this.measure(projection, at, levels, cells);
    }
    return projection;
  }

  private measure({ columns, small, least }: Projection, at: number, levels: readonly number[], cells: Cells): void {
    const { counts, codes } = cells;
    const tooSmall = new Int32Array(counts.length);
    let found = 0;
    let rows = 0;
    for (let cell = 0; cell < counts.length; cell++)
      if (counts[cell]! < this.leastRows) {
        tooSmall[found++] = cell;
        rows += counts[cell]!;
      }
    small[at] = rows;
    if (this.metric === null) return;
    for (const [i, j] of columns.entries()) {
      const { of, size } = this.root.columns[j]!.levels[levels[i]!]!;
      const hidden = new Int32Array(this.metric.ignoresSuppression ? 0 : size);
      if (!this.metric.ignoresSuppression) addHidden(hidden, tooSmall.subarray(0, found), codes[i]!, of, counts);
      least[at * columns.length + i] = this.metric.least(j, levels[i]!, { counts: hidden, total: small[at] });
    }
  }
}

function addHidden(hidden: Int32Array, cells: Int32Array, codes: PackCodes, of: Int32Array, counts: Int32Array): void {
  for (const cell of cells) {
    const value = of[codes[cell]!]!;
    hidden[value] = hidden[value]! + counts[cell]!;
  }
}

/** Cells that are equal at the levels, joined. */
function join({ codes, counts }: Cells, levels: readonly CompactLevel[], grouper: TupleGrouper): Cells {
  const packs = codes.map((column, i) => {
    const size = levels[i]!.of.length;
    return { columns: [i], sizes: [size], size, digits: [], codes: column };
  });
  const ids = grouper.group(packs, counts.length, levels);
  const sums = new Int32Array(ids);
  for (let cell = 0; cell < counts.length; cell++) {
    const id = grouper.ids[cell]!;
    sums[id] = sums[id]! + counts[cell]!;
  }
  const first = firsts(grouper.ids, counts.length, ids);
  return { codes: pickPacks(packs, first).map((pack) => pack.codes), counts: sums };
}

function unpack(packs: readonly Pack[]): PackCodes[] {
  const columns: PackCodes[] = [];
  for (const pack of packs)
    for (const [i, digit] of pack.digits.entries()) columns[pack.columns[i]!] = decode(pack, digit);
  return columns;
}

function decode({ codes }: Pack, digit: Int32Array): PackCodes {
  const column = new (codes instanceof Uint16Array ? Uint16Array : Int32Array)(codes.length);
  for (let t = 0; t < codes.length; t++) column[t] = digit[codes[t]!]!;
  return column;
}

function subsets(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}

/** All choices of one number per range, the first range's growing fastest: what is finer comes before. */
function combinations(ranges: readonly (readonly [number, number])[]): number[][] {
  return ranges.reduceRight<number[][]>(
    (rest, [from, to]) => rest.flatMap((tail) => Array.from({ length: to - from + 1 }, (_, i) => [from + i, ...tail])),
    [[]],
  );
}
