import type { CompactColumn } from './compact-column.js';
import type { Grouping } from './grouping.js';
import type { SuppressedValues } from './metrics/column-metric.js';
import type { Pack, PackCodes } from './packs.js';

/** Rows that are not published: how many, and per column by the finest codes of their base. */
export interface HiddenRows {
  readonly byColumn: readonly Int32Array[];
  readonly total: number;
}

/** The rows that a grouping does not keep. */
export function hiddenRows(grouping: Grouping): HiddenRows {
  const { packs } = grouping.base;
  const { tuples, weightOf, total } = hiddenTuples(grouping);
  return spread(
    packs,
    packs.map(({ codes, size }) => weigh(codes, tuples, weightOf, size)),
    total,
  );
}

/** From the packs' codes to the columns' own. @param byPack per pack: its code → hidden rows */
export function spread(packs: readonly Pack[], byPack: readonly Int32Array[], total: number): HiddenRows {
  const byColumn: Int32Array[] = [];
  for (const [p, { columns, sizes, digits }] of packs.entries())
    for (const [i, j] of columns.entries()) byColumn[j] = regroup(byPack[p]!, digits[i]!, sizes[i]!);
  return { byColumn, total };
}

/** Hidden rows by the values of a column at a level. */
export function hiddenAt({ byColumn, total }: HiddenRows, columns: readonly CompactColumn[], j: number, level: number) {
  const { of, size } = columns[j]!.levels[level]!;
  const values: SuppressedValues = { counts: regroup(byColumn[j]!, of, size), total };
  return values;
}

function regroup(counts: Int32Array, groupOf: Int32Array, groups: number): Int32Array {
  const sums = new Int32Array(groups);
  for (let code = 0; code < groupOf.length; code++) {
    const count = counts[code]!;
    if (count === 0) continue;
    const group = groupOf[code]!;
    sums[group] = sums[group]! + count;
  }
  return sums;
}

/** The tuples of signatures that are not kept, and tuple → how many hidden rows have it. */
function hiddenTuples({ base, classOf, kept }: Grouping) {
  const { units, rowsOf, signatures } = base;
  const { starts, members } = signatures;
  const tuples = new Int32Array(base.tuples);
  const weightOf = new Int32Array(base.tuples);
  let distinct = 0;
  let total = 0;
  for (let s = 0; s < units.length; s++) {
    if (kept[classOf[s]!] === 1) continue;
    for (let p = starts[s]!; p < starts[s + 1]!; p++) {
      const tuple = members[p]!;
      if (weightOf[tuple] === 0) tuples[distinct++] = tuple;
      weightOf[tuple] = weightOf[tuple]! + units[s]!;
    }
    total += rowsOf[s]!;
  }
  return { tuples: tuples.subarray(0, distinct), weightOf, total };
}

/** The weights of some tuples by a pack's codes. @param weightOf tuple → weight */
export function weigh(codes: PackCodes, tuples: Int32Array, weightOf: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const tuple of tuples) {
    const code = codes[tuple]!;
    counts[code] = counts[code]! + weightOf[tuple]!;
  }
  return counts;
}
