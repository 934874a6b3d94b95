import type { EntityManager } from 'typeorm';
import type { Decision, Tally } from '../rules/decision.js';
import type { MotionStatus } from './motion.store.js';

export interface MotionDecided extends Decision, Tally {
  countedMembers: readonly string[];
  /** Whoever presided broke a tie */
  casting: { memberId: string; choice: 'yes' | 'no' } | null;
  at: Date;
}

export async function markDecided(manager: EntityManager, motionId: string, decided: MotionDecided): Promise<void> {
  await manager.query(
    `UPDATE redress.motion SET status = $2, quorum = $3, members_present = $4, yes_votes = $5, no_votes = $6,
            counted_members = $7, decided_at = $8, seats = $9, casting_vote = $10, casting_by = $11
      WHERE id = $1`,
    [
      ...[motionId, decided.status, decided.quorum, decided.membersPresent, decided.yesVotes, decided.noVotes],
      ...[decided.countedMembers, decided.at, decided.seats],
      ...[decided.casting?.choice ?? null, decided.casting?.memberId ?? null],
    ],
  );
}

export interface EndedMotion {
  id: string;
  complaintId: string | null;
  degree: number;
}

const WITH_AMENDMENTS = `WITH RECURSIVE chain AS (
    SELECT o.id FROM redress.motion o WHERE o.id = $1
    UNION ALL SELECT o.id FROM redress.motion o JOIN chain c ON o.amends = c.id)
  SELECT id, complaint_id AS "complaintId", degree FROM redress.motion
   WHERE id IN (SELECT id FROM chain) AND status = 'open' ORDER BY degree, id FOR UPDATE`;
const OF_MEETING = `SELECT id, complaint_id AS "complaintId", degree FROM redress.motion
  WHERE meeting_id = $1 AND status = 'open' ORDER BY degree, id FOR UPDATE`;

/** The motion and what is moved on its words, each locked; whoever closes one of them meanwhile is waited for. */
export async function lockWithAmendments(manager: EntityManager, motionId: string): Promise<EndedMotion[]> {
  return manager.query(WITH_AMENDMENTS, [motionId]);
}

/** All that are open in a meeting whose row the caller holds, each locked. */
export async function lockOpenMotionsOf(manager: EntityManager, meetingId: string): Promise<EndedMotion[]> {
  return manager.query(OF_MEETING, [meetingId]);
}

/** Ends a motion without a result. */
export async function markEnded(
  manager: EntityManager,
  motionId: string,
  status: Extract<MotionStatus, 'withdrawn' | 'void' | 'carried_over'>,
  at: Date,
): Promise<void> {
  await manager.query('UPDATE redress.motion SET status = $2, decided_at = $3 WHERE id = $1', [motionId, status, at]);
}
