import type { EntityManager } from 'typeorm';

/** A report that a reviewer handed on, with what is needed to take it up. */
export interface HeldReferral {
  reportId: string;
  referTo: 'board' | 'complaint';
  takenUp: boolean;
  reportNumber: string;
  departmentName: string;
  /** YYYY-MM-DD; null in some imported reports */
  occurredOn: string | null;
  reasons: string;
}

const HOLD = `
  SELECT f.report_id AS "reportId", f.refer_to AS "referTo", f.taken_up_at IS NOT NULL AS "takenUp", v.reasons,
         r.report_number AS "reportNumber", d.name AS "departmentName", r.occurred_on::text AS "occurredOn"
    FROM redress.use_of_force_referral f
    JOIN redress.use_of_force_review v ON v.jurisdiction_id = f.jurisdiction_id AND v.id = f.review_id
    JOIN redress.use_of_force_report r ON r.jurisdiction_id = f.jurisdiction_id AND r.id = f.report_id
    JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = r.department_id
   WHERE f.id = $1 FOR UPDATE OF f`;

/** Held until the transaction ends: it is taken up once. Null when there is none, or none that this person may see. */
export async function holdReferral(manager: EntityManager, referralId: string): Promise<HeldReferral | null> {
  const rows: HeldReferral[] = await manager.query(HOLD, [referralId]);
  return rows[0] ?? null;
}

/** Now it belongs to the case, and is behind its wall, or stands on an agenda. The caller holds it. */
export async function takeUp(
  manager: EntityManager,
  referralId: string,
  into: { complaintId: string | null; agendaItemId: string | null; takenUpBy: string; at: Date },
): Promise<void> {
  await manager.query(
    `UPDATE redress.use_of_force_referral SET complaint_id = $2, agenda_item_id = $3, taken_up_by = $4, taken_up_at = $5
      WHERE id = $1`,
    [referralId, into.complaintId, into.agendaItemId, into.takenUpBy, into.at],
  );
}
