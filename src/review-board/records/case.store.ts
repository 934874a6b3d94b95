import type { EntityManager } from 'typeorm';
import type { ComplaintStatus } from '../../complaint/index.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';

export interface StandingCase {
  status: ComplaintStatus;
  charterId: string;
}

/** Locks the case: what the board does to it happens one after another. @throws NotFound, for who is recused from it too */
export async function lockCase(manager: EntityManager, complaintId: string): Promise<StandingCase> {
  const rows: StandingCase[] = await manager.query(
    'SELECT status, charter_id AS "charterId" FROM redress.complaint WHERE id = $1 FOR NO KEY UPDATE',
    [complaintId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** @throws NotFound, RuleBroken case-not-before-board (409) */
export async function lockCaseBeforeBoard(manager: EntityManager, complaintId: string): Promise<StandingCase> {
  const found = await lockCase(manager, complaintId);
  if (found.status === 'before_board') return found;
  throw new RuleBroken(
    'case-not-before-board',
    `The case is ${found.status}; the board takes up cases that were sent to it.`,
  );
}

/** What an allegation of the case is of, a code of its charter; null when the case has no such allegation. */
export async function categoryOf(
  manager: EntityManager,
  complaintId: string,
  allegationId: string,
): Promise<string | null> {
  const rows: { category: string }[] = await manager.query(
    'SELECT category FROM redress.allegation WHERE complaint_id = $1 AND id = $2',
    [complaintId, allegationId],
  );
  return rows[0]?.category ?? null;
}
