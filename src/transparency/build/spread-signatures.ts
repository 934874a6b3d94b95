import type { Snapshot } from './read-snapshot.js';

/** Signatures as the anonymizer takes them: rows of coded columns. */
export interface SpreadSignatures {
  readonly rows: number;
  /** By column of the book: row → a word of the group. */
  readonly codes: readonly Int32Array[];
  /** row → unit, where a unit is a distinct signature or, when subjects are told apart, a unit of the source */
  readonly unit: Int32Array;
  /** unit → units of the source */
  readonly copies: Int32Array;
  /** Every unit has one row. */
  readonly plain: boolean;
}

/** Each distinct signature once, with its count; where subjects are told apart, each unit by itself. */
export function spreadSignatures({ book, people, units }: Snapshot): SpreadSignatures {
  const { signatures, tuples, columns } = book;
  const signatureOf = people?.signature ?? Int32Array.from({ length: signatures.count }, (_, s) => s);
  let rows = 0;
  for (const signature of signatureOf) rows += signatures.of(signature).length;
  const codes = columns.map(() => new Int32Array(rows));
  const unit = new Int32Array(rows);
  let row = 0;
  signatureOf.forEach((signature, u) => {
    for (const tuple of signatures.of(signature)) {
      const groups = tuples.of(tuple);
      for (let at = 0; at < columns.length; at++) codes[at]![row] = columns[at]!.first.at(groups[at]!);
      unit[row++] = u;
    }
  });
  const copies = people === null ? book.units.view() : new Int32Array(units).fill(1);
  return { rows, codes, unit, copies, plain: rows === signatureOf.length };
}
