import type { SuppressedValues } from './metrics/column-metric.js';
import type { Grouping } from './grouping.js';
import type { PackCodes } from './packs.js';

/** Rows that a grouping does not keep, per column by its values at its level. */
export function suppressedValues(grouping: Grouping): SuppressedValues[] {
  const { base, levels } = grouping;
  const { tuples, weights, total } = suppressedTuples(grouping);
  const found = new Array<SuppressedValues>(levels.length);
  for (const pack of base.packs) {
    const byCode = weigh(pack.codes, tuples, weights, pack.size);
    for (const [i, digit] of pack.digits.entries()) {
      const j = pack.columns[i]!;
      const { of, size } = base.columns[j]!.levels[levels[j]!]!;
      const counts = new Int32Array(size);
      for (let code = 0; code < byCode.length; code++) {
        if (byCode[code] === 0) continue;
        const value = of[digit[code]!]!;
        counts[value] = counts[value]! + byCode[code]!;
      }
      found[j] = { counts, total };
    }
  }
  return found;
}

/** The tuples of suppressed signatures, as often as they stand there, and the rows that each time stands for. */
function suppressedTuples({ base, classOf, kept }: Grouping) {
  const { units, rowsOf, signatures } = base;
  const { starts, members } = signatures;
  const tuples = new Int32Array(members.length);
  const weights = new Int32Array(members.length);
  let at = 0;
  let total = 0;
  for (let s = 0; s < units.length; s++) {
    if (kept[classOf[s]!] === 1) continue;
    for (let p = starts[s]!; p < starts[s + 1]!; p++, at++) {
      tuples[at] = members[p]!;
      weights[at] = units[s]!;
    }
    total += rowsOf[s]!;
  }
  return { tuples: tuples.subarray(0, at), weights, total };
}

function weigh(codes: PackCodes, tuples: Int32Array, weights: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let i = 0; i < tuples.length; i++) {
    const code = codes[tuples[i]!]!;
    counts[code] = counts[code]! + weights[i]!;
  }
  return counts;
}
