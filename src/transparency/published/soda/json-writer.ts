import type { Output } from '../soql/typed.js';
import type { AnswerWriter, Row } from './answer-writer.js';

type Shown = Record<string, string | boolean | undefined>;

/** Numbers are texts in SODA's JSON, true and false are not, and what is empty is left out. */
export class JsonWriter implements AnswerWriter {
  readonly type: string = 'application/json';
  protected readonly rows: Shown[] = [];
  private cells: readonly { readonly name: string; readonly isTruth: boolean }[] = [];
  /** Every row is a copy: objects of one form are written fastest. */
  private blank: Shown = {};

  begin(outputs: readonly Output[]): void {
    this.cells = outputs.map(({ name, expression }) => ({ name, isTruth: expression.type === 'boolean' }));
    this.blank = Object.fromEntries(outputs.map(({ name }) => [name, undefined]));
  }

  row(row: Row): void {
    const shown = { ...this.blank };
    for (const [at, { name, isTruth }] of this.cells.entries()) {
      const value = row[at];
      if (value !== null && value !== undefined) shown[name] = isTruth ? value === 't' : value;
    }
    this.rows.push(shown);
  }

  end(): string {
    return `${JSON.stringify(this.rows)}\n`;
  }
}
