import type { CharterDocument } from '../../charter/index.js';
import type { ColumnSpec, ReleaseSpec } from '../datasets/release-spec.js';
import type { AnonymizedSnapshot } from './anonymize-snapshot.js';
import { drawPseudonyms } from './pseudonyms.js';
import { publishableWords } from './publishable-words.js';
import { columnAt } from './read-snapshot.js';
import { UnitRows } from './unit-rows.js';

/** The table as it is published: generalized, suppressed, under pseudonyms, in an order that says nothing. */
export class ReleasedTable {
  /** By column: code of the snapshot → word of the file. */
  private readonly words: readonly (readonly string[])[];
  private readonly codes: readonly Int32Array[];
  private readonly unitRows: UnitRows;

  constructor(
    private readonly spec: ReleaseSpec,
    charter: CharterDocument,
    { snapshot, result, unitOf, chosen }: AnonymizedSnapshot,
  ) {
    this.codes = snapshot.columns.map(({ codes }) => codes);
    this.unitRows = new UnitRows(unitOf, result.keep);
    this.words = spec.columns.map((column, at) => {
      const data = columnAt(snapshot, at);
      if (column.role === 'key') return drawPseudonyms(data.size);
      if (column.role !== 'quasi-identifier') return publishableWords(column, data, this.unitRows, charter);
      const { hierarchy, level } = chosen.get(column.name) ?? {};
      const { codes = new Int32Array(), labels = [] } = hierarchy?.levels[level ?? 0] ?? {};
      return data.words.map((_, code) => labels[codes[code] ?? 0] ?? '');
    });
  }

  get columns(): readonly ColumnSpec[] {
    return this.spec.columns;
  }

  /** Rows in the order of the unit's pseudonym, then of their own text: the order of the cases cannot be read from it. */
  *rows(): Generator<readonly string[]> {
    const unitKeys = this.words[this.columns.findIndex(({ name }) => name === this.spec.unit)] ?? [];
    const order = this.unitRows.units.sort((one, other) => compare(unitKeys[one] ?? '', unitKeys[other] ?? ''));
    for (const unit of order) {
      const rows = Array.from(this.unitRows.of(unit), (row) => this.cells(row));
      yield* rows.length === 1 ? rows : rows.sort(byCells);
    }
  }

  private cells(row: number): string[] {
    return this.codes.map((codes, at) => this.words[at]?.[codes[row] ?? 0] ?? '');
  }
}

function byCells(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((cell, index) => cell !== other[index]);
  return at < 0 ? 0 : compare(one[at] ?? '', other[at] ?? '');
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
