import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { connectionOptions } from './connection-options.js';

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

  /** A client of one's own, for a stream: `release()` it. */
  async connect(): Promise<PoolClient> {
    return this.pool.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
