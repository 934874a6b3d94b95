import { csvLine, safeCell } from '../../rules/csv-line.js';
import type { Output } from '../soql/typed.js';
import type { AnswerWriter, Row } from './answer-writer.js';

export class CsvWriter implements AnswerWriter {
  readonly type = 'text/csv';
  readonly end = '';
  private outputs: readonly Output[] = [];

  begin(outputs: readonly Output[]): string {
    this.outputs = outputs;
    return csvLine(outputs.map(({ name }) => name));
  }

  row(row: Row): string {
    return csvLine(row.map((value, at) => this.cell(value, at)));
  }

  /** Whoever writes a link writes texts of the answer too: none of them is a formula to whoever opens it. */
  private cell(value: string | null, at: number): string {
    const type = this.outputs[at]?.expression.type;
    if (value === null) return '';
    if (type === 'boolean') return value === 't' ? 'true' : 'false';
    return type === 'text' ? safeCell(value) : value;
  }
}
