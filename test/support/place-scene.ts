import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { placeReach } from '../../src/identity/index.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { STAFF_ROLES, type StaffRole } from '../../src/shared/actor.js';
import { caseTables, fillRows, loosen, requiredColumns } from '../complaint/fill-case-tables.js';
import { LEAVE_AGAIN } from './reach-scene.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** A row of a table, by whose it is: a person of that role, or of nobody who is here. */
export interface Owned {
  table: string;
  of: StaffRole | null;
}

/** Every table of a place that belongs to no case has a row of nobody in particular, and one of a person of each role where rows are people's. */
export class PlaceScene {
  readonly place = randomUUID();
  readonly people = new Map<StaffRole, string>(STAFF_ROLES.map((role) => [role, randomUUID()]));
  tables: string[] = [];
  private rows: (Owned & { row: unknown })[] = [];

  private constructor(
    readonly database: TestDatabase,
    private readonly app: pg.Client,
  ) {}

  static async open(): Promise<PlaceScene> {
    const database = await createTestDatabase();
    const app = new pg.Client(connectionOptions(database.connections.appUrl));
    await app.connect();
    const scene = new PlaceScene(database, app);
    await loosen(database.owner);
    await scene.fill();
    await scene.letReckonedColumnsBeGiven();
    await database.owner.query(LEAVE_AGAIN);
    return scene;
  }

  async close(): Promise<void> {
    await this.app.end();
    await this.database.drop();
  }

  get all(): readonly Owned[] {
    return this.rows;
  }

  /** From now on the application's connection is this person's. */
  async be(role: StaffRole): Promise<void> {
    const sql = `SELECT set_config('redress.jurisdiction', $1, false), set_config('redress.staff', $2, false)`;
    await this.app.query(sql, [this.place, this.people.get(role)]);
  }

  async seen(): Promise<Owned[]> {
    return (await this.read(this.app, this.tables)).map(({ table, of }) => ({ table, of }));
  }

  /** Which of the rows that are there the policy would let this person leave; nothing of tables where the application inserts nothing. */
  async leaves(): Promise<(Owned & { leaves: boolean })[]> {
    const { rows: open } = await this.database.owner.query<{ table: string }>(
      `SELECT name AS table FROM unnest($1::text[]) name WHERE has_table_privilege('redress_app', 'redress.' || name, 'INSERT')`,
      [this.tables],
    );
    const tried = this.rows.filter(({ table }) => open.some((one) => one.table === table));
    const { rows } = await this.app.query<{ leaves: boolean }>('SELECT leaves FROM public.leave_again($1)', [
      JSON.stringify(tried.map(({ table, row }) => ({ table, row }))),
    ]);
    return rows.map(({ leaves }, at) => ({ table: tried[at]!.table, of: tried[at]!.of, leaves }));
  }

  private async fill(): Promise<void> {
    const { owner } = this.database;
    await owner.query(`INSERT INTO redress.jurisdiction VALUES ($1, 'testville', 'Testville', 'UTC')`, [this.place]);
    const bound = new Set((await caseTables(owner)).map(({ table }) => table));
    const { rows } = await owner.query<{ table: string }>(
      `SELECT relname AS table FROM pg_class WHERE relnamespace = 'redress'::regnamespace AND relrowsecurity ORDER BY 1`,
    );
    this.tables = rows.map(({ table }) => table).filter((table) => !bound.has(table));
    const required = await requiredColumns(owner);
    for (const table of this.tables) {
      const column = placeReach[table]?.own;
      const ids = column === undefined ? [] : [...this.people.values()];
      await fillRows(owner, this.place, { table, column, required }, [randomUUID(), ...ids]);
    }
    for (const [role, id] of this.people)
      await owner.query('UPDATE redress.staff SET roles = ARRAY[$2], sign_in_name = $2 WHERE id = $1', [id, role]);
    this.rows = await this.read(owner, this.tables);
  }

  private async letReckonedColumnsBeGiven(): Promise<void> {
    const { rows } = await this.database.owner.query<{ sql: string }>(
      `SELECT format('ALTER TABLE %s ALTER COLUMN %I DROP EXPRESSION', attrelid::regclass, attname) AS sql FROM pg_attribute
        WHERE attgenerated <> '' AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'redress'::regnamespace AND relrowsecurity)`,
    );
    await this.database.owner.query(rows.map(({ sql }) => sql).join(';'));
  }

  private async read(
    client: Pick<pg.Client, 'query'>,
    tables: readonly string[],
  ): Promise<(Owned & { row: unknown })[]> {
    const whose = new Map([...this.people].map(([role, id]) => [id, role]));
    const found: (Owned & { row: unknown })[] = [];
    for (const table of tables) {
      const own = placeReach[table]?.own;
      const { rows } = await client.query<{ id: string; row: unknown }>(
        `SELECT ${own ?? 'NULL'} AS id, to_jsonb(t) AS row FROM redress."${table}" t ORDER BY 1`,
      );
      found.push(...rows.map(({ id, row }) => ({ table, of: whose.get(id) ?? null, row })));
    }
    return found;
  }
}
