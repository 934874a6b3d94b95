import { Classes } from '../classes/classes.js';
import { Numbers } from '../classes/numbers.js';
import { Sequences } from '../classes/sequences.js';
import type { PlainColumn } from './read-columns.js';

/** The classes of a file in which every row is a person of their own. */
export interface PlainClasses {
  readonly classes: Classes;
  /** row → 1 when all its quasi-identifiers are blanked */
  readonly suppressed: Uint8Array;
  readonly suppressedRows: number;
}

/** @param blank what suppressed rows read in all quasi-identifiers; they are in no class */
export function plainClasses(
  quasiIdentifiers: readonly PlainColumn[],
  sensitive: readonly PlainColumn[],
  blank: string,
): PlainClasses {
  const rows = quasiIdentifiers[0]?.codes.length ?? 0;
  const isBlank = quasiIdentifiers.map(({ words }) =>
    Uint8Array.from({ length: words.count }, (_, code) => Number(words.text(code) === blank)),
  );
  const tuples = new Sequences();
  const classes = new Classes(sensitive.length);
  const suppressed = new Uint8Array(rows);
  const tuple = new Int32Array(quasiIdentifiers.length);
  const unit = { tuples: new Numbers(), values: sensitive.map(() => new Numbers()) };
  let suppressedRows = 0;
  for (let row = 0; row < rows; row++) {
    let blanks = 0;
    for (let i = 0; i < tuple.length; i++) {
      const code = quasiIdentifiers[i]!.codes[row]!;
      tuple[i] = code;
      blanks += isBlank[i]![code]!;
    }
    if (blanks === tuple.length) {
      suppressed[row] = 1;
      suppressedRows++;
      continue;
    }
    unit.tuples.clear();
    unit.tuples.push(tuples.id(tuple, tuple.length));
    for (const [a, column] of sensitive.entries()) {
      unit.values[a]!.clear();
      unit.values[a]!.push(column.codes[row]!);
    }
    classes.add(unit, null, row + 2);
  }
  return { classes, suppressed, suppressedRows };
}
