import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { connectionOptions } from '../postgres/connection-options.js';
import type { WrappedKey } from './key-encryption-keys.js';

export interface OrganizationKeyRow {
  readonly version: number;
  /** null: of a database older than these keys, and not yet adopted */
  readonly key: WrappedKey | null;
}

type Work<T> = (client: pg.ClientBase) => Promise<T>;

/**
 * The keys' own way to the database. Who needs a key is in a transaction of the pool's already: waiting for another of its
 * connections, all of them could wait for each other.
 */
export class KeyRows implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(appUrl: string) {
    const options = { max: 2, idleTimeoutMillis: 10_000, connectionTimeoutMillis: 5_000, statement_timeout: 10_000 };
    this.pool = new pg.Pool({ ...connectionOptions(appUrl), ...options, application_name: 'redress keys' });
    this.pool.on('error', () => undefined);
  }

  async jurisdictions(): Promise<string[]> {
    return this.within(null, async (client) => {
      const { rows } = await client.query<{ id: string }>('SELECT id FROM redress.jurisdiction ORDER BY id');
      return rows.map(({ id }) => id);
    });
  }

  async ofOrganization(jurisdictionId: string): Promise<OrganizationKeyRow[]> {
    return this.within(jurisdictionId, async (client) => {
      const { rows } = await client.query<{ version: number; kekId: string | null; wrapped: Buffer | null }>(
        'SELECT version, kek_id AS "kekId", wrapped FROM redress.organization_key ORDER BY version',
      );
      return rows.map(({ version, kekId, wrapped }) => ({
        version,
        key: kekId === null || wrapped === null ? null : { kekId, wrapped },
      }));
    });
  }

  /** Of two who draw the first at once one is kept, and both get that one. */
  async keepFirst(jurisdictionId: string, { kekId, wrapped }: WrappedKey): Promise<void> {
    await this.within(jurisdictionId, (client) =>
      client.query(
        `INSERT INTO redress.organization_key (jurisdiction_id, version, kek_id, wrapped) VALUES ($1, 1, $2, $3)
         ON CONFLICT DO NOTHING`,
        [jurisdictionId, kekId, wrapped],
      ),
    );
  }

  async adopt(jurisdictionId: string, { kekId, wrapped }: WrappedKey): Promise<void> {
    await this.within(jurisdictionId, (client) =>
      client.query(
        'UPDATE redress.organization_key SET kek_id = $1, wrapped = $2 WHERE version = 1 AND wrapped IS NULL',
        [kekId, wrapped],
      ),
    );
  }

  /** The id of the master key that a case of this jurisdiction was sealed under, before there were organization keys. */
  async formerMasterId(jurisdictionId: string): Promise<string | undefined> {
    return this.within(jurisdictionId, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `SELECT wrapping_key_id AS id FROM redress.case_key
          WHERE organization_version = 1 AND wrapping_key_id NOT LIKE 'organization/%' LIMIT 1`,
      );
      return rows[0]?.id;
    });
  }

  /** One transaction as the application's role; with a jurisdiction, within its rows alone. */
  async within<T>(jurisdictionId: string | null, work: Work<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('redress.jurisdiction', $1, true)`, [jurisdictionId ?? '']);
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
