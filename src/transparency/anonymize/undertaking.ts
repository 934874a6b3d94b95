import { collapse, type RootBase } from './base.js';
import { checkProblem } from './check-problem.js';
import { Lattice } from './lattice.js';
import type { LossModel } from './loss-model.js';
import { LossTable } from './loss-table.js';
import { NodeCheck } from './node-check.js';
import { Projections } from './projections.js';
import type { Anonymization, Problem } from './problem.js';
import { published } from './published.js';
import { Search } from './search.js';
import type { SearchLimits, Sharpening } from './search-terms.js';
import { taskOf, type Task } from './task.js';

/** Checks before projections are built: most searches are over by then. */
const PATIENCE = 40;

/** A problem that is being solved: what to check nodes with, the search, and how to tell the end of it. */
export interface Undertaking {
  readonly nodes: NodeCheck;
  readonly task: Task;
  readonly lattice: Lattice;
  readonly search: Search;
  readonly limits: SearchLimits;
  readonly finish: () => Anonymization;
}

/**
 * @param share puts the base where other threads see it
 * @throws AnonymizationRefused when the problem is malformed
 */
export function undertake(problem: Problem, share: (root: RootBase) => RootBase = (root) => root): Undertaking {
  const start = performance.now();
  checkProblem(problem);
  const { quasiIdentifiers, budgetMs = Infinity, projectAfter = PATIENCE, onProgress } = problem;
  const root = share(collapse(problem));
  const lattice = new Lattice(
    quasiIdentifiers.map(({ minLevel }) => minLevel ?? 0),
    quasiIdentifiers.map(({ maxLevel, hierarchy }) => maxLevel ?? hierarchy.levels.length - 1),
  );
  const task = taskOf(root, problem);
  const nodes = new NodeCheck(task);
  const { demands, losses } = nodes;
  const sharpening =
    root.plain && demands.fewestRows > 1
      ? { after: projectAfter, begin: byProjections(task, lattice, demands.fewestRows, losses) }
      : null;
  const search = new Search(
    lattice,
    leastLosses(lattice, losses),
    losses.known || !root.plain ? null : (losses.columns?.combine ?? null),
    sharpening,
  );
  const limits: SearchLimits = {
    outOfTime: () => performance.now() - start > budgetMs,
    onStep:
      onProgress &&
      (([best = 0], [lowerBound = 0]) => {
        onProgress({ best, lowerBound, checked: search.checked });
      }),
  };
  const finish = (): Anonymization => {
    const found = search.found();
    const transformation = lattice.transformation(found.node);
    const loss = found.loss[0]!;
    const lowerBound = found.lowerBound[0]!;
    const optimal = found.loss === found.lowerBound;
    return {
      transformation,
      loss,
      lossVector: found.loss,
      lowerBound,
      gap: optimal ? 0 : Number.isFinite(loss) ? (loss - lowerBound) / loss : 1,
      optimal,
      ...published(root, nodes.publish(transformation)),
      checked: search.checked,
      latticeSize: lattice.size,
      seconds: (performance.now() - start) / 1000,
    };
  };
  return { task, nodes, lattice, search, limits, finish };
}

function byProjections(
  { root, limit }: Task,
  lattice: Lattice,
  leastRows: number,
  { columns, least }: LossModel,
): Sharpening['begin'] {
  return (open) => {
    const projections = new Projections(root, lattice, leastRows, columns?.metric ?? null, open);
    return (node) => {
      const levels = lattice.transformation(node);
      if (projections.suppressed(levels) > limit) return null;
      return columns === null ? least(levels) : columns.combine(projections.columnLosses(levels));
    };
  };
}

function leastLosses(lattice: Lattice, losses: LossModel): LossTable {
  const table = new LossTable(lattice.size, losses.width);
  for (let node = 0; node < lattice.size; node++) table.set(node, losses.least(lattice.transformation(node)));
  return table;
}
