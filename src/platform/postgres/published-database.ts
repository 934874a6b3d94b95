import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Pool, type PoolClient, Query, type QueryResultRow } from 'pg';
import { to } from 'pg-copy-streams';
import { connectionOptions } from './connection-options.js';

/** No parsing: the text is what will be sent. */
const AS_WRITTEN = { rowMode: 'array', types: { getTypeParser: () => (value: string) => value } };

const CONNECTION_MS = 3_600_000;
const MOST_NAMES = 200;

/** A statement that only reads, with its values as texts. */
export interface ReadStatement {
  readonly text: string;
  readonly values: readonly string[];
  /** It is asked again and again with other values: worth keeping prepared. */
  readonly isRepeated: boolean;
}

/** The public side's database: a login that can read the published schema and nothing else. */
@Injectable()
export class PublishedDatabase implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly names = new Map<string, string>();
  private hour = 0;

  constructor(url: string) {
    this.pool = new Pool({
      ...connectionOptions(url),
      max: 10,
      maxLifetimeSeconds: CONNECTION_MS / 1_000,
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
  async eachRow(statement: ReadStatement, take: (row: readonly (string | null)[]) => void): Promise<void> {
    const { text, values, isRepeated } = statement;
    const name = isRepeated ? this.nameOf(text) : undefined;
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const query = client.query(new Query({ ...AS_WRITTEN, ...(name ? { name } : {}), text, values: [...values] }));
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

  /** Statements are kept prepared by their name on each connection, and connections live for an hour: few at any time. */
  private nameOf(text: string): string | undefined {
    const hour = Math.floor(performance.now() / CONNECTION_MS);
    if (hour !== this.hour) this.names.clear();
    this.hour = hour;
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_NAMES) return known;
    const name = `page-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.names.set(text, name);
    return name;
  }

  /**
   * What COPY writes of a query, as CSV without a header. A COPY takes no parameters: the query reads its values with
   * `current_setting(name)`. They are gone with the transaction.
   */
  async copy(query: string, settings: readonly (readonly [name: string, value: string])[]): Promise<Buffer> {
    const client = await this.pool.connect();
    let isWhole = false;
    try {
      await client.query('BEGIN READ ONLY');
      for (const [name, value] of settings) await client.query('SELECT set_config($1, $2, true)', [name, value]);
      const pieces: Buffer[] = [];
      for await (const piece of client.query(to(`COPY (${query}) TO STDOUT WITH (FORMAT csv)`)))
        pieces.push(piece as Buffer);
      await client.query('COMMIT');
      isWhole = true;
      return Buffer.concat(pieces);
    } finally {
      client.release(!isWhole);
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
