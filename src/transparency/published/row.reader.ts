import { Injectable } from '@nestjs/common';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import { csvLine } from '../rules/csv-line.js';
import { type Cursor, readCursor, writeCursor } from './cursor.js';
import type { PublishedRelease } from './release-descriptor.js';
import type { RowQuery } from './row-query.js';
import { groupsStatement, rowsStatement } from './row-sql.js';
import { orWithdrawn } from './withdrawn-meanwhile.js';

interface Page {
  /** A JSON array, as PostgreSQL wrote it */
  rows: string;
  count: number;
  lastRow: number | null;
  lastValue: string | null;
}

const MOST_GROUPS = 50_000;
const ROWS_A_PAGE = 1_000;
const ROWS_A_PIECE = 10_000;

/** Answers questions about one release's rows. The rows of a release never change, so pages fit each other. */
@Injectable()
export class RowReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** A page of rows; `next` is the cursor of the page after it. */
  async page(release: PublishedRelease, query: RowQuery): Promise<{ rows: string; next: string | null }> {
    const limit = query.limit ?? ROWS_A_PAGE;
    const page = await this.rows(release, query, limit, readCursor(release, query));
    const last = page.count === limit ? cursorOf(page) : null;
    return { rows: page.rows, next: last && writeCursor(release, query, last) };
  }

  /** Counts by group; `complete` unless there are more groups than were asked for. */
  async counts(release: PublishedRelease, query: RowQuery): Promise<{ rows: string; complete: boolean }> {
    const { rows, count } = await this.groups(release, query);
    return { rows, complete: count < (query.limit ?? MOST_GROUPS) };
  }

  /**
   * The same as CSV, all of it (or `limit` rows): read and sent piece by piece.
   * @throws RuleBroken bad-cursor (400), before anything is sent
   */
  csv(release: PublishedRelease, query: RowQuery): AsyncGenerator<string> {
    return this.pieces(release, query, readCursor(release, query));
  }

  private async *pieces(release: PublishedRelease, query: RowQuery, from: Cursor | null): AsyncGenerator<string> {
    const grouped = query.group.length > 0;
    const names = grouped ? [...query.group.map(({ name }) => name), 'count'] : release.columns.map(({ name }) => name);
    yield csvLine(names);
    if (grouped) {
      yield linesOf(await this.groups(release, query), names);
      return;
    }
    let left = query.limit ?? Infinity;
    let after = from;
    do {
      const page = await this.rows(release, query, Math.min(left, ROWS_A_PIECE), after);
      yield linesOf(page, names);
      left -= page.count;
      after = page.count === ROWS_A_PIECE && left > 0 ? cursorOf(page) : null;
    } while (after !== null);
  }

  private async rows(release: PublishedRelease, query: RowQuery, limit: number, after: Cursor | null): Promise<Page> {
    const { text, values } = rowsStatement(release, query, limit, after);
    return this.one(text, values);
  }

  private async groups(release: PublishedRelease, query: RowQuery): Promise<Page> {
    const { text, values } = groupsStatement(release, query, query.limit ?? MOST_GROUPS);
    return this.one(text, values);
  }

  private async one(text: string, values: readonly unknown[]): Promise<Page> {
    const [page] = await this.database.query<Page & Record<string, unknown>>(text, values).catch((error: unknown) => {
      throw orWithdrawn(error);
    });
    return page ?? { rows: '[]', count: 0, lastRow: null, lastValue: null };
  }
}

function cursorOf({ lastRow, lastValue }: Page): Cursor | null {
  return lastRow === null ? null : { row: lastRow, value: lastValue };
}

function linesOf({ rows }: Page, names: readonly string[]): string {
  const cells = JSON.parse(rows) as Record<string, string | number | boolean | null>[];
  return cells.map((row) => csvLine(names.map((name) => String(row[name] ?? '')))).join('');
}
