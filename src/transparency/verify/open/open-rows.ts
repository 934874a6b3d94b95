import type { Report } from '../violation.js';
import type { OpenClaims, OpenColumn } from './open-manifest.js';

const CONTROL = /[\u0000-\u001f\u007f\ufffd]/;
const FORMS: Readonly<Record<OpenColumn['type'], RegExp>> = {
  text: /^[^]*$/u,
  integer: /^(-?\d{1,10})?$/,
  boolean: /^(true|false)?$/,
  date: /^(\d{4}-\d{2}-\d{2})?$/,
};

/** What each cell and each row may be, whatever the file is made of. */
export class OpenRows {
  rows = 0;
  /** Runs of rows with one first cell: of a cut, units of its source */
  units = 0;
  private readonly rules: readonly (readonly [string, RegExp])[];
  private readonly seen = new Set<string>();
  private previous: readonly string[] | null = null;
  private first: string | null = null;
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly claims: OpenClaims,
    private readonly report: Report,
  ) {
    this.places = new Map(claims.columns.map(({ name }, at) => [name, at]));
    this.rules = claims.forbidden.map(({ name, pattern }) => [name, new RegExp(pattern, 'u')]);
  }

  row(cells: readonly string[], line: number): void {
    this.rows++;
    if (cells[0] !== this.first) this.units++;
    this.first = cells[0] ?? null;
    for (const [at, column] of this.claims.columns.entries()) this.cell(column, cells[at] ?? '', line);
    this.place(cells, line);
    if (this.claims.basis !== 'public-record') return;
    this.named(cells, line);
    this.small(cells, line);
  }

  private cell({ name, type }: OpenColumn, cell: string, line: number): void {
    const where = { line, column: name };
    if (!FORMS[type].test(cell)) this.report('value-not-of-type', `the cell is no ${type}`, where);
    if (CONTROL.test(cell))
      this.report('control-character', 'the cell holds a control character or a line break', where);
    for (const [rule, pattern] of this.rules)
      if (pattern.test(cell)) this.report('forbidden-pattern', `the cell matches "${rule}"`, where);
  }

  private place(cells: readonly string[], line: number): void {
    const ordered = this.of(this.claims.order, cells);
    const before = this.previous;
    this.previous = ordered;
    const at = before?.findIndex((cell, index) => cell !== ordered[index]) ?? -1;
    if (before !== null && at >= 0 && before[at]! > ordered[at]!)
      this.report('unsorted-rows', 'the row stands after a row that it must precede', { line });
  }

  private named(cells: readonly string[], line: number): void {
    const name = JSON.stringify(this.of(this.claims.key, cells));
    if (this.seen.has(name)) this.report('duplicate-key', 'the key names two rows', { line });
    this.seen.add(name);
  }

  /** A count is none or at least k, in what is told and in what follows from it by subtraction. */
  private small(cells: readonly string[], line: number): void {
    const { small } = this.claims;
    if (small === undefined) return;
    const [k, whole] = this.of([small.k, small.whole], cells);
    for (const column of small.counts) {
      const [count = ''] = this.of([column], cells);
      if (count === '') continue;
      const rest = column === small.whole || whole === '' ? 0 : Number(whole) - Number(count);
      if ([Number(count), rest].some((each) => each !== 0 && each < Number(k)))
        this.report('cell-below-k', 'a count tells of fewer than k', { line, column });
    }
  }

  private of(names: readonly string[], cells: readonly string[]): string[] {
    return names.map((name) => cells[this.places.get(name) ?? -1] ?? '');
  }
}
