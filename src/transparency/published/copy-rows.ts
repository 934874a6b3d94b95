import { Injectable } from '@nestjs/common';
import { csvLine } from '../rules/csv-line.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import { refuseValue } from './ask-release.js';
import type { PublishedRelease } from './release-descriptor.js';
import { rowsOf } from './release-table.js';
import { BoundValues } from './soql/bound-values.js';
import { columnSql } from './soql/expression-sql.js';
import { conditionsSql } from './soql/soql-statement.js';
import type { TypedQuery } from './soql/typed.js';
import { isRowNumber } from './typed-json.js';

const NUMBERS_A_PIECE = 50_000;
/**
 * COPY takes no parameters: values are handed over as settings of the transaction, and never stand in a text of ours. Each is
 * read once, by a query of its own, not once a row.
 */
const setting = (at: number): string => `asked.v${at}`;

/**
 * Rows as the database itself writes CSV, in their own order, by ranges of their numbers. Between two pieces nothing is held:
 * who reads slowly holds up nobody, and each piece has the time that a statement has.
 */
@Injectable()
export class CopyRows {
  constructor(private readonly database: PublishedDatabase) {}

  async *pieces(release: PublishedRelease, question: TypedQuery): AsyncGenerator<string | Buffer> {
    yield csvLine(release.columns.map(({ name }) => name));
    const values = new BoundValues((at, type) => `(SELECT current_setting('${setting(at)}')::${type})`);
    const source = rowsOf(release);
    const conditions = conditionsSql(question, source, values);
    const shown = question.outputs
      .filter((output) => !isRowNumber(output))
      .map(({ name, expression }) => {
        const column = columnSql(name);
        return expression.type === 'boolean'
          ? `CASE WHEN ${column} THEN 'true' WHEN NOT ${column} THEN 'false' END`
          : column;
      });
    const settings = values.all.map((value, at) => [setting(at + 1), value] as const);
    for (let from = 0; from < release.rows; from += NUMBERS_A_PIECE) {
      const range = [`t.row_number > ${from}`, `t.row_number <= ${from + NUMBERS_A_PIECE}`];
      const rows = `SELECT ${shown.join(', ')} FROM ${source.table} t WHERE ${[...range, ...conditions].join(' AND ')}`;
      const piece = await this.database.copy(`${rows} ORDER BY t.row_number`, settings).catch(refuseValue);
      if (piece.length > 0) yield piece;
    }
  }
}
