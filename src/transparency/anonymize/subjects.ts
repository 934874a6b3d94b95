import { bucketSort } from './bucket-sort.js';
import { PairTable } from './pair-table.js';

/**
 * Who stands behind the signatures. Most subjects stand behind one signature only, in whatever way it is generalized:
 * `lone[s]` of them behind s. The others are listed: subject i behind `signatures[starts[i]] … [starts[i + 1] − 1]`.
 */
export interface Subjects {
  readonly lone: Int32Array;
  readonly starts: Int32Array;
  readonly signatures: Int32Array;
}

/**
 * @param units signature → units; they are the subjects themselves when `subject` is absent
 * @param subject unit → subject
 */
export function collectSubjects(signatureOf: Int32Array, units: Int32Array, subject: Int32Array | undefined): Subjects {
  if (subject === undefined) return { lone: units, starts: new Int32Array(1), signatures: new Int32Array(0) };
  const lone = new Int32Array(units.length);
  const starts = [0];
  const shared: number[] = [];
  for (const distinct of signaturesBySubject(signatureOf, units.length, subject))
    if (distinct.length === 1) lone[distinct[0]!]! += 1;
    else {
      for (const s of distinct) shared.push(s);
      starts.push(shared.length);
    }
  return { lone, starts: Int32Array.from(starts), signatures: Int32Array.from(shared) };
}

function* signaturesBySubject(signatureOf: Int32Array, signatures: number, subject: Int32Array): Generator<number[]> {
  const table = new PairTable(subject.length);
  const { starts, items } = bucketSort(
    subject.map((code) => table.id(0, code)),
    table.end,
  );
  const seenFor = new Int32Array(signatures).fill(-1);
  for (let i = 0; i + 1 < starts.length; i++) {
    const distinct: number[] = [];
    for (let p = starts[i]!; p < starts[i + 1]!; p++) {
      const s = signatureOf[items[p]!]!;
      if (seenFor[s] !== i) distinct.push(s);
      seenFor[s] = i;
    }
    yield distinct;
  }
}

/** Adds to `counts`, which holds the lone subjects of each class already, those that stand behind several signatures. */
export function addSharedSubjects(
  { starts, signatures }: Subjects,
  classOf: Int32Array,
  counts: Int32Array,
  seen: Int32Array,
): void {
  for (let i = 0; i + 1 < starts.length; i++)
    for (let p = starts[i]!; p < starts[i + 1]!; p++) {
      const id = classOf[signatures[p]!]!;
      if (seen[id] !== i) counts[id] = counts[id]! + 1;
      seen[id] = i;
    }
}

/** The subjects once signatures are joined into classes: some stand behind one only now. */
export function joinSubjects({ lone, starts, signatures }: Subjects, classOf: Int32Array, classes: number): Subjects {
  const alone = new Int32Array(classes);
  for (let s = 0; s < lone.length; s++) alone[classOf[s]!]! += lone[s]!;
  const joined = [0];
  const shared: number[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    const distinct = new Set<number>();
    for (let p = starts[i]!; p < starts[i + 1]!; p++) distinct.add(classOf[signatures[p]!]!);
    if (distinct.size === 1) for (const id of distinct) alone[id]! += 1;
    else {
      shared.push(...distinct);
      joined.push(shared.length);
    }
  }
  return { lone: alone, starts: Int32Array.from(joined), signatures: Int32Array.from(shared) };
}
