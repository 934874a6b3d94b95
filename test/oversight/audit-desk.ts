import { genericCharter } from '../../src/charter/index.js';
import { newId } from '../../src/platform/identifiers.js';
import { BoardRoom, type Person } from '../support/board-room.js';
import { buildCase, recuse } from '../support/case-builder.js';
import type { Answer } from '../support/test-app.js';

export const AUDITS = '/affairs-audits';
export const CANARY = 'Sergeant Quillfeather asked leading questions.';
export const { checklist } = genericCharter.oversight.affairsAudit;
const items = checklist.map(({ code }) => code);
export const agree = items.map((item) => ({ item, verdict: 'agree' }));
export const disagree = [{ item: items[0], verdict: 'disagree', reasons: CANARY }, ...agree.slice(1)];
export const today = new Date().toISOString().slice(0, 10);
/** Of the last 300 days: a year's first day would leave it without a past. */
const periodFrom = new Date(Date.now() - 300 * 86_400_000).toISOString().slice(0, 10);

/** Seven cases that the department found on alike and one otherwise; two auditors, one of them recused from six. */
export class AuditDesk {
  readonly plan = { title: 'Discourtesy', periodFrom, periodTo: '', method: 'random', sampleSize: 4 };

  private constructor(
    readonly room: BoardRoom,
    readonly auditor: Person,
    readonly walled: Person,
    readonly cases: string[],
  ) {}

  static async open(): Promise<AuditDesk> {
    const room = await BoardRoom.of(0);
    const desk = new AuditDesk(room, await room.person('auditor'), await room.person('auditor'), []);
    const { rows } = await room.redress.database.owner.query<{ day: string }>(
      `SELECT (now() AT TIME ZONE time_zone)::date::text AS day FROM redress.jurisdiction`,
    );
    desk.plan.periodTo = rows[0]!.day;
    for (let number = 0; number < 7; number++) desk.cases.push(await desk.found('exonerated'));
    await desk.found('sustained');
    for (const complaintId of desk.hidden) await recuse(room.redress, complaintId, desk.walled.staffId);
    return desk;
  }

  /** Those from which one of the two is recused */
  get hidden(): string[] {
    return this.cases.slice(0, 6);
  }

  /** E.g. `422 invalid /answers item-unanswered`; `201` when it was not refused. */
  async refusal(path: string, body: object = {}, as: Person = this.auditor): Promise<string> {
    const { status, body: answer } = await this.room.post(path, body, as);
    const { code = '', errors = [] } = (answer ?? {}) as { code?: string; errors?: { path: string; code: string }[] };
    return [status, code, ...errors.slice(0, 1).map((fault) => `${fault.path} ${fault.code}`)].join(' ').trim();
  }

  async planned(over: object = {}, as: Person = this.auditor): Promise<string> {
    const body = { ...this.plan, class: { findings: ['exonerated'] }, ...over };
    const { status, body: made, text } = await this.room.post(AUDITS, body, as);
    if (status !== 201) throw new Error(text);
    return (made as { id: string }).id;
  }

  async shown(id: string, as: Person = this.auditor): Promise<Answer['body']> {
    return (await this.room.get(`${AUDITS}/${id}`, as)).body;
  }

  async draw(id: string, as: Person = this.auditor): Promise<Answer['body']> {
    return (await this.room.get(`${AUDITS}/${id}/draw`, as)).body;
  }

  /** A case on which the department has found, put there by the owner: how that is recorded is tested with complaints. */
  private async found(finding: string): Promise<string> {
    const { complaintId, allegationIds } = await buildCase(this.room.redress, { status: 'investigating' });
    await this.room.redress.database.owner.query(
      `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class, recorded_at)
       VALUES ($1, $2, $3, $4, 'department', $5, 'exonerated', now())`,
      [this.room.redress.jurisdiction.id, newId(), complaintId, allegationIds[0], finding],
    );
    return complaintId;
  }
}
