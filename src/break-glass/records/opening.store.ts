import type { EntityManager } from 'typeorm';
import type { OpeningFacts } from '../rules/opening-refusals.js';
import { LOOKS_WAITING, STATUS } from './opening-status-sql.js';

/** Where the words of an opening are sealed, under the case's key. */
export const wordsPlace = (column: 'reason_cipher' | 'decision_cipher' | 'review_cipher', rowId: string) => ({
  table: 'glass_opening',
  column,
  rowId,
});

/**
 * The case that somebody names by its number or its id, whether or not they may see it: so it is asked without a person's
 * scope, and nobody may be told. Null when there is none.
 */
export async function findNamedCase(
  manager: EntityManager,
  { id, caseNumber }: { id: string | null; caseNumber: string | null },
): Promise<string | null> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM redress.complaint WHERE (id = $1 OR case_number = $2) AND status NOT IN ('expunged', 'disposed')`,
    [id, caseNumber],
  );
  return rows[0]?.id ?? null;
}

const WAITING = `SELECT count(*)::int AS waiting FROM redress.glass_opening g WHERE g.asked_by = $1 AND ${LOOKS_WAITING}`;

/** How many asks of theirs wait, as they see it; no more of theirs are written until the transaction ends. */
export async function countWaiting(manager: EntityManager, staffId: string): Promise<number> {
  await manager.query('SELECT FROM redress.staff WHERE id = $1 FOR NO KEY UPDATE', [staffId]);
  const rows: { waiting: number }[] = await manager.query(WAITING, [staffId]);
  return rows[0]?.waiting ?? 0;
}

export interface NewOpening {
  jurisdictionId: string;
  id: string;
  complaintId: string | null;
  charterId: string;
  hours: number;
  reasonCipher: Buffer;
  askedBy: string;
}

/** The times are the database's. @returns until when it may be answered */
export async function insertOpening(manager: EntityManager, opening: NewOpening): Promise<Date> {
  const { jurisdictionId, id, complaintId, charterId, hours, reasonCipher, askedBy } = opening;
  const rows: { lapsesAt: Date }[] = await manager.query(
    `INSERT INTO redress.glass_opening (jurisdiction_id, id, complaint_id, charter_id, hours, reason_cipher, asked_by, asked_at, lapses_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now()) RETURNING lapses_at AS "lapsesAt"`,
    [jurisdictionId, id, complaintId, charterId, hours, reasonCipher, askedBy],
  );
  if (!rows[0]) throw new Error('The opening was not written.');
  return rows[0].lapsesAt;
}

export interface HeldOpening extends OpeningFacts {
  complaintId: string;
  charterId: string;
  hours: number;
}

const HOLD = `
  SELECT g.complaint_id AS "complaintId", g.charter_id AS "charterId", g.hours, g.asked_by AS "askedBy", g.decided_by AS "decidedBy",
         ${STATUS} AS status,
         EXISTS (SELECT FROM redress.recusal r WHERE r.complaint_id = g.complaint_id AND r.staff_id = g.asked_by) AS "askerRecused",
         EXISTS (SELECT FROM redress.glass_opening o WHERE o.complaint_id = g.complaint_id AND o.asked_by = g.asked_by
           AND o.id <> g.id AND o.ended_at IS NULL AND o.opened_until > now()) AS "openAlready"
    FROM redress.glass_opening g
   WHERE g.id = $1 AND EXISTS (SELECT FROM redress.complaint c WHERE c.id = g.complaint_id) FOR UPDATE OF g`;

/** Held until the transaction ends. Null when there is none, or none of a case that this person sees by themselves. */
export async function holdOpening(manager: EntityManager, openingId: string): Promise<HeldOpening | null> {
  const rows: HeldOpening[] = await manager.query(HOLD, [openingId]);
  return rows[0] ?? null;
}

/** @returns until when it is open; null when it was refused */
export async function decideOpening(
  manager: EntityManager,
  openingId: string,
  decision: { decision: 'approved' | 'refused'; decisionCipher: Buffer; decidedBy: string },
): Promise<Date | null> {
  const [rows]: [{ openUntil: Date | null }[], number] = await manager.query(
    `UPDATE redress.glass_opening SET decision = $2, decision_cipher = $3, decided_by = $4
      WHERE id = $1 RETURNING opened_until AS "openUntil"`,
    [openingId, decision.decision, decision.decisionCipher, decision.decidedBy],
  );
  return rows[0]?.openUntil ?? null;
}

export async function reviewOpening(
  manager: EntityManager,
  openingId: string,
  review: { review: 'right' | 'not_right'; reviewCipher: Buffer; reviewedBy: string },
): Promise<void> {
  await manager.query(
    'UPDATE redress.glass_opening SET review = $2, review_cipher = $3, reviewed_by = $4 WHERE id = $1',
    [openingId, review.review, review.reviewCipher, review.reviewedBy],
  );
}
