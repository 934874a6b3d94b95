import { csvLine, safeCell } from '../../rules/csv-line.js';
import type { Output } from '../soql/typed.js';
import type { AnswerWriter, Row } from './answer-writer.js';

export class CsvWriter implements AnswerWriter {
  readonly type = 'text/csv';
  private readonly lines: string[] = [];
  private outputs: readonly Output[] = [];

  begin(outputs: readonly Output[]): void {
    this.outputs = outputs;
    this.lines.push(csvLine(outputs.map(({ name }) => name)));
  }

  row(row: Row): void {
    this.lines.push(csvLine(row.map((value, at) => this.cell(value, at))));
  }

  end(): string {
    return this.lines.join('');
  }

  /** Whoever writes a link writes texts of the answer too: none of them is a formula to whoever opens it. */
  private cell(value: string | null, at: number): string {
    const type = this.outputs[at]?.expression.type;
    if (value === null) return '';
    if (type === 'boolean') return value === 't' ? 'true' : 'false';
    return type === 'text' ? safeCell(value) : value;
  }
}
