import { bucketSort } from './bucket-sort.js';
import { compactColumn, type CompactColumn } from './compact-column.js';
import { firsts } from './firsts.js';
import { withValue } from './with-value.js';
import { OccurrenceMerger, type Occurrences } from './occurrences.js';
import { packColumns, pickPacks, type Pack } from './packs.js';
import { pick } from './pick.js';
import type { Problem } from './problem.js';
import { sensitiveColumn, type SensitiveColumn } from './sensitive-column.js';
import { SignatureGrouper, type Signatures } from './signatures.js';
import { collectSubjects, type Subjects } from './subjects.js';
import { TupleGrouper } from './tuple-grouper.js';

/**
 * The problem without repetition: distinct tuples, distinct multisets of them (signatures), and who stands behind
 * each. A node of the lattice is checked on it without touching the rows again.
 */
export interface Base {
  readonly rows: number;
  readonly columns: readonly CompactColumn[];
  /** per quasi-identifier: the finest level of which something is known */
  readonly floor: readonly number[];
  /** The tuples' codes in the columns' finest level. */
  readonly packs: readonly Pack[];
  readonly tuples: number;
  readonly signatures: Signatures;
  /** Signature s is tuple s alone: every unit is one row. */
  readonly plain: boolean;
  /** signature → units that have it, and their rows; the same array when `plain` */
  readonly units: Int32Array;
  readonly rowsOf: Int32Array;
  readonly subjects: Subjects;
  /** per sensitive column: where its values stand */
  readonly occurrences: readonly Occurrences[];
}

/** The base that the rows give, with what leads back to them. */
export interface RootBase extends Base {
  /** All units, copies counted. */
  readonly allUnits: number;
  /** unit → signature */
  readonly signatureOf: Int32Array;
  readonly sensitive: readonly SensitiveColumn[];
}

export function collapse(problem: Problem): RootBase {
  const { rows, quasiIdentifiers, unit, subject, copies, sensitive: attributes = [] } = problem;
  const weights = rowWeights(problem);
  const compact = quasiIdentifiers.map((column) => compactColumn(column, weights));
  const columns = compact.map(({ column }) => column);
  const rowPacks = packColumns(
    compact.map(({ codes, column }) => ({ codes, size: column.counts.length })),
    rows,
  );
  const grouper = new TupleGrouper(rows);
  const tuples = grouper.group(
    rowPacks,
    rows,
    columns.map(({ levels }) => levels[0]!),
  );
  const tupleOf = grouper.ids;
  const packs = pickPacks(rowPacks, firsts(tupleOf, rows, tuples));
  const { signatures, signatureOf } = collectSignatures(tupleOf, tuples, unit);
  const units = new Int32Array(signatures.count);
  for (let u = 0; u < signatureOf.length; u++) units[signatureOf[u]!]! += copies?.[u] ?? 1;
  const plain = unit === undefined;
  const rowsOf = plain ? units : units.map((count, s) => count * (signatures.starts[s + 1]! - signatures.starts[s]!));
  const subjects = collectSubjects(signatureOf, units, subject);
  const sensitive = attributes.map((attribute) => sensitiveColumn(attribute, weights));
  const signature = plain ? signatureOf : unit.map((u) => signatureOf[u]!);
  const count = sensitive.length === 0 ? new Int32Array(0) : (weights ?? new Int32Array(rows).fill(1));
  const merger = new OccurrenceMerger(count.length, plain);
  const occurrences = sensitive.map(({ codes: value }) =>
    merger.merge(withValue({ signature, tuple: plain ? signature : tupleOf, value, count })),
  );
  return {
    rows: rowsOf.reduce((sum, count) => sum + count, 0),
    allUnits: units.reduce((sum, count) => sum + count, 0),
    columns,
    floor: columns.map(() => 0),
    packs,
    tuples,
    signatures,
    plain,
    units,
    rowsOf,
    subjects,
    occurrences,
    signatureOf,
    sensitive,
  };
}

/** row → how many rows it stands for; null: one each */
function rowWeights({ unit, copies }: Problem): Int32Array | null {
  return copies === undefined || unit === undefined ? (copies ?? null) : pick(copies, unit);
}

function collectSignatures(tupleOf: Int32Array, tuples: number, unit: Int32Array | undefined) {
  if (unit === undefined) return plainSignatures(tupleOf, tuples);
  const byUnit = bucketSort(
    unit,
    unit.reduce((most, code) => Math.max(most, code + 1), 0),
  );
  const members = byUnit.items.map((row) => tupleOf[row]!);
  const every = { count: byUnit.starts.length - 1, starts: byUnit.starts, members };
  const grouper = new SignatureGrouper(every);
  const ids = new Int32Array(tuples).map((_, tuple) => tuple);
  const dense = new Int32Array(grouper.group(every, ids, tuples)).fill(-1);
  const starts = [0];
  const distinct: number[] = [];
  const signatureOf = grouper.ids.map((id, u) => {
    if (dense[id] !== -1) return dense[id]!;
    for (let i = every.starts[u]!; i < every.starts[u + 1]!; i++) distinct.push(members[i]!);
    return (dense[id] = starts.push(distinct.length) - 2);
  });
  return {
    signatureOf,
    signatures: { count: starts.length - 1, starts: Int32Array.from(starts), members: Int32Array.from(distinct) },
  };
}

/** Every row its own unit: signatures and tuples are the same thing. */
function plainSignatures(tupleOf: Int32Array, tuples: number) {
  const starts = new Int32Array(tuples + 1).map((_, i) => i);
  return { signatureOf: tupleOf.slice(), signatures: { count: tuples, starts, members: starts.subarray(0, tuples) } };
}
