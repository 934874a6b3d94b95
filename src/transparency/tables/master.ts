import type { Cut } from './cut.js';
import { type Highs, INFEASIBLE, type Model, OPTIMAL, TIME_LIMIT } from './solver.js';
import { TableRefused } from './table-refused.js';
import { CHOICE, type TableSystem } from './table-system.js';

export interface Choice {
  /** Per cell of the system the share to which it is hidden. */
  readonly shares: Float64Array;
  /** No protecting pattern costs less. */
  readonly bound: number;
}

/** The choice of cells to hide, under all cuts found so far (Fischetti & Salazar's master problem). */
export class Master {
  private readonly choices: Int32Array;
  private readonly column: Int32Array;
  private readonly relaxed: Model;
  private readonly cuts: Cut[] = [];

  constructor(
    private readonly highs: Highs,
    private readonly system: TableSystem,
  ) {
    this.choices = Int32Array.from([...system.standing.keys()].filter((cell) => system.standing[cell] === CHOICE));
    this.column = new Int32Array(system.standing.length).fill(-1);
    this.choices.forEach((cell, at) => (this.column[cell] = at));
    this.relaxed = this.model();
  }

  get size(): number {
    return this.cuts.length;
  }

  add(cut: Cut): void {
    this.cuts.push(cut);
    this.relaxed.addRow(1, Infinity, this.entries(cut));
  }

  /** The cheapest shares: a lower bound for every pattern. */
  relax(): Choice {
    const { modelStatus } = this.relaxed.run();
    if (modelStatus === INFEASIBLE) return { shares: this.shares(), bound: Infinity };
    if (modelStatus !== OPTIMAL)
      throw new TableRefused('solver-failed', `The choice of cells ended with status ${modelStatus}.`);
    return { shares: this.shares(this.relaxed.getSolution().colValue), bound: this.relaxed.getObjectiveValue() };
  }

  /** Cells whose reduced cost alone would pass the best known cost need not be looked at any more. */
  fix(bound: number, best: number): void {
    const { colDual, colValue } = this.relaxed.getSolution();
    this.choices.forEach((_, at) => {
      if (colValue[at]! < 1e-9 && bound + colDual[at]! > best + 1e-6) this.relaxed.changeColBounds(at, 0, 0);
    });
  }

  /** The cheapest whole pattern below `best` under the cuts so far; undefined shares when there is none. */
  decide(best: number, seconds: number): { shares: Float64Array | undefined; bound: number; proven: boolean } {
    const model = this.model();
    try {
      const { lower, upper } = this.relaxed.getCols({ kind: 'range', from: 0, to: this.choices.length - 1 });
      model.changeColsBounds({ kind: 'range', from: 0, to: this.choices.length - 1 }, lower, upper);
      for (const cut of this.cuts) model.addRow(1, Infinity, this.entries(cut));
      model.addRow(-Infinity, best, {
        indices: this.choices.map((_, at) => at),
        values: Float64Array.from(this.choices, (cell) => this.system.weight[cell]!),
      });
      model.changeColsIntegrality(
        { kind: 'range', from: 0, to: this.choices.length - 1 },
        new Int32Array(this.choices.length).fill(1),
      );
      model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-6, time_limit: Math.max(0.05, seconds), presolve: 'choose' });
      const { modelStatus } = model.run();
      if (modelStatus === INFEASIBLE) return { shares: undefined, bound: Infinity, proven: true };
      if (modelStatus !== OPTIMAL && modelStatus !== TIME_LIMIT)
        throw new TableRefused('solver-failed', `The choice of whole cells ended with status ${modelStatus}.`);
      const feasible = Number(model.info.get('primal_solution_status')) === 2;
      return {
        shares: feasible ? this.shares(model.getSolution().colValue) : undefined,
        bound: Number(model.info.get('mip_dual_bound')),
        proven: modelStatus === OPTIMAL,
      };
    } finally {
      model.dispose();
    }
  }

  dispose(): void {
    this.relaxed.dispose();
  }

  private model(): Model {
    const count = this.choices.length;
    const model = this.highs.createModel();
    model.options.set({ output_flag: false, presolve: 'off' });
    model.passModel({
      numCols: count,
      numRows: 0,
      colCost: Float64Array.from(this.choices, (cell) => this.system.weight[cell]!),
      colLower: new Float64Array(count),
      colUpper: new Float64Array(count).fill(1),
      rowLower: [],
      rowUpper: [],
      matrix: { format: 'csr', numRows: 0, numCols: count, starts: [0], indices: [], values: [] },
    });
    return model;
  }

  private entries(cut: Cut): { indices: Int32Array; values: Float64Array } {
    return { indices: cut.cells.map((cell) => this.column[cell]!), values: cut.factors };
  }

  private shares(values?: Float64Array): Float64Array {
    return Float64Array.from(this.column, (at) => (at === -1 ? 1 : Math.min(1, Math.max(0, values?.[at] ?? 0))));
  }
}
