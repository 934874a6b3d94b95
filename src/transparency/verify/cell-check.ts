import type { CodedRow, CodedRows } from './csv/coded-rows.js';
import { KeyBatch } from './csv/key-batch.js';
import { finerDate, IDENTIFIERS } from './identifier-patterns.js';
import type { Manifest, ManifestColumn } from './manifest.js';
import type { Roster } from './roster/roster.js';
import type { RowCheck } from './row-check.js';
import type { Report, ViolationCode } from './violation.js';

const ANY = '*';
const LONGEST = 160;
/** With a roster every key is looked up, and alone. */
const EVERYTHING = /(?=)/u;
const CONTROL = /[\u0000-\u001f\u007f\ufffd]/;

/** What each cell may hold: a value of its level, nothing that names a person, no date finer than declared, no prose. */
export class CellCheck implements RowCheck {
  private readonly columns: readonly Column[];
  private readonly keys: KeyBatch;
  private anyGuilty = false;

  constructor(
    { columns, forbidden }: Manifest,
    private readonly rows: CodedRows,
    roster: Roster | null,
    private readonly report: Report,
  ) {
    const rules = forbidden.map(({ name, pattern }) => [name, new RegExp(pattern, 'u')] as const);
    this.columns = columns.map((column) => new Column(column, rules, roster));
    const patterns = roster === null ? rules.map(([, pattern]) => pattern) : [EVERYTHING];
    this.keys = new KeyBatch(patterns, (key, line) => {
      const column = this.columns[rows.sortKeyAt]!;
      for (const [code, message] of column.find(key)) report(code, message, { line, column: column.name });
    });
  }

  row({ codes, line, step, fresh }: CodedRow): void {
    const { columns, rows } = this;
    if (step !== 0) rows.key?.addTo(this.keys, line);
    if (!fresh && !this.anyGuilty) return;
    for (let at = 0; at < columns.length; at++) {
      if (at === rows.sortKeyAt) continue;
      const column = columns[at]!;
      const code = codes[at]!;
      // Numbers are given in order of first appearance, so that a word not looked at yet is the next one.
      if (code === column.known) column.look(code, rows.text(at));
      if (column.guilty.size === 0) continue;
      this.anyGuilty = true;
      for (const [violation, message] of column.guilty.get(code) ?? [])
        this.report(violation, message, { line, column: column.name });
    }
  }

  end(): void {
    this.keys.flush();
  }
}

type Problem = readonly [ViolationCode, string];

class Column {
  readonly name: string;
  /** Words looked at so far, and what is wrong with those of them where something is. */
  known = 0;
  readonly guilty = new Map<number, readonly Problem[]>();
  private readonly values: ReadonlySet<string> | null;

  constructor(
    private readonly column: ManifestColumn,
    private readonly rules: readonly (readonly [string, RegExp])[],
    private readonly roster: Roster | null,
  ) {
    this.name = column.name;
    this.values = column.role !== 'key' && column.values !== undefined ? new Set(column.values) : null;
  }

  look(code: number, cell: string): void {
    this.known = code + 1;
    const found = [...this.find(cell)];
    if (found.length > 0) this.guilty.set(code, found);
  }

  *find(cell: string): Generator<Problem> {
    const { column, values } = this;
    for (const [name, pattern] of this.rules)
      if (pattern.test(cell)) yield ['forbidden-pattern', `the cell matches "${name}"`];
    if (CONTROL.test(cell)) yield ['control-character', 'the cell holds a control character or a line break'];
    if (this.roster?.names(cell) === true)
      yield ['identifier-of-roster', 'the cell holds a name, number or other identifier of the board’s roster'];
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
