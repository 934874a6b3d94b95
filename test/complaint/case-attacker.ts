import type { EntityManager } from 'typeorm';
import { MasterKey } from '../../src/platform/crypto/index.js';
import { type CaseKey, CaseVault } from '../../src/vault/index.js';
import type { TestApp } from '../support/test-app.js';

/** Every table of the case side that has a column of that name or form. */
export async function columnsLike(redress: TestApp, form: string): Promise<{ table: string; column: string }[]> {
  const { rows } = await redress.database.owner.query<{ table: string; column: string }>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'redress' AND t.table_type = 'BASE TABLE' AND c.column_name LIKE $1 ORDER BY 1, 2`,
    [form],
  );
  return rows;
}

/** Who has the whole database and the master key, and asks no rule: what the texts of a case can be read by. */
export class CaseAttacker {
  private readonly vault: CaseVault;

  constructor(
    private readonly redress: TestApp,
    private readonly complaintId: string,
  ) {
    this.vault = new CaseVault(new MasterKey(redress.database.connections.masterKey));
  }

  /** Null: the key cannot be had from what is there. */
  async takeKey(): Promise<CaseKey | null> {
    const query = async (sql: string, values: unknown[]) => (await this.redress.database.owner.query(sql, values)).rows;
    return this.vault
      .open({ query } as unknown as EntityManager, this.redress.jurisdiction.id, this.complaintId)
      .catch(() => null);
  }

  /** Every sealed text of the case that this key opens, in whatever row it may stand. */
  async textsWith(key: CaseKey): Promise<string[]> {
    const texts: string[] = [];
    const bound = new Set((await columnsLike(this.redress, 'complaint_id')).map(({ table }) => table)).add('complaint');
    for (const { table, column } of await columnsLike(this.redress, '%\\_cipher')) {
      if (!bound.has(table)) continue;
      const own = table === 'complaint' ? 'id' : 'complaint_id';
      const { rows } = await this.redress.database.owner.query<Record<string, unknown>>(
        `SELECT * FROM redress."${table}" WHERE "${own}" = $1 AND "${column}" IS NOT NULL`,
        [this.complaintId],
      );
      for (const row of rows)
        for (const rowId of Object.values(row).filter((value) => typeof value === 'string')) {
          try {
            texts.push(key.open({ table, column, rowId }, row[column] as Buffer));
          } catch {
            // Another row's id: it does not open by that.
          }
        }
    }
    return texts;
  }
}

/** Each column of any case table in which one of the words stands, as text or as the bytes of the text. */
export async function columnsWith(redress: TestApp, words: readonly string[]): Promise<string[]> {
  const forms = words.flatMap((word) => [word, Buffer.from(word).toString('hex')]);
  const hits: string[] = [];
  for (const { table, column } of await columnsLike(redress, '%')) {
    const { rows } = await redress.database.owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM redress."${table}" AS row
        WHERE EXISTS (SELECT FROM unnest($1::text[]) AS form WHERE strpos(lower(row."${column}"::text), lower(form)) > 0)`,
      [forms],
    );
    if (rows[0]!.count > 0) hits.push(`${table}.${column}`);
  }
  return hits;
}
