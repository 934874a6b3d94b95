import { Dictionary } from '../dictionary.js';
import type { Problem, QuasiIdentifier } from '../problem.js';
import { restrict, type Restriction } from './restrict.js';

/**
 * The published rows of several rounds as one table of words, as a reader has it: rows of different rounds are in one
 * class when their words are the same, whatever level these stand at. Nothing in it can be generalized.
 * @param roundOf unit → round, from 1; 0: not published
 * @param transformations that of round r at `r − 1`
 */
export function unionOfRounds(
  problem: Problem,
  roundOf: Int32Array,
  transformations: readonly (readonly number[])[],
): Restriction {
  const { problem: part, ...places } = restrict(problem, (u) => roundOf[u]! > 0);
  const { unitOf } = places;
  const roundOfRow = new Int32Array(part.rows).map((_, row) => roundOf[unitOf[part.unit?.[row] ?? row]!]!);
  const words = part.quasiIdentifiers.map((column, j) =>
    published(
      column,
      transformations.map((levels) => levels[j]!),
      roundOfRow,
    ),
  );
  return { ...places, problem: { ...part, quasiIdentifiers: words, suppressionLimit: 1 } };
}

/** @param levels the column's level in every round */
function published(
  { name, codes, hierarchy }: QuasiIdentifier,
  levels: readonly number[],
  roundOfRow: Int32Array,
): QuasiIdentifier {
  const words = new Dictionary();
  const wordOf = levels.map((level) => {
    const { codes: groupOf, labels } = hierarchy.levels[level]!;
    const known = labels.map((label) => words.code(label));
    return Int32Array.from(groupOf, (group) => known[group]!);
  });
  const size = words.words.length;
  return {
    name,
    codes: codes.map((base, row) => wordOf[roundOfRow[row]! - 1]![base]!),
    hierarchy: {
      levels: [
        { codes: new Int32Array(size).map((_, code) => code), labels: words.words },
        { codes: new Int32Array(size), labels: ['*'] },
      ],
    },
    maxLevel: 0,
  };
}
