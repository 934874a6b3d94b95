import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolClient, Query, type QueryResultRow } from 'pg';
import { connectionOptions } from './connection-options.js';

/** No parsing: the text is what will be sent. */
const AS_WRITTEN = { rowMode: 'array', types: { getTypeParser: () => (value: string) => value } };

/** The public side's database: a login that can read the published schema and nothing else. */
@Injectable()
export class PublishedDatabase implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({
      ...connectionOptions(url),
      max: 10,
      connectionTimeoutMillis: 2_000,
      statement_timeout: 10_000,
      application_name: 'redress-public',
    });
    // A connection that the server ended while idle is replaced on the next use.
    this.pool.on('error', () => undefined);
  }

  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, [...values])).rows;
  }

  /**
   * Each row as PostgreSQL wrote its values, in their order, when it arrives: no value is made into an object of ours, and no
   * more than one row is held.
   */
  async eachRow(
    text: string,
    values: readonly string[],
    take: (row: readonly (string | null)[]) => void,
  ): Promise<void> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const query = client.query(new Query({ ...AS_WRITTEN, text, values: [...values] }));
        query.on('row', take as (row: unknown) => void);
        query.once('end', () => {
          resolve();
        });
        query.once('error', reject);
      });
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      // What the server refused leaves the connection good; what broke on our side may not.
      client.release(failure !== undefined && !('severity' in failure));
    }
  }

  /** A client of one's own, for a stream: `release()` it. */
  async connect(): Promise<PoolClient> {
    return this.pool.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
