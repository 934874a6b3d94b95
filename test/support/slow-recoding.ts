import type { Problem } from '../../src/transparency/anonymize/index.js';
import { word } from './slow-anonymizer.js';
import { passesSlowly } from './slow-models.js';

export interface SlowUnion {
  /** Published classes as lists of rows: units whose rows read the same, whatever rounds they are of. */
  readonly classes: readonly (readonly number[])[];
  /** What is wrong with it, in words; empty when nothing is. */
  readonly faults: readonly string[];
  readonly smallestClass: number;
}

/** A table published at several transformations, judged from its words alone by the definitions. */
export function slowUnion(
  problem: Problem,
  roundOf: ArrayLike<number>,
  transformations: readonly (readonly number[])[],
): SlowUnion {
  const { rows, quasiIdentifiers, unit, subject, k, models = [] } = problem;
  const lineOf = (row: number): string => {
    const levels = transformations[roundOf[unit?.[row] ?? row]! - 1]!;
    return quasiIdentifiers.map(({ hierarchy, codes }, j) => word(hierarchy, levels[j]!, codes[row]!)).join('|');
  };
  const byUnit = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const u = unit?.[row] ?? row;
    if (roundOf[u]! > 0) byUnit.set(u, [...(byUnit.get(u) ?? []), row]);
  }
  const classes = new Map<string, number[]>();
  for (const members of byUnit.values()) {
    const signature = members.map(lineOf).sort().join('&');
    classes.set(signature, [...(classes.get(signature) ?? []), ...members]);
  }
  const faults: string[] = [];
  let smallestClass = classes.size === 0 ? 0 : Infinity;
  for (const [signature, members] of classes) {
    const people = new Set(members.map((row) => subject?.[unit?.[row] ?? row] ?? unit?.[row] ?? row)).size;
    smallestClass = Math.min(smallestClass, people);
    if (people < k) faults.push(`${signature}: ${people} people`);
    for (const line of new Set(members.map(lineOf)))
      for (const model of models)
        if (
          !passesSlowly(
            problem,
            model,
            members.filter((row) => lineOf(row) === line),
          )
        )
          faults.push(`${signature}, ${line}: ${model.type}`);
  }
  const sizes = [...classes.values()].map((members) => members.length);
  const published = sizes.reduce((sum, size) => sum + size, 0);
  for (const model of models) {
    if (model.type !== 'average-risk' && model.type !== 'uniqueness') continue;
    const risky = model.type === 'average-risk' ? sizes.length : sizes.filter((size) => size === 1).length;
    if (published > 0 && risky / published > model.threshold + 1e-12)
      faults.push(`${model.type}: ${risky} of ${published}`);
  }
  return { classes: [...classes.values()], faults, smallestClass };
}
