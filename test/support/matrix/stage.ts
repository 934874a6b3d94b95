import { randomUUID } from 'node:crypto';
import { genericCharter } from '../../../src/charter/index.js';
import { STAFF_ROLES } from '../../../src/shared/actor.js';
import { CaseBuilder } from '../../complaint/case-builder.js';
import type { SignedIn } from '../test-app.js';
import { TestApp } from '../test-app.js';
import { STANDINGS, type Standing } from './expected.js';

const ID = 'gen_random_uuid()';
const SEALING = `INSERT INTO redress.sealing (jurisdiction_id, id, complaint_id, ordered_by, reference_cipher, sealed_by, sealed_at)
  VALUES ($1, ${ID}, $2, 'court', '', $3, now())`;
const ASSIGNMENT = `INSERT INTO redress.assignment (jurisdiction_id, id, complaint_id, staff_id, assigned_by, assigned_at)
  VALUES ($1, ${ID}, $2, $3, $4, now())`;
const PANEL = `WITH member AS (INSERT INTO redress.board_member (jurisdiction_id, id, board_id, staff_id, appointed_by, term_from, term_to)
    VALUES ($1, ${ID}, ${ID}, $3, 'mayor', '2020-01-01', '2060-01-01') RETURNING id)
  INSERT INTO redress.panel_member (jurisdiction_id, panel_id, member_id, complaint_id) SELECT $1, ${ID}, id, $2 FROM member`;
const MEDIATION = `INSERT INTO redress.mediation (jurisdiction_id, id, complaint_id, complaint_officer_id, status, offered_on, offered_by, mediator_id)
  VALUES ($1, ${ID}, $2, ${ID}, 'agreed', current_date, $4, $3)`;
const RECUSAL = `INSERT INTO redress.recusal (jurisdiction_id, id, complaint_id, staff_id, reason, declared_at)
  VALUES ($1, ${ID}, $2, $3, 'relation_to_party', now())`;
const OPENING = `INSERT INTO redress.glass_opening (jurisdiction_id, id, complaint_id, charter_id, hours, reason_cipher, asked_by, asked_at,
    lapses_at, decision, decision_cipher, decided_by, decided_at, opened_until)
  VALUES ($1, ${ID}, $2, ${ID}, 1, '', $3, now(), now() + interval '1 hour', 'approved', '', $4, now(), now() + interval '1 hour')`;

/** An agency in which somebody of each role stands to a case of their own in each of the ways. */
export class Stage {
  /** Role → way to stand → the case */
  readonly cases = new Map<string, Map<Standing, string>>();
  readonly people = new Map<string, SignedIn>();
  receipt = '';
  departmentKey = '';

  private constructor(readonly redress: TestApp) {}

  static async open(): Promise<Stage> {
    const stage = new Stage(await TestApp.start());
    const cases = await CaseBuilder.open(stage.redress);
    const elsewhere = await CaseBuilder.open(await stage.redress.elsewhere('lakeside', genericCharter));
    stage.receipt = (await cases.file({ anonymous: true })).receiptCode;
    stage.departmentKey = (await stage.redress.department('Riverton Police')).key;
    const sealed = (await cases.file()).complaintId;
    const distant = (await elsewhere.file()).complaintId;
    for (const role of STAFF_ROLES) {
      stage.people.set(role, await stage.redress.staff(role));
      const theirs = new Map<Standing, string>();
      for (const standing of STANDINGS.slice(0, 7)) theirs.set(standing, (await cases.file()).complaintId);
      theirs.set('sealed', sealed).set('elsewhere', distant).set('missing', randomUUID());
      stage.cases.set(role, theirs);
    }
    await stage.relate(cases.supervisor.staffId, sealed);
    return stage;
  }

  /** The rows that make it so, put there by the superuser: how they come about is tested elsewhere. */
  private async relate(by: string, sealed: string): Promise<void> {
    const client = await this.redress.database.owner.connect();
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    const put = (sql: string, values: readonly string[]) =>
      client.query(sql, [this.redress.jurisdiction.id, ...values]);
    await put(SEALING, [sealed, by]);
    for (const [role, theirs] of this.cases) {
      const { staffId } = this.people.get(role)!;
      await put(ASSIGNMENT, [theirs.get('assigned')!, staffId, by]);
      await put(PANEL, [theirs.get('panel')!, staffId]);
      await put(MEDIATION, [theirs.get('mediating')!, staffId, by]);
      await put(RECUSAL, [theirs.get('recused')!, staffId]);
      await put(SEALING, [theirs.get('opened')!, by]);
      for (const standing of ['recused', 'glass', 'opened'] as const)
        await put(OPENING, [theirs.get(standing)!, staffId, by]);
    }
    await client.query('COMMIT');
    client.release();
  }
}
