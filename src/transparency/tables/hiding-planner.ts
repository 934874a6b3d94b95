import { type Highs, INFEASIBLE, type Model, OPTIMAL, UNBOUNDED_OR_INFEASIBLE } from './solver.js';
import { TableRefused } from './table-refused.js';
import { type TableSystem, TOLERANCE } from './table-system.js';

/**
 * Which cells to hide so that one cell can move by a wanted amount, at the least cost per unit moved: the linear programme
 * of Kelly, Golden & Assad (1992) and Robertson. Hidden cells move for nothing, so one cell's cover serves the next.
 * Columns: the rise of every cell, then its fall.
 */
export class HidingPlanner {
  private readonly model: Model;
  private readonly count: number;

  constructor(
    highs: Highs,
    private readonly system: TableSystem,
  ) {
    const { value, upper, rows } = system;
    const count = (this.count = value.length);
    const rowCount = rows.starts.length - 1;
    this.model = highs.createModel();
    this.model.options.set({ output_flag: false, presolve: 'off' });
    this.model.passModel({
      numCols: 2 * count,
      numRows: rowCount,
      colCost: new Float64Array(2 * count),
      colLower: new Float64Array(2 * count),
      colUpper: Float64Array.from({ length: 2 * count }, (_, at) =>
        at < count ? upper[at]! - value[at]! : value[at - count]!,
      ),
      rowLower: new Float64Array(rowCount),
      rowUpper: new Float64Array(rowCount),
      matrix: { format: 'csr', numRows: rowCount, numCols: 2 * count, ...bothWays(system) },
    });
  }

  /** Adds to `hidden` what the cell needs to move by the amount; false when it cannot be had. */
  hideFor(cell: number, direction: 1 | -1, amount: number, hidden: Uint8Array): boolean {
    const { weight, value, upper } = this.system;
    const costs = Float64Array.from({ length: 2 * this.count }, (_, at) => {
      const of = at % this.count;
      return hidden[of] ? 1e-6 : weight[of]!;
    });
    this.model.changeColsCost({ kind: 'range', from: 0, to: 2 * this.count - 1 }, costs);
    const [wanted, other] = direction === 1 ? [cell, cell + this.count] : [cell + this.count, cell];
    const room = direction === 1 ? upper[cell]! - value[cell]! : value[cell]!;
    if (amount > room + TOLERANCE) return false;
    this.model.changeColBounds(wanted, Math.min(amount, room), room);
    this.model.changeColBounds(other, 0, 0);
    const { modelStatus } = this.model.run();
    const found = modelStatus === OPTIMAL;
    if (found) {
      const { colValue } = this.model.getSolution();
      for (let at = 0; at < 2 * this.count; at++) if (colValue[at]! > 1e-9) hidden[at % this.count] = 1;
    } else if (modelStatus !== INFEASIBLE && modelStatus !== UNBOUNDED_OR_INFEASIBLE)
      throw new TableRefused('solver-failed', `The search for cover ended with status ${modelStatus}.`);
    this.model.changeColBounds(wanted, 0, room);
    this.model.changeColBounds(other, 0, direction === 1 ? value[cell]! : upper[cell]! - value[cell]!);
    return found;
  }

  dispose(): void {
    this.model.dispose();
  }
}

function bothWays({ rows, value }: TableSystem): { starts: Int32Array; indices: Int32Array; values: Float64Array } {
  const count = value.length;
  const indices = new Int32Array(2 * rows.cells.length);
  const values = new Float64Array(2 * rows.cells.length);
  rows.cells.forEach((cell, at) => {
    indices[2 * at] = cell;
    indices[2 * at + 1] = cell + count;
    values[2 * at] = rows.factors[at]!;
    values[2 * at + 1] = -rows.factors[at]!;
  });
  return { starts: rows.starts.map((start) => 2 * start), indices, values };
}
