import { collapse, type Base } from './base.js';
import { checkProblem } from './check-problem.js';
import { entropyTerms } from './entropy.js';
import { Lattice } from './lattice.js';
import { NodeCheck, type Grouping } from './node-check.js';
import type { Anonymization, Problem } from './problem.js';
import { search } from './search.js';

/**
 * The transformation of least non-uniform entropy loss under which every published unit's signature (all its rows
 * together) is shared by at least k distinct subjects, with at most the allowed share of units removed whole.
 * @throws AnonymizationRefused with a stable code: a hierarchy that is not nested, a malformed problem, nothing feasible
 */
export function anonymize(problem: Problem): Anonymization {
  const start = performance.now();
  checkProblem(problem);
  const { k, quasiIdentifiers, suppressionLimit, budgetMs = Infinity, onProgress } = problem;
  const base = collapse(problem);
  const lattice = new Lattice(
    quasiIdentifiers.map(({ minLevel }) => minLevel ?? 0),
    quasiIdentifiers.map(({ maxLevel, hierarchy }) => maxLevel ?? hierarchy.levels.length - 1),
  );
  const losses = lattice.sums(entropyTerms(base));
  const nodes = new NodeCheck(base, k);
  const limit = Math.floor(base.signatureOf.length * suppressionLimit);
  const { node, lowerBound } = search(
    lattice,
    losses,
    (candidate) => nodes.group(lattice.transformation(candidate)).suppressedUnits <= limit,
    {
      outOfTime: () => performance.now() - start > budgetMs,
      onStep:
        onProgress &&
        ((step) => {
          onProgress({ ...step, checked: nodes.checked });
        }),
    },
  );
  const { checked } = nodes;
  const loss = losses[node]!;
  const transformation = lattice.transformation(node);
  return {
    transformation,
    loss,
    lowerBound,
    gap: loss === lowerBound ? 0 : (loss - lowerBound) / loss,
    optimal: loss === lowerBound,
    ...published(base, nodes.group(transformation), k),
    checked,
    latticeSize: lattice.size,
    seconds: (performance.now() - start) / 1000,
  };
}

function published(
  { rows, signatureOf, signatures, units }: Base,
  { classOf, subjects, ids, suppressedUnits }: Grouping,
  k: number,
) {
  const keep = Uint8Array.from(signatureOf, (s) => Number(subjects[classOf[s]!]! >= k));
  let kept = 0;
  for (let s = 0; s < units.length; s++) {
    const size = signatures.starts[s + 1]! - signatures.starts[s]!;
    if (subjects[classOf[s]!]! >= k) kept += size * units[s]!;
  }
  const sizes = subjects.subarray(0, ids).filter((count) => count >= k);
  return {
    keep,
    units: signatureOf.length,
    suppressedUnits,
    suppressedRows: rows - kept,
    classes: sizes.length,
    smallestClass: sizes.reduce((least, count) => Math.min(least, count), sizes[0] ?? 0),
  };
}
