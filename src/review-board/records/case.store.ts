import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';

export interface StandingCase {
  status: string;
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

/** Whether the allegation is one of the case's. */
export async function allegationIsOf(
  manager: EntityManager,
  complaintId: string,
  allegationId: string,
): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.allegation WHERE complaint_id = $1 AND id = $2', [
    complaintId,
    allegationId,
  ]);
  return rows.length === 1;
}
