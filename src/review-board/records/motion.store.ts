import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import type { MotionMatter } from '../rules/matter.js';
import { inTheOfficesName } from './in-the-offices-name.js';

/** What becomes of a motion. `void` and `carried_over`: the meeting ended over it, and what was cast counts for nothing. */
export type MotionStatus = 'open' | 'carried' | 'failed' | 'withdrawn' | 'void' | 'carried_over';

/** How a motion stands to another: on its words, on its result, or in its place at a later meeting. */
export interface MotionGround {
  /** 0: a motion of its own; 1: on the words of another; 2: on the words of such a one */
  degree: number;
  amends: string | null;
  reconsiders: string | null;
  continues: string | null;
}

export interface NewMotion extends MotionGround {
  jurisdictionId: string;
  id: string;
  agendaItemId: string;
  allegationId: string | null;
  proposedFinding: string | null;
  moverId: string;
  seconderId: string | null;
  at: Date;
}

export interface Motion extends MotionGround, MotionMatter {
  jurisdictionId: string;
  id: string;
  status: MotionStatus;
  meetingId: string;
  boardId: string;
  charterId: string;
  agendaItemId: string;
  complaintId: string | null;
  panelId: string | null;
  allegationId: string | null;
  moverId: string;
  seconderId: string | null;
}

/** Meeting and case come from the agenda item: a motion cannot be about another case, nor stand outside its wall. */
export async function insertMotion(manager: EntityManager, motion: NewMotion): Promise<void> {
  await manager.query(
    `INSERT INTO redress.motion (jurisdiction_id, id, meeting_id, agenda_item_id, complaint_id, allegation_id, proposed_finding,
        mover_id, seconder_id, moved_at, degree, amends, reconsiders, continues, status)
     SELECT $1, $2, i.meeting_id, i.id, i.complaint_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open'
       FROM redress.agenda_item i WHERE i.id = $3`,
    [
      ...[motion.jurisdictionId, motion.id, motion.agendaItemId, motion.allegationId, motion.proposedFinding],
      ...[motion.moverId, motion.seconderId, motion.at],
      ...[motion.degree, motion.amends, motion.reconsiders, motion.continues],
    ],
  );
}

/** @throws NotFound, for who is recused from its case too */
export async function findMotion(manager: EntityManager, motionId: string): Promise<Motion> {
  const rows: Motion[] = await manager.query(
    `SELECT o.jurisdiction_id AS "jurisdictionId", o.id, o.status, o.meeting_id AS "meetingId", m.board_id AS "boardId",
            m.charter_id AS "charterId", o.agenda_item_id AS "agendaItemId", o.complaint_id AS "complaintId",
            i.panel_id AS "panelId", o.allegation_id AS "allegationId", o.proposed_finding AS "proposedFinding",
            o.mover_id AS "moverId", o.seconder_id AS "seconderId", o.degree, o.amends, o.reconsiders, o.continues,
            i.approves_minutes_of IS NOT NULL AS "approvesMinutes"
       FROM redress.motion o
       JOIN redress.meeting m ON m.jurisdiction_id = o.jurisdiction_id AND m.id = o.meeting_id
       JOIN redress.agenda_item i ON i.jurisdiction_id = o.jurisdiction_id AND i.id = o.agenda_item_id
      WHERE o.id = $1`,
    [motionId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** With what it amends, from the first motion on: everybody locks in that order. */
const CHAIN = `WITH RECURSIVE chain AS (
    SELECT o.id, o.amends FROM redress.motion o WHERE o.id = $1
    UNION ALL SELECT o.id, o.amends FROM redress.motion o JOIN chain c ON o.id = c.amends)
  SELECT FROM redress.motion WHERE id IN (SELECT id FROM chain) ORDER BY degree FOR UPDATE`;

/**
 * Locks the motion for closing. Each vote shares the row's lock (see the vote's trigger), so that this waits for votes on
 * their way, and a vote that comes later finds the motion closed. @throws NotFound, RuleBroken motion-not-open (409)
 */
export async function lockOpenMotion(manager: EntityManager, motionId: string): Promise<Motion> {
  await manager.query(CHAIN, [motionId]);
  const motion = await findMotion(manager, motionId);
  requireOpen(motion);
  return motion;
}

/** @throws RuleBroken motion-not-open (409) */
export function requireOpen({ status }: Pick<Motion, 'status'>): void {
  if (status !== 'open')
    throw new RuleBroken('motion-not-open', `The motion is ${status}: to reconsider it takes a new motion.`);
}

/** Whether the words are not settled: somebody has moved others. */
export async function hasOpenAmendment(manager: EntityManager, motionId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.motion WHERE amends = $1 AND status = 'open' LIMIT 1`,
    [motionId],
  );
  return rows.length === 1;
}

export async function hasVotes(manager: EntityManager, motionId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.vote WHERE motion_id = $1 LIMIT 1', [motionId]);
  return rows.length === 1;
}

export async function hasOpenMotion(
  manager: EntityManager,
  of: { meetingId: string } | { complaintId: string },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.motion WHERE (meeting_id = $1 OR complaint_id = $2) AND status = 'open' LIMIT 1`,
    ['meetingId' in of ? of.meetingId : null, 'complaintId' in of ? of.complaintId : null],
  );
  return rows.length === 1;
}

/**
 * Who sits where does not change while the board votes; asked in the office's name, since a recused clerk does not see every
 * motion. The meeting's row is locked, so that none is moved meanwhile. @throws RuleBroken motion-open (409)
 */
export async function refuseWhileVoting(manager: EntityManager, meetingId: string): Promise<void> {
  if (!(await inTheOfficesName(manager, () => hasOpenMotion(manager, { meetingId })))) return;
  throw new RuleBroken('motion-open', 'A motion is open: decide it, or have it withdrawn, first.');
}
