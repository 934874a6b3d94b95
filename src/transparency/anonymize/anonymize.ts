import { collapse, type RootBase } from './base.js';
import { checkProblem } from './check-problem.js';
import { Demands } from './demands.js';
import type { Grouping } from './grouping.js';
import { Lattice } from './lattice.js';
import { lossModel, type LossModel } from './loss-model.js';
import { LossTable } from './loss-table.js';
import { NodeCheck } from './node-check.js';
import { Projections } from './projections.js';
import type { Anonymization, Problem } from './problem.js';
import { Search, type Sharpening } from './search.js';

/** Checks before projections are built: most searches are over by then. */
const PATIENCE = 40;

/**
 * The transformation of least loss under which every published unit's signature (all its rows together) is shared by at
 * least k distinct subjects and meets the models, with at most the allowed share of units removed whole.
 * @throws AnonymizationRefused with a stable code: a hierarchy that is not nested, a malformed problem, nothing feasible
 */
export function anonymize(problem: Problem): Anonymization {
  const start = performance.now();
  checkProblem(problem);
  const { quasiIdentifiers, suppressionLimit, metric, budgetMs = Infinity, projectAfter, onProgress } = problem;
  const root = collapse(problem);
  const lattice = new Lattice(
    quasiIdentifiers.map(({ minLevel }) => minLevel ?? 0),
    quasiIdentifiers.map(({ maxLevel, hierarchy }) => maxLevel ?? hierarchy.levels.length - 1),
  );
  const losses = lossModel(root, metric);
  const limit = Math.floor(root.allUnits * suppressionLimit);
  const demands = new Demands(root, problem, losses);
  const nodes = new NodeCheck(root, demands, losses, limit);
  const search = new Search(
    lattice,
    leastLosses(lattice, losses),
    (node, best) => nodes.check(lattice.transformation(node), best),
    root.plain && demands.fewestRows > 1
      ? { after: projectAfter ?? PATIENCE, begin: byProjections(root, lattice, demands.fewestRows, losses, limit) }
      : null,
  );
  const found = search.run({
    outOfTime: () => performance.now() - start > budgetMs,
    onStep:
      onProgress &&
      (([best = 0], [lowerBound = 0]) => {
        onProgress({ best, lowerBound, checked: nodes.checked });
      }),
  });
  const transformation = lattice.transformation(found.node);
  const loss = found.loss[0]!;
  const lowerBound = found.lowerBound[0]!;
  const optimal = found.loss === found.lowerBound;
  return {
    transformation,
    loss,
    lossVector: found.loss,
    lowerBound,
    gap: optimal ? 0 : (loss - lowerBound) / loss,
    optimal,
    ...published(root, nodes.publish(transformation)),
    checked: nodes.checked,
    latticeSize: lattice.size,
    seconds: (performance.now() - start) / 1000,
  };
}

function byProjections(
  root: RootBase,
  lattice: Lattice,
  leastRows: number,
  { columns, least }: LossModel,
  limit: number,
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

function published(
  { rows, allUnits, signatureOf }: RootBase,
  { classOf, subjects, units, rows: sizes, kept, ids }: Grouping,
) {
  const tally = { suppressedUnits: 0, suppressedRows: rows, classes: 0, smallestClass: Infinity };
  for (let id = 0; id < ids; id++) {
    if (kept[id] === 0) {
      tally.suppressedUnits += units[id]!;
      continue;
    }
    tally.suppressedRows -= sizes[id]!;
    tally.classes++;
    tally.smallestClass = Math.min(tally.smallestClass, subjects[id]!);
  }
  return {
    keep: Uint8Array.from(signatureOf, (s) => kept[classOf[s]!]!),
    units: allUnits,
    ...tally,
    smallestClass: tally.classes === 0 ? 0 : tally.smallestClass,
  };
}
