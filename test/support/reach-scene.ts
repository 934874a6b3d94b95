import pg from 'pg';
import { randomUUID } from 'node:crypto';
import type { RowRelation } from '../../src/identity/index.js';
import { tableReach } from '../../src/identity/index.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { STAFF_ROLES, type StaffRole } from '../../src/shared/actor.js';
import { caseTables, fillCaseTables, loosen } from '../complaint/fill-case-tables.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** How somebody of each role stands to a case of their own; `here`, `agenda` and `policy` are one case for all. */
const THEIRS = ['assigned', 'panel', 'mediating', 'glass', 'team', 'own'] as const;
type Stood = Exclude<RowRelation, 'any'>;

/** Checked before whether such a row is there already: what a policy refuses is refused first. */
export const LEAVE_AGAIN = `
  CREATE FUNCTION public.leave_again(rows jsonb) RETURNS TABLE (tried text, of_case uuid, leaves boolean) LANGUAGE plpgsql AS $$
  DECLARE one jsonb;
  BEGIN
    FOR one IN SELECT * FROM jsonb_array_elements(rows) LOOP
      tried := one ->> 'table'; of_case := one ->> 'id';
      BEGIN
        EXECUTE format('INSERT INTO redress.%1$I SELECT * FROM jsonb_populate_record(NULL::redress.%1$I, $1)', tried) USING one -> 'row';
        RAISE EXCEPTION 'the same row of % is there twice', tried;
      EXCEPTION
        WHEN insufficient_privilege THEN leaves := false;
        WHEN unique_violation THEN leaves := true;
      END;
      RETURN NEXT;
    END LOOP;
  END $$`;

/** Every case-bound table has a row in every case, and one person of each role stands to one case in each of the ways. */
export class ReachScene {
  readonly place = randomUUID();
  readonly people = new Map<StaffRole, string>(STAFF_ROLES.map((role) => [role, randomUUID()]));
  /** The case to which nobody stands in any way */
  readonly here = randomUUID();
  private readonly cases = new Map<string, string>(['agenda', 'policy'].map((name) => [name, randomUUID()]));
  /** Table → the columns that name its case */
  readonly tables = new Map<string, string[]>();
  private readonly rows = new Map<string, Map<string, unknown>>();

  private constructor(
    readonly database: TestDatabase,
    readonly app: pg.Client,
  ) {
    for (const role of STAFF_ROLES) for (const way of THEIRS) this.cases.set(`${role} ${way}`, randomUUID());
  }

  static async open(): Promise<ReachScene> {
    const database = await createTestDatabase();
    const app = new pg.Client(connectionOptions(database.connections.appUrl));
    await app.connect();
    const scene = new ReachScene(database, app);
    await loosen(database.owner);
    await scene.introduce();
    await scene.fill();
    await scene.relate();
    await scene.readRows();
    return scene;
  }

  async close(): Promise<void> {
    await this.app.end();
    await this.database.drop();
  }

  caseOf(role: StaffRole, relation: Stood): string {
    return this.cases.get(relation) ?? this.cases.get(`${role} ${relation}`)!;
  }

  get all(): string[] {
    return [this.here, ...this.cases.values()];
  }

  /** Table → the cases of which this connection sees a row in it. One statement for many tables: each takes its time to plan. */
  async seen(
    client: Pick<pg.Client, 'query'>,
    tables: readonly string[] = [...this.tables.keys()],
  ): Promise<Map<string, string[]>> {
    const parts = tables.map(
      (
        table,
      ) => `SELECT '${table}' AS table, array_agg(DISTINCT named ORDER BY named) FILTER (WHERE named = ANY ($1)) AS cases
        FROM redress.${table}, unnest(ARRAY[${this.tables.get(table)!.join(', ')}]) named`,
    );
    const sql = parts.join(' UNION ALL ');
    const { rows } = await client.query<{ table: string; cases: string[] | null }>(sql, [this.all]);
    return new Map(rows.map(({ table, cases }) => [table, cases ?? []]));
  }

  /** The cases in which a row of the table names this person. */
  async ownCases(table: string, role: StaffRole): Promise<string[]> {
    const own = tableReach[table]?.own;
    if (own === undefined) return [];
    const sql = `SELECT complaint_id AS id FROM redress.${table} WHERE ${own} = $1`;
    const { rows } = await this.owner.query<{ id: string }>(sql, [this.people.get(role)]);
    return rows.map(({ id }) => id);
  }

  /**
   * What a row that is there already meets when whoever the connection is tries to leave it again: `true`, it is there already;
   * `false`, the policy. Nothing of tables without a row in the case, or where the application may insert nothing at all.
   */
  async leaves(
    tried: readonly { table: string; id: string }[],
  ): Promise<{ table: string; id: string; leaves: boolean }[]> {
    const rows = tried.flatMap(({ table, id }) => {
      const row = this.rows.get(table)?.get(id);
      return row === undefined ? [] : [{ table, id, row }];
    });
    const { rows: told } = await this.app.query<{ table: string; id: string; leaves: boolean }>(
      'SELECT tried AS table, of_case AS id, leaves FROM public.leave_again($1)',
      [JSON.stringify(rows)],
    );
    return told;
  }

  /** From now on the application's connection is this person's. @param glass whether they read through their opening */
  async be(role: StaffRole, glass: boolean): Promise<void> {
    const sql = `SELECT set_config('redress.jurisdiction', $1, false), set_config('redress.staff', $2, false),
      set_config('redress.glass', $3, false)`;
    await this.app.query(sql, [this.place, this.people.get(role)!, glass ? this.caseOf(role, 'glass') : '']);
  }

  private async readRows(): Promise<void> {
    await this.owner.query(LEAVE_AGAIN);
    for (const [table, [column = '']] of this.tables) {
      const { rows } = await this.owner.query<{ id: string; row: unknown }>(
        `SELECT t.${column} AS id, to_jsonb(t) AS row FROM redress.${table} t
          WHERE has_table_privilege('redress_app', 'redress.${table}', 'INSERT')`,
      );
      this.rows.set(table, new Map(rows.map(({ id, row }) => [id, row])));
    }
  }

  private get owner(): pg.Pool {
    return this.database.owner;
  }

  private async introduce(): Promise<void> {
    await this.owner.query(`INSERT INTO redress.jurisdiction VALUES ($1, 'testville', 'Testville', 'UTC')`, [
      this.place,
    ]);
    for (const [role, id] of this.people)
      await this.owner.query(
        `INSERT INTO redress.staff (jurisdiction_id, id, sign_in_name, display_name, password_hash, roles)
         VALUES ($1, $2, $3, $3, 'x', ARRAY[$3])`,
        [this.place, id, role],
      );
  }

  private async fill(): Promise<void> {
    const { all } = this;
    await this.owner.query(
      `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status)
       SELECT $1, c, c::text, $1, 'complaint', 'web', false, 'accepted' FROM unnest($2::uuid[]) c`,
      [this.place, all],
    );
    await fillCaseTables(this.owner, this.place, ...all);
    for (const { table, column } of await caseTables(this.owner))
      this.tables.set(table, [...(this.tables.get(table) ?? []), column]);
    // Other walls, which are not the one that is tested here.
    await this.owner.query('UPDATE redress.sealing SET lifted_at = now()');
    await this.owner.query(`DROP POLICY team_only ON redress.incident_compartment;
      DROP POLICY team_only ON redress.incident_material; DROP POLICY team_until_concluded ON redress.incident_finding`);
  }

  private async relate(): Promise<void> {
    const set = (sql: string, values: unknown[]) => this.owner.query(sql, values);
    await set('DELETE FROM redress.agenda_item WHERE complaint_id <> $1', [this.cases.get('agenda')]);
    for (const table of ['policy_basis', 'policy_step'])
      await set(`DELETE FROM redress.${table} WHERE complaint_id <> $1`, [this.cases.get('policy')]);
    for (const [role, person] of this.people) {
      const at = (way: Stood) => [person, this.caseOf(role, way)];
      await set('UPDATE redress.assignment SET staff_id = $1 WHERE complaint_id = $2', at('assigned'));
      await set('UPDATE redress.mediation SET mediator_id = $1 WHERE complaint_id = $2', at('mediating'));
      await set('UPDATE redress.incident_team SET staff_id = $1 WHERE complaint_id = $2', at('team'));
      await set(
        `WITH member AS (INSERT INTO redress.board_member (jurisdiction_id, id, board_id, staff_id, appointed_by, term_from, term_to)
             VALUES ($3, gen_random_uuid(), gen_random_uuid(), $1, 'mayor', '2020-01-01', '2060-01-01') RETURNING id)
         UPDATE redress.panel_member SET member_id = member.id FROM member WHERE complaint_id = $2`,
        [...at('panel'), this.place],
      );
      for (const [table, { own }] of Object.entries(tableReach))
        if (own !== undefined) await set(`UPDATE redress.${table} SET ${own} = $1 WHERE complaint_id = $2`, at('own'));
      await set(
        `UPDATE redress.glass_opening SET asked_by = $1, decision = 'approved', decided_at = now(), opened_until = now() + interval '1 hour'
          WHERE complaint_id = $2`,
        at('glass'),
      );
      // Once assigned, and no more.
      await set('UPDATE redress.assignment SET ended_at = now() WHERE staff_id = $1 AND complaint_id = $2', at('own'));
    }
  }
}
