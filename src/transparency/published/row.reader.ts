import { Injectable } from '@nestjs/common';
import { csvLine } from '../rules/csv-line.js';
import { AskRelease } from './ask-release.js';
import { CopyRows } from './copy-rows.js';
import { type Cursor, readCursor, writeCursor } from './cursor.js';
import type { PublishedRelease } from './release-descriptor.js';
import type { RowQuery } from './row-query.js';
import { groupsQuestion, rowsQuestion } from './row-question.js';
import type { TypedQuery } from './soql/typed.js';
import { asText, isRowNumber, rowAsJson } from './typed-json.js';

interface Page {
  rows: string[];
  /** Of rows: where the page ended */
  last: Cursor | null;
}

const MOST_GROUPS = 50_000;
const ROWS_A_PAGE = 1_000;
const ROWS_A_PIECE = 10_000;

/** Answers questions about one release's rows. The rows of a release never change, so pages fit each other. */
@Injectable()
export class RowReader {
  constructor(
    private readonly release: AskRelease,
    private readonly copies: CopyRows,
  ) {}

  /** A page of rows, a JSON array; `next` is the cursor of the page after it. */
  async page(release: PublishedRelease, query: RowQuery): Promise<{ rows: string; next: string | null }> {
    const limit = query.limit ?? ROWS_A_PAGE;
    const question = rowsQuestion(release, query, limit, readCursor(release, query));
    const { rows, last } = await this.read(release, question, rowAsJson(question.outputs));
    const next = last && rows.length === limit ? writeCursor(release, query, last) : null;
    return { rows: arrayOf(rows), next };
  }

  /** Counts by group, a JSON array; `complete` unless there are more groups than were asked for. */
  async counts(release: PublishedRelease, query: RowQuery): Promise<{ rows: string; complete: boolean }> {
    const limit = query.limit ?? MOST_GROUPS;
    const question = groupsQuestion(release, query, limit);
    const { rows } = await this.read(release, question, rowAsJson(question.outputs));
    return { rows: arrayOf(rows), complete: rows.length < limit };
  }

  /**
   * The same as CSV, all of it (or `limit` rows): read and sent piece by piece.
   * @throws RuleBroken bad-cursor, soql-too-costly (400), before anything is sent
   */
  csv(release: PublishedRelease, query: RowQuery): AsyncGenerator<string | Buffer> {
    const after = readCursor(release, query);
    if (query.group.length > 0) return this.groups(release, groupsQuestion(release, query, query.limit ?? MOST_GROUPS));
    const first = rowsQuestion(release, query, Math.min(query.limit ?? ROWS_A_PIECE, ROWS_A_PIECE), after);
    return query.order === null && query.limit === null && after === null
      ? this.copies.pieces(release, first)
      : this.pages(release, query, first);
  }

  private async *groups(release: PublishedRelease, question: TypedQuery): AsyncGenerator<string> {
    const { rows } = await this.read(release, question, csvLineOf(question));
    yield csvLine(question.outputs.map(({ name }) => name)) + rows.join('');
  }

  private async *pages(release: PublishedRelease, query: RowQuery, first: TypedQuery): AsyncGenerator<string> {
    yield csvLine(release.columns.map(({ name }) => name));
    let left = query.limit ?? Infinity;
    for (let question: TypedQuery | null = first; question !== null;) {
      const { rows, last }: Page = await this.read(release, question, csvLineOf(question));
      yield rows.join('');
      left -= rows.length;
      const goesOn = rows.length === ROWS_A_PIECE && left > 0;
      question = goesOn ? rowsQuestion(release, query, Math.min(left, ROWS_A_PIECE), last) : null;
    }
  }

  private async read(
    release: PublishedRelease,
    question: TypedQuery,
    write: (row: readonly (string | null)[]) => string,
  ): Promise<Page> {
    const rows: string[] = [];
    let end: readonly (string | null)[] = [];
    await this.release.each(release, question, (row) => {
      rows.push(write(row));
      end = row;
    });
    return { rows, last: question.grouped || rows.length === 0 ? null : cursorOf(question, end) };
  }
}

/** The row's number, and its value in the column that orders. */
function cursorOf({ outputs, order }: TypedQuery, row: readonly (string | null)[]): Cursor {
  const ordering = order[0]?.expression;
  const at = outputs.findIndex(({ name }) => ordering?.kind === 'column' && ordering.name === name);
  const output = outputs[at];
  return { row: Number(row[0]), value: output ? asText(output, row[at]) : null };
}

function csvLineOf({ outputs }: TypedQuery): (row: readonly (string | null)[]) => string {
  const shown = outputs.map((output, at) => ({ output, at })).filter(({ output }) => !isRowNumber(output));
  return (row) => csvLine(shown.map(({ output, at }) => asText(output, row[at]) ?? ''));
}

const arrayOf = (rows: readonly string[]): string => `[${rows.join('\n,')}]`;
