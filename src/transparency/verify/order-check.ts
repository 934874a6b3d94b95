import type { CodedRow, CodedRows } from './csv/coded-rows.js';
import type { Manifest } from './manifest.js';
import type { RowCheck } from './row-check.js';
import type { Report } from './violation.js';

/**
 * Rows stand in the order of random keys, so that the order in which cases came in cannot be read from the file.
 * Rows that tie on the declared order must be equal, or their order would still say something.
 */
export class OrderCheck implements RowCheck {
  private readonly positions: readonly number[];
  private readonly previous: Int32Array;

  constructor(
    { columns, order }: Manifest,
    private readonly rows: CodedRows,
    private readonly report: Report,
  ) {
    this.positions = order.slice(1).map((name) => columns.findIndex((column) => column.name === name));
    this.previous = new Int32Array(columns.length);
  }

  row({ codes, line, step }: CodedRow): void {
    const { previous } = this;
    if (step > 0 || (step === 0 && this.isBehind(codes)))
      this.report('unsorted-rows', 'the row stands after a row that it must precede', { line });
    else if (step === 0 && this.isTied(codes) && codes.some((code, at) => code !== previous[at]))
      this.report('tied-rows', 'the row ties with the one before on the declared order, but differs from it', { line });
    previous.set(codes);
  }

  private isBehind(codes: Int32Array): boolean {
    const { previous, positions, rows } = this;
    const at = positions.find((position) => codes[position] !== previous[position]);
    if (at === undefined) return false;
    const words = rows.words[at]!;
    return words.text(previous[at]!) > words.text(codes[at]!);
  }

  private isTied(codes: Int32Array): boolean {
    return this.positions.every((at) => codes[at] === this.previous[at]);
  }
}
