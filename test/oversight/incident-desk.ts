import type pg from 'pg';
import { STAFF_ROLES } from '../../src/shared/actor.js';
import { CaseBuilder } from '../complaint/case-builder.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';

const REVIEWS = '/api/v1/incident-reviews';
export const CANARY = 'I froze, and Quillfeather fired.';
export const note = { kind: 'statement', topic: 'tactics', title: 'What I saw', text: CANARY };
export const NOWHERE = '018f0000-0000-7000-8000-000000000001';
export const NOTHING = { keys: 0, materials: 0, findings: 0 };
const COUNT = `SELECT (SELECT count(*)::int FROM redress.incident_compartment) AS keys,
  (SELECT count(*)::int FROM redress.incident_material) AS materials, (SELECT count(*)::int FROM redress.incident_finding) AS findings`;

/** A case that is investigated, a director, a team to be, and somebody who holds every role there is. */
export class IncidentDesk {
  private constructor(
    readonly redress: TestApp,
    readonly cases: CaseBuilder,
    readonly director: SignedIn,
    readonly everything: SignedIn,
    readonly team: readonly [SignedIn, SignedIn, SignedIn],
    readonly complaintId: string,
  ) {}

  static async open(): Promise<IncidentDesk> {
    const redress = await TestApp.start();
    const cases = await CaseBuilder.open(redress);
    const [director, everything] = [await redress.staff('director'), await redress.staff(...STAFF_ROLES)];
    const [chair, sworn] = [await redress.staff('supervisor'), await redress.staff('investigator')];
    const team = [chair, sworn, await redress.staff('mediator')] as const;
    return new IncidentDesk(redress, cases, director, everything, team, (await cases.investigated()).complaintId);
  }

  post(who: SignedIn, path: string, body: object = {}): Promise<Answer> {
    return this.redress.request('POST', `${REVIEWS}${path}`, { as: who.token, body });
  }

  get(who: SignedIn, path: string): Promise<Answer> {
    return this.redress.request('GET', `${REVIEWS}${path}`, { as: who.token });
  }

  /** E.g. `422 invalid, /team role-unfilled`; `201` when it was not refused. */
  async refusal(who: SignedIn, path: string, body: object = {}): Promise<string> {
    const { status, body: answer } = await this.post(who, path, body);
    const { code = '', errors = [] } = (answer ?? {}) as { code?: string; errors?: { path: string; code: string }[] };
    return [`${status} ${code}`.trim(), ...errors.map((fault) => `${fault.path} ${fault.code}`)].join(', ');
  }

  seats(): object[] {
    return ['chair', 'sworn', 'community'].map((role, at) => ({ staffId: this.team[at]!.staffId, role }));
  }

  called(over: object = {}): object {
    const { complaintId } = this;
    const occasion = 'A shot was fired on Elm Street.';
    return { occasion, complaintId, team: this.seats(), topics: ['tactics', 'medical_aid'], ...over };
  }

  /** What the application's own role sees in the compartments in this person's transaction; `planted` is undone after. */
  async seenBy(staffId: string, planted?: string): Promise<object> {
    return this.asRole(staffId, async (client) => (await client.query<object>(COUNT)).rows[0]!, planted);
  }

  /** The SQLSTATE of what the database refuses the application's own role for this person, or null; undone after. */
  async attempt(staffId: string, sql: string, values: unknown[]): Promise<string | null> {
    const state = (error: unknown): string => (error as { code: string }).code;
    return this.asRole(staffId, (client) => client.query(sql, values).then(() => null, state));
  }

  private async asRole<T>(staffId: string, work: (client: pg.PoolClient) => Promise<T>, planted?: string): Promise<T> {
    const client = await this.redress.database.owner.connect();
    try {
      await client.query('BEGIN');
      if (planted) await client.query(planted);
      await client.query('SET LOCAL ROLE redress_app');
      const settings = [this.redress.jurisdiction.id, staffId];
      await client.query(
        `SELECT set_config('redress.jurisdiction', $1, true), set_config('redress.staff', $2, true)`,
        settings,
      );
      return await work(client);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }
}
