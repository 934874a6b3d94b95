import type { Output, SoqlType } from '../soql/typed.js';
import type { AnswerWriter, Row } from './answer-writer.js';

/** Numbers are texts in SODA's JSON, true and false are not, and what is empty is left out. */
export class JsonWriter implements AnswerWriter {
  readonly type: string = 'application/json';
  readonly end: string = ']\n';
  private cells: readonly { readonly name: string; readonly type: SoqlType }[] = [];

  begin(outputs: readonly Output[]): string {
    this.cells = outputs.map(({ name, expression }) => ({ name: `${JSON.stringify(name)}:`, type: expression.type }));
    return '[';
  }

  row(row: Row, first: boolean): string {
    return `${first ? '' : '\n,'}${this.object(row)}`;
  }

  protected object(row: Row): string {
    let text = '';
    for (let at = 0; at < row.length; at++) {
      const value = row[at];
      const cell = this.cells[at];
      if (value === null || value === undefined || !cell) continue;
      text += text === '' ? cell.name : `,${cell.name}`;
      text += cell.type === 'text' ? JSON.stringify(value) : cell.type === 'boolean' ? truth(value) : `"${value}"`;
    }
    return `{${text}}`;
  }
}

const truth = (value: string): string => (value === 't' ? 'true' : 'false');
