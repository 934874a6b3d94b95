import type { RootBase } from './base.js';
import { Cells } from './cells.js';
import type { Grouping } from './grouping.js';
import { compileModels, type CompiledModels } from './models/compile-models.js';
import { leastSuppressed } from './models/least-suppressed.js';
import { suppressSmallest } from './models/suppress-smallest.js';
import type { LossModel } from './loss-model.js';
import type { Problem } from './problem.js';

/** Units that must go at a node. */
export interface Suppression {
  readonly units: number;
  /** Those of them that every finer node must suppress too, because unions can only cure what is wrong with them. */
  readonly certain: number;
}

/** Decides which classes may be published. */
export class Demands {
  /** Without suppression, an infeasible node proves every finer one infeasible. */
  readonly closedUnderUnion: boolean;
  /** k is the only demand. */
  readonly onlyK: boolean;
  private readonly k: number;
  /** Smaller classes never pass; where units have several rows that is a matter of their cells. */
  private readonly leastRows: number;

  /** The fewest rows that a published class has, for tables where every unit is one row. */
  get fewestRows(): number {
    return Math.max(this.k, this.leastRows);
  }
  private readonly models: CompiledModels;
  /** per sensitive column: some rows have no value, so that a part of a cell may be in no cell at all */
  private readonly hasGaps: readonly boolean[];
  private readonly cells: readonly Cells[];

  constructor(
    root: RootBase,
    { k, models = [] }: Pick<Problem, 'k' | 'models'>,
    private readonly losses: LossModel,
  ) {
    this.k = k;
    this.models = compileModels(models, root.sensitive);
    this.onlyK = models.length === 0;
    this.hasGaps = root.sensitive.map(({ codes }) => codes.includes(-1));
    const tests = root.plain
      ? this.models.tests.filter(({ column }) => !this.hasGaps[column]!).flatMap((each) => each.tests)
      : [];
    this.leastRows = Math.max(1, ...tests.map((test) => test.leastRows));
    this.closedUnderUnion = this.models.tests.every(({ tests }) => tests.every((test) => test.closedUnderUnion));
    this.cells = root.occurrences.map((each, at) => new Cells(each, root.tuples, root.sensitive[at]!.overall.length));
  }

  /** Marks in `kept` the classes with enough subjects and rows. @returns units that are not in one */
  countPeople({ ids, units, rows, subjects, kept }: Grouping): number {
    const { k, leastRows } = this;
    let suppressed = 0;
    for (let id = 0; id < ids; id++) {
      const enough = subjects[id]! >= k && rows[id]! >= leastRows;
      kept[id] = enough ? 1 : 0;
      if (!enough) suppressed += units[id]!;
    }
    return suppressed;
  }

  /** Unmarks those that break a model. Stops asking, but for what is certain, when more than `limit` units must go. */
  askModels(grouping: Grouping, lackingPeople: number, limit: number): Suppression {
    const { base, kept, units } = grouping;
    const inevitable = base.plain ? this.models.sizes.map((model) => leastSuppressed(model, grouping)) : [];
    const least = Math.ceil(Math.max(0, ...inevitable) - 1e-6);
    if (least > limit) return { units: least, certain: least };
    let certain = lackingPeople;
    let doubtful = 0;
    for (const { column, tests } of this.models.tests) {
      const leastDistinct = Math.max(...tests.map((test) => test.leastDistinct));
      const leastRows = Math.max(...tests.map((test) => test.leastRows));
      // In a plain base classes of too few rows are not kept any more: fewer values is all that may still be certain.
      const mayBeCertain = (leastDistinct > 1 || !base.plain) && !this.hasGaps[column]!;
      this.cells[column]!.each(column, grouping, (cell, id) => {
        if (kept[id] === 0) return true;
        const isEnough = certain + doubtful > limit;
        if (isEnough && !mayBeCertain) return false;
        const isPoor = cell.distinct < leastDistinct || cell.rows < leastRows;
        if (isPoor && mayBeCertain) certain += units[id]!;
        else if (!isPoor && (isEnough || tests.every((test) => test.passes(cell)))) return true;
        else doubtful += units[id]!;
        kept[id] = 0;
        return true;
      });
    }
    const asked = { units: certain + doubtful, certain };
    return asked.units > limit || this.models.sizes.length === 0 ? asked : this.askSizes(grouping, certain);
  }

  private askSizes(grouping: Grouping, certain: number): Suppression {
    const { ids, units, kept } = grouping;
    const own = this.losses.ofClasses(grouping);
    for (const model of this.models.sizes) suppressSmallest(model, grouping, own);
    let suppressed = 0;
    for (let id = 0; id < ids; id++) if (kept[id] === 0) suppressed += units[id]!;
    return { units: suppressed, certain };
  }
}
