import { type Highs, type Model, OPTIMAL } from './solver.js';
import { TableRefused } from './table-refused.js';
import type { TableSystem } from './table-system.js';

/** The farthest that a cell's value can be moved without contradicting what is published. */
export interface Reach {
  readonly distance: number;
  /** The deviation of every cell at that point: a proof that anybody can check. */
  readonly move: Float64Array;
  /** Reduced costs: by linear duality a proof that no point lies farther, and the source of every cut. */
  readonly prices: Float64Array;
}

/**
 * The reader who combines everything published, as a linear programme over deviations from the true values. A cell is
 * open (hidden) by a share from 0 to 1; between the two it may move by that share of its range, which is what the
 * relaxation of the choice needs (Fischetti & Salazar 2001, attacker subproblems).
 */
export class Attacker {
  private readonly model: Model;

  constructor(
    highs: Highs,
    private readonly system: TableSystem,
  ) {
    const { rows, value } = system;
    const count = value.length;
    const rowCount = rows.starts.length - 1;
    this.model = highs.createModel();
    // The primal simplex goes on from the last vertex when only the objective changes: most questions differ by that.
    this.model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
    this.model.passModel({
      numCols: count,
      numRows: rowCount,
      colCost: new Float64Array(count),
      colLower: new Float64Array(count),
      colUpper: new Float64Array(count),
      rowLower: new Float64Array(rowCount),
      rowUpper: new Float64Array(rowCount),
      matrix: {
        format: 'csr',
        numRows: rowCount,
        numCols: count,
        starts: rows.starts,
        indices: rows.cells,
        values: rows.factors,
      },
    });
  }

  /** Opens every cell by its share; hidden cells are expected to have 1. */
  open(shares: ArrayLike<number>): void {
    const { value, upper } = this.system;
    this.model.changeColsBounds(
      { kind: 'range', from: 0, to: value.length - 1 },
      value.map((held, cell) => -held * shares[cell]!),
      upper.map((most, cell) => (most - value[cell]!) * shares[cell]!),
    );
  }

  openOne(cell: number, share: number): void {
    const held = this.system.value[cell]!;
    this.model.changeColBounds(cell, -held * share, (this.system.upper[cell]! - held) * share);
  }

  reach(cell: number, direction: 1 | -1): Reach {
    this.model.changeColCost(cell, -direction);
    const { modelStatus } = this.model.run();
    if (modelStatus !== OPTIMAL)
      throw new TableRefused(
        'solver-failed',
        `The attack on a cell ended with status ${modelStatus}; nothing is proven.`,
      );
    const { colValue, colDual } = this.model.getSolution();
    this.model.changeColCost(cell, 0);
    return { distance: Math.abs(colValue[cell]!), move: colValue, prices: colDual };
  }

  /** Moves many cells at once, each with its force, as far as they go together. */
  pull(cells: readonly number[], forces: readonly number[]): Float64Array {
    cells.forEach((cell, at) => this.model.changeColCost(cell, -forces[at]!));
    const { modelStatus } = this.model.run();
    if (modelStatus !== OPTIMAL)
      throw new TableRefused('solver-failed', `The attack on all cells ended with status ${modelStatus}.`);
    const { colValue } = this.model.getSolution();
    for (const cell of cells) this.model.changeColCost(cell, 0);
    return colValue;
  }

  dispose(): void {
    this.model.dispose();
  }
}
