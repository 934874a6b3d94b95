import { UNKNOWN } from '../anonymize/index.js';
import { DistinctLists } from './distinct-lists.js';
import { IntList } from './int-list.js';
import { countedOf, type QuasiIdentifierPlan, quasiIdentifiersOf, type ReleasePlan } from './release-plan.js';
import type { Cell } from './row-source.js';
import { WordColumn } from './word-column.js';

/**
 * What the rows say, without the rows: distinct tuples of what may be known and what is counted, distinct signatures
 * of units (the multiset of a unit's tuples), and how many units have each. Memory grows with what is distinct.
 */
export class SignatureBook {
  /** Of quasi-identifiers, then of counted columns, in the plan's order. */
  readonly columns: readonly WordColumn[];
  readonly names: readonly string[];
  readonly tuples = new DistinctLists();
  readonly signatures = new DistinctLists();
  /** signature → units */
  readonly units = new IntList();
  private readonly open = new IntList();
  private readonly tuple: Int32Array;

  constructor(plan: ReleasePlan) {
    const quasiIdentifiers = quasiIdentifiersOf(plan);
    const counted = countedOf(plan);
    this.names = [...quasiIdentifiers, ...counted].map(({ name }) => name);
    this.columns = [
      ...quasiIdentifiers.map((column) => new WordColumn(UNKNOWN, floorOf(column))),
      ...counted.map(({ missing }) => new WordColumn(missing, null)),
    ];
    this.tuple = new Int32Array(this.columns.length);
  }

  /** A row of the unit that is open. @param codes where the words' codes are put, from `at` on */
  row(cells: readonly Cell[], codes: Int32Array, at = 0): void {
    const { tuple, columns } = this;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      const code = column.code(cells[i] ?? null);
      codes[at + i] = code;
      tuple[i] = column.groupOf(code);
    }
    this.open.push(this.tuples.id(tuple));
  }

  /** The unit has no more rows. @returns its signature */
  close(): number {
    const signature = this.signatures.id(this.open.view().sort());
    this.open.clear();
    return signature;
  }

  /** One more unit of that signature. */
  count(signature: number): void {
    if (signature === this.units.length) this.units.push(0);
    this.units.add(signature, 1);
  }
}

function floorOf(column: QuasiIdentifierPlan): ((word: string) => string) | null {
  const { minLevel } = column;
  if (minLevel === 0) return null;
  return (word) => {
    const level = column.hierarchy([word]).levels[minLevel];
    return level?.labels[level.codes[0] ?? 0] ?? '';
  };
}
