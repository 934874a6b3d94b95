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

/** @param subject unit → subject; absent: every unit its own */
export function collectSubjects(
  signatureOf: Int32Array,
  signatures: number,
  subject: Int32Array | undefined,
): Subjects {
  const lone = new Int32Array(signatures);
  const starts = [0];
  const shared: number[] = [];
  if (subject === undefined) for (const s of signatureOf) lone[s]!++;
  else
    for (const distinct of signaturesBySubject(signatureOf, signatures, subject))
      if (distinct.length === 1) lone[distinct[0]!]!++;
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

/** Distinct subjects behind each class, given signature → class, into `counts`. */
export function countSubjects(
  { lone, starts, signatures }: Subjects,
  classOf: Int32Array,
  counts: Int32Array,
  seen: Int32Array,
): void {
  for (let s = 0; s < lone.length; s++) {
    const id = classOf[s]!;
    counts[id] = counts[id]! + lone[s]!;
  }
  for (let i = 0; i + 1 < starts.length; i++)
    for (let p = starts[i]!; p < starts[i + 1]!; p++) {
      const id = classOf[signatures[p]!]!;
      if (seen[id] !== i) counts[id] = counts[id]! + 1;
      seen[id] = i;
    }
}
