import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import type { CharterDocument } from '../../src/charter/index.js';
import { CaseBuilder, created, type Filed } from '../complaint/case-builder.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';

const SEALING = { orderedBy: 'court', reference: 'In re R., no. 24-117' };
export const REASON = 'A threat to the life of a witness came in tonight.';

/** People ask for cases past their role here, and others answer; and somebody looks on from the database's side. */
export class GlassDesk {
  private constructor(
    readonly redress: TestApp,
    readonly cases: CaseBuilder,
    readonly director: SignedIn,
    /** An investigator who has none of the cases */
    readonly asker: SignedIn,
    /** As the application's role */
    private readonly app: pg.Client,
  ) {}

  static async start(charter?: CharterDocument): Promise<GlassDesk> {
    const redress = await TestApp.start(charter);
    const cases = await CaseBuilder.open(redress);
    const app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
    await app.connect();
    return new GlassDesk(redress, cases, await redress.staff('director'), await redress.staff('investigator'), app);
  }

  async stop(): Promise<void> {
    await this.app.end();
    await this.redress.stop();
  }

  /** How a look into the case is answered. */
  async read(complaintId: string, as: SignedIn, part = ''): Promise<number> {
    return (await this.get(`/complaints/${complaintId}${part}`, as)).status;
  }

  async mine(as: SignedIn): Promise<Answer['body'][]> {
    return (await this.get('/break-glass/mine', as)).body.items;
  }

  /** What the public is told. */
  async told(): Promise<object[]> {
    return (await this.redress.request('GET', '/api/v1/jurisdictions/riverton/break-glass')).body.items;
  }

  async waitingOf(as: SignedIn): Promise<string[]> {
    const { body } = await this.get('/my-work', as);
    return body.waiting.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`);
  }

  /** @param walled who is recused from it first */
  async sealed(...walled: SignedIn[]): Promise<Filed> {
    const filed = await this.cases.file({ complainant: { name: 'Rosa Rivera' } });
    for (const one of walled) await this.recuse(filed.complaintId, one);
    await this.seal(filed.complaintId);
    return filed;
  }

  async seal(complaintId: string): Promise<void> {
    created(await this.cases.step(complaintId, 'sealing', SEALING, this.director));
  }

  async recuse(complaintId: string, { staffId }: SignedIn): Promise<void> {
    created(await this.cases.step(complaintId, 'recusals', { staffId, reason: 'other' }));
  }

  post(path: string, as: SignedIn, body?: object): Promise<Answer> {
    const options = body === undefined ? {} : { body };
    return this.redress.request('POST', `/api/v1/break-glass${path}`, { as: as.token, ...options });
  }

  get(path: string, as: SignedIn): Promise<Answer> {
    return this.redress.request('GET', `/api/v1${path}`, { as: as.token });
  }

  async ask(as: SignedIn, name: string, hours = 4): Promise<string> {
    return created(await this.post('', as, { case: name, hours, reason: REASON })).id;
  }

  decide(openingId: string, as: SignedIn = this.director, approved = true): Promise<Answer> {
    return this.post(`/${openingId}/decision`, as, { approved, reason: 'She told me on the phone.' });
  }

  async opened(as: SignedIn, name: string): Promise<string> {
    const openingId = await this.ask(as, name);
    created(await this.decide(openingId));
    return openingId;
  }

  /** As if all of it had happened so much earlier, or later, and the sealing before it too. */
  async shift(openingId: string, interval: string): Promise<void> {
    const client = await this.redress.database.owner.connect();
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    await client.query(
      `UPDATE redress.glass_opening SET asked_at = asked_at + $2::interval, lapses_at = lapses_at + $2::interval,
         decided_at = decided_at + $2::interval, opened_until = opened_until + $2::interval WHERE id = $1`,
      [openingId, interval],
    );
    await client.query(
      `UPDATE redress.sealing SET sealed_at = sealed_at + $2::interval
        WHERE complaint_id = (SELECT complaint_id FROM redress.glass_opening WHERE id = $1)`,
      [openingId, interval],
    );
    await client.query('COMMIT');
    client.release();
  }

  /** One statement of the application's role with this person's settings, undone afterwards. */
  async asApp(
    { staffId }: { staffId: string },
    glass: string,
    sql: string,
    values: unknown[] = [],
  ): Promise<pg.QueryResult> {
    await this.app.query('BEGIN');
    try {
      await this.app.query(
        `SELECT set_config('redress.jurisdiction', $1, true), set_config('redress.staff', $2, true), set_config('redress.glass', $3, true)`,
        [this.redress.jurisdiction.id, staffId, glass],
      );
      return await this.app.query(sql, values);
    } finally {
      await this.app.query('ROLLBACK');
    }
  }

  /**
   * The tables in which this person's own transaction sees rows of the case, having named it; the recusals themselves stand
   * outside of the wall. @param some in these alone: to plan for all costs a while
   */
  async seen(complaintId: string, as: SignedIn, { glass = complaintId, some }: Looking = {}): Promise<string[]> {
    const { rows: tables } = await this.redress.database.owner.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
        JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE table_schema = 'redress' AND t.table_type = 'BASE TABLE' AND table_name NOT IN ('sealing', 'recusal')
          AND (column_name = 'complaint_id' OR (table_name, column_name) = ('complaint', 'id'))
          AND ($1::text[] IS NULL OR table_name = ANY ($1)) ORDER BY 1`,
      [some],
    );
    const each = tables.map(
      ({ table, column }) =>
        `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM redress.${table} WHERE ${column} = $1)`,
    );
    const { rows } = await this.asApp(as, glass, each.join(' UNION ALL '), [complaintId]);
    return (rows as { name: string }[]).map(({ name }) => name);
  }
}

interface Looking {
  glass?: string;
  some?: string[];
}
