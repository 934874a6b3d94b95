import type { Problem } from '../problem.js';
import type { Recoding } from './recoding.js';
import { unionOfRounds } from './union.js';

/** The quasi-identifiers as they are published, whatever round a row is of. */
export interface RecodedTable {
  /** published row → row of the problem, in its order */
  readonly rowOf: Int32Array;
  /** `words[codes[published row]]` */
  readonly columns: readonly { readonly name: string; readonly codes: Int32Array; readonly words: readonly string[] }[];
}

/** Which round a row is of need not be published: its words say all that a reader may know. */
export function recodedTable(
  problem: Problem,
  { roundOf, rounds }: Pick<Recoding, 'roundOf' | 'rounds'>,
): RecodedTable {
  const union = unionOfRounds(
    problem,
    roundOf,
    rounds.map(({ transformation }) => transformation),
  );
  return {
    rowOf: union.rowOf,
    columns: union.problem.quasiIdentifiers.map(({ name, codes, hierarchy }) => ({
      name,
      codes,
      words: hierarchy.levels[0]!.labels,
    })),
  };
}
