import type { EntityManager } from 'typeorm';
import type { ScreeningDecision, TestAnswer } from '../rules/screening-decision.js';
import { ScreeningEntity } from './screening.entity.js';

export type NewScreening = ScreeningEntity & { tests: readonly { test: string; answer: TestAnswer }[] };

/** The decision with what each test was answered with. */
export async function insertScreening(manager: EntityManager, { tests, ...row }: NewScreening): Promise<void> {
  await manager.insert(ScreeningEntity, row);
  if (tests.length === 0) return;
  await manager.query(
    `INSERT INTO redress.screening_answer (jurisdiction_id, screening_id, complaint_id, test, answer)
     SELECT $1, $2, $3, given.test, given.answer FROM unnest($4::text[], $5::text[]) AS given (test, answer)`,
    [row.jurisdictionId, row.id, row.complaintId, tests.map(({ test }) => test), tests.map(({ answer }) => answer)],
  );
}

export interface StandingScreening {
  id: string;
  decision: ScreeningDecision;
  decidedBy: string;
  appealUntil: string | null;
  appealed: boolean;
}

/** The decision that nothing has superseded; null before the first, and for imported cases. */
export async function standingScreening(
  manager: EntityManager,
  complaintId: string,
): Promise<StandingScreening | null> {
  const rows: StandingScreening[] = await manager.query(
    `SELECT s.id, s.decision, s.decided_by AS "decidedBy", s.appeal_until::text AS "appealUntil",
            EXISTS (SELECT FROM redress.screening_appeal a WHERE a.screening_id = s.id) AS appealed
       FROM redress.screening s
      WHERE s.complaint_id = $1 AND NOT EXISTS (SELECT FROM redress.screening later WHERE later.supersedes = s.id)`,
    [complaintId],
  );
  return rows[0] ?? null;
}

export async function insertAppeal(
  manager: EntityManager,
  appeal: {
    jurisdictionId: string;
    screeningId: string;
    complaintId: string;
    groundsCipher: Buffer;
    takenBy: string | null;
    at: Date;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.screening_appeal (jurisdiction_id, screening_id, complaint_id, grounds_cipher, taken_by, filed_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[appeal.jurisdictionId, appeal.screeningId, appeal.complaintId],
      ...[appeal.groundsCipher, appeal.takenBy, appeal.at],
    ],
  );
}
