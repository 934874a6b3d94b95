import type { Base } from './base.js';
import { compactAt } from './compact-column.js';
import { firsts } from './firsts.js';
import type { Grouping } from './grouping.js';
import type { OccurrenceMerger, Occurrences } from './occurrences.js';
import { recodePacks } from './packs.js';
import { pick } from './pick.js';
import type { Signatures } from './signatures.js';
import { joinSubjects } from './subjects.js';

/** Occurrences per tuple. */
const MERGED_ABOVE = 4;

/**
 * A base of a grouping's classes (roll-up, Kohlmayer et al. 2012): at every node at least as coarse it groups to the same
 * classes as the base it came from, with fewer tuples to visit. The order of first appearance is kept.
 */
export function coarsen(
  { base, levels, tupleOf, tupleIds, classOf, ids, units: ofClasses }: Grouping,
  merger: OccurrenceMerger,
): Base {
  const first = firsts(tupleOf, base.tuples, tupleIds);
  const dense = base.plain ? classOf : densely(classOf, base.units.length, ids);
  const count = base.plain ? ids : dense.reduce((most, id) => Math.max(most, id + 1), 0);
  const units = base.plain ? ofClasses.slice(0, ids) : sums(base.units, dense, count);
  return {
    rows: base.rows,
    columns: base.columns.map((column, j) => compactAt(column, levels[j]!)),
    floor: levels,
    packs: recodePacks(
      base.packs,
      base.columns.map((column, j) => column.levels[levels[j]!]!),
      first,
    ),
    tuples: tupleIds,
    signatures: base.plain ? plainSignatures(count) : joinSignatures(base.signatures, tupleOf, dense, count),
    plain: base.plain,
    units,
    rowsOf: base.rowsOf === base.units ? units : sums(base.rowsOf, dense, count),
    subjects:
      base.subjects.lone === base.units ? { ...base.subjects, lone: units } : joinSubjects(base.subjects, dense, count),
    occurrences: base.occurrences.map((each) =>
      joinOccurrences(each, tupleOf, dense, each.value.length > MERGED_ABOVE * tupleIds ? merger : null),
    ),
  };
}

/** What has become equal is merged when that may spare much; the merging costs more than a visit to all. */
function joinOccurrences(
  each: Occurrences,
  tupleOf: Int32Array,
  classOf: Int32Array,
  merger: OccurrenceMerger | null,
): Occurrences {
  const signature = pick(classOf, each.signature);
  const tuple = each.tuple === each.signature ? signature : pick(tupleOf, each.tuple);
  const joined = { ...each, signature, tuple };
  return merger?.merge(joined) ?? joined;
}

/** Class ids without gaps, in order of first appearance. */
function densely(classOf: Int32Array, signatures: number, ids: number): Int32Array {
  const number = new Int32Array(ids).fill(-1);
  const dense = new Int32Array(signatures);
  let next = 0;
  for (let s = 0; s < signatures; s++) {
    const id = classOf[s]!;
    if (number[id] === -1) number[id] = next++;
    dense[s] = number[id]!;
  }
  return dense;
}

function sums(numbers: Int32Array, classOf: Int32Array, classes: number): Int32Array {
  const total = new Int32Array(classes);
  for (let s = 0; s < numbers.length; s++) {
    const id = classOf[s]!;
    total[id] = total[id]! + numbers[s]!;
  }
  return total;
}

function plainSignatures(count: number): Signatures {
  const starts = new Int32Array(count + 1);
  for (let s = 0; s <= count; s++) starts[s] = s;
  return { count, starts, members: starts.subarray(0, count) };
}

function joinSignatures({ starts, members }: Signatures, tupleOf: Int32Array, classOf: Int32Array, count: number) {
  const first = firsts(classOf, classOf.length, count);
  const joined = new Int32Array(count + 1);
  for (const [id, s] of first.entries()) joined[id + 1] = joined[id]! + starts[s + 1]! - starts[s]!;
  const all = new Int32Array(joined[count]!);
  for (const [id, s] of first.entries())
    for (let p = starts[s]!, to = joined[id]!; p < starts[s + 1]!; p++, to++) all[to] = tupleOf[members[p]!]!;
  return { count, starts: joined, members: all };
}
