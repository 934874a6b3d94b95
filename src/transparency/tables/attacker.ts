import { type Highs, type Model, OPTIMAL } from './solver.js';
import { TableRefused } from './table-refused.js';
import type { SparseRows, TableSystem } from './table-system.js';

/** The farthest that a cell's value can be moved without contradicting what is published. */
export interface Reach {
  readonly distance: number;
  /** The deviation of every cell at that point: a proof that anybody can check. */
  readonly move: Float64Array;
  /** What each row is worth: by linear duality a proof that no point lies farther, and the source of every cut. */
  readonly prices: Float64Array;
}

/**
 * The reader who combines everything published, as a linear programme over deviations from the true values. A cell is
 * open (hidden) by a share from 0 to 1; between the two it may move by that share of its range, which is what the
 * relaxation of the choice needs (Fischetti & Salazar 2001, attacker subproblems). Cells that `among` leaves out stay
 * closed for good: patterns are sparse, and a small programme is a fast one.
 */
export class Attacker {
  private readonly model: Model;
  private readonly cells: Int32Array;
  private readonly column: Int32Array;
  private readonly rowsKept: Int32Array;

  constructor(
    highs: Highs,
    private readonly system: TableSystem,
    among?: ArrayLike<number>,
  ) {
    this.cells = Int32Array.from([...system.value.keys()].filter((cell) => !among || among[cell]! > 0));
    this.column = new Int32Array(system.value.length).fill(-1);
    this.cells.forEach((cell, at) => (this.column[cell] = at));
    const { kept, starts, indices, values } = restrict(system.rows, this.column);
    this.rowsKept = kept;
    this.model = highs.createModel();
    // The primal simplex goes on from the last vertex when only the objective changes: most questions differ by that.
    this.model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
    const numCols = this.cells.length;
    const numRows = kept.length;
    this.model.passModel({
      numCols,
      numRows,
      colCost: new Float64Array(numCols),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols),
      rowLower: new Float64Array(numRows),
      rowUpper: new Float64Array(numRows),
      matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    });
  }

  /** Opens every cell by its share; hidden cells are expected to have 1. */
  open(shares: ArrayLike<number>): void {
    if (this.cells.length === 0) return;
    const { value, upper } = this.system;
    this.model.changeColsBounds(
      { kind: 'range', from: 0, to: this.cells.length - 1 },
      Float64Array.from(this.cells, (cell) => -value[cell]! * shares[cell]!),
      Float64Array.from(this.cells, (cell) => (upper[cell]! - value[cell]!) * shares[cell]!),
    );
  }

  openOne(cell: number, share: number): void {
    const held = this.system.value[cell]!;
    this.model.changeColBounds(this.column[cell]!, -held * share, (this.system.upper[cell]! - held) * share);
  }

  reach(cell: number, direction: 1 | -1): Reach {
    const move = this.pull([cell], [direction]);
    return { distance: Math.abs(move[cell]!), move, prices: this.prices };
  }

  /** Moves many cells at once, each with its force, as far as they go together. */
  pull(cells: readonly number[], forces: readonly number[]): Float64Array {
    cells.forEach((cell, at) => this.model.changeColCost(this.column[cell]!, -forces[at]!));
    const { modelStatus } = this.model.run();
    if (modelStatus !== OPTIMAL)
      throw new TableRefused('solver-failed', `An attack ended with status ${modelStatus}; nothing is proven.`);
    const { colValue, rowDual } = this.model.getSolution();
    for (const cell of cells) this.model.changeColCost(this.column[cell]!, 0);
    const move = new Float64Array(this.column.length);
    this.cells.forEach((cell, at) => (move[cell] = colValue[at]!));
    this.prices = new Float64Array(this.system.rows.starts.length - 1);
    this.rowsKept.forEach((row, at) => (this.prices[row] = rowDual[at]!));
    return move;
  }

  dispose(): void {
    this.model.dispose();
  }

  private prices = new Float64Array();
}

function restrict({ starts, cells, factors }: SparseRows, column: Int32Array) {
  const kept: number[] = [];
  const begins = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      if (column[cells[at]!]! < 0) continue;
      indices.push(column[cells[at]!]!);
      values.push(factors[at]!);
    }
    if (indices.length === begins.at(-1)!) continue;
    begins.push(indices.length);
    kept.push(row);
  }
  return { kept: Int32Array.from(kept), starts: begins, indices, values };
}
