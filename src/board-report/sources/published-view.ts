import type { QueryResultRow } from 'pg';
import type { PublishedDatabase } from '../../platform/postgres/published-database.js';

/** Asks what is published, all questions in one view of it. */
export interface PublishedView {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * One snapshot, read only, with the login that has no right on any case table: a report cannot hold a number that was not
 * released, because the database would refuse to say it.
 */
export async function inOneView<T>(database: PublishedDatabase, work: (view: PublishedView) => Promise<T>): Promise<T> {
  const client = await database.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const view = {
      query: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(text, [...values])).rows,
    };
    const result = await work(view);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
