import { finerDate, IDENTIFIERS } from './identifier-patterns.js';
import type { Manifest, ManifestColumn } from './manifest.js';
import type { RowCheck } from './row-check.js';
import type { Report, ViolationCode } from './violation.js';

const ANY = '*';
const LONGEST = 160;
const REMEMBERED = 50_000;
const CONTROL = /[\u0000-\u001f\u007f]/;

/** What each cell may hold: a value of its level, nothing that names a person, no date finer than declared, no prose. */
export class CellCheck implements RowCheck {
  private readonly columns: readonly Column[];

  constructor(
    { columns, forbidden }: Manifest,
    private readonly report: Report,
  ) {
    const rules = forbidden.map(({ name, pattern }) => [name, new RegExp(pattern, 'u')] as const);
    this.columns = columns.map((column) => new Column(column, rules));
  }

  row(cells: readonly string[], line: number): void {
    for (const [at, column] of this.columns.entries())
      for (const [code, message] of column.problems(cells[at] ?? ''))
        this.report(code, message, { line, column: column.name });
  }
}

type Problem = readonly [ViolationCode, string];

class Column {
  readonly name: string;
  private readonly values: ReadonlySet<string> | null;
  /** Cells already found innocent; most columns hold few distinct words. */
  private readonly innocent = new Set<string>();

  constructor(
    private readonly column: ManifestColumn,
    private readonly rules: readonly (readonly [string, RegExp])[],
  ) {
    this.name = column.name;
    this.values = column.role !== 'key' && column.values !== undefined ? new Set(column.values) : null;
  }

  problems(cell: string): readonly Problem[] {
    if (this.innocent.has(cell)) return [];
    const found = [...this.find(cell)];
    if (found.length === 0 && this.column.role !== 'key' && this.innocent.size < REMEMBERED) this.innocent.add(cell);
    return found;
  }

  private *find(cell: string): Generator<Problem> {
    const { column, values } = this;
    for (const [name, pattern] of this.rules)
      if (pattern.test(cell)) yield ['forbidden-pattern', `the cell matches "${name}"`];
    if (CONTROL.test(cell)) yield ['control-character', 'the cell holds a control character or a line break'];
    if (column.role === 'key') return;
    for (const [name, pattern] of IDENTIFIERS)
      if (pattern.test(cell)) yield ['identifier-in-cell', `the cell looks like ${name}`];
    const finer = finerDate(cell, column.dates);
    if (finer !== null)
      yield [
        'date-finer-than-level',
        `the cell shows a ${finer}, the column may show a ${column.dates ?? 'year'} at most`,
      ];
    if (column.role !== 'quasi-identifier') {
      if (values !== null && !values.has(cell))
        yield ['value-not-listed', 'the cell is not among the values that the manifest lists'];
      if (values === null && cell.length > LONGEST)
        yield ['free-text-in-cell', `the cell is longer than ${LONGEST} characters`];
    } else if (values?.has(cell) !== true)
      yield cell === ANY || cell === ''
        ? [
            'suppressed-row-readable',
            'the cell is blanked though its level is not: a suppressed row must be absent as a whole',
          ]
        : ['value-outside-level', `the cell is not a value of level ${column.level}`];
  }
}
