import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Decision } from '../rules/decision.js';
import { inTheOfficesName } from './in-the-offices-name.js';

export interface NewMotion {
  jurisdictionId: string;
  id: string;
  agendaItemId: string;
  allegationId: string | null;
  proposedFinding: string | null;
  text: string;
  moverId: string;
  seconderId: string;
  at: Date;
}

export interface Motion {
  id: string;
  status: 'open' | 'carried' | 'failed' | 'withdrawn';
  meetingId: string;
  boardId: string;
  charterId: string;
  complaintId: string | null;
  panelId: string | null;
  allegationId: string | null;
  proposedFinding: string | null;
}

/** Meeting and case come from the agenda item: a motion cannot be about another case, nor stand outside its wall. */
export async function insertMotion(manager: EntityManager, motion: NewMotion): Promise<void> {
  await manager.query(
    `INSERT INTO redress.motion (jurisdiction_id, id, meeting_id, agenda_item_id, complaint_id, allegation_id, proposed_finding,
        text, mover_id, seconder_id, moved_at, status)
     SELECT $1, $2, i.meeting_id, i.id, i.complaint_id, $4, $5, $6, $7, $8, $9, 'open' FROM redress.agenda_item i WHERE i.id = $3`,
    [
      motion.jurisdictionId,
      motion.id,
      motion.agendaItemId,
      motion.allegationId,
      motion.proposedFinding,
      motion.text,
      motion.moverId,
      motion.seconderId,
      motion.at,
    ],
  );
}

/** @throws NotFound, for who is recused from its case too */
export async function findMotion(manager: EntityManager, motionId: string): Promise<Motion> {
  const rows: Motion[] = await manager.query(
    `SELECT o.id, o.status, o.meeting_id AS "meetingId", m.board_id AS "boardId", m.charter_id AS "charterId",
            o.complaint_id AS "complaintId", i.panel_id AS "panelId", o.allegation_id AS "allegationId",
            o.proposed_finding AS "proposedFinding"
       FROM redress.motion o
       JOIN redress.meeting m ON m.jurisdiction_id = o.jurisdiction_id AND m.id = o.meeting_id
       JOIN redress.agenda_item i ON i.jurisdiction_id = o.jurisdiction_id AND i.id = o.agenda_item_id
      WHERE o.id = $1`,
    [motionId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/**
 * Locks the motion for closing. Each vote shares the row's lock (see the vote's trigger), so that this waits for votes on
 * their way, and a vote that comes later finds the motion closed. @throws NotFound, RuleBroken motion-not-open (409)
 */
export async function lockOpenMotion(manager: EntityManager, motionId: string): Promise<Motion> {
  await manager.query('SELECT FROM redress.motion WHERE id = $1 FOR UPDATE', [motionId]);
  const motion = await findMotion(manager, motionId);
  requireOpen(motion);
  return motion;
}

/** @throws RuleBroken motion-not-open (409) */
export function requireOpen({ status }: Pick<Motion, 'status'>): void {
  if (status !== 'open')
    throw new RuleBroken('motion-not-open', `The motion is ${status}: to reconsider it takes a new motion.`);
}

export async function markDecided(
  manager: EntityManager,
  motionId: string,
  decision: Decision & { countedMembers: readonly string[]; at: Date },
): Promise<void> {
  await manager.query(
    `UPDATE redress.motion SET status = $2, quorum = $3, members_present = $4, yes_votes = $5, no_votes = $6,
            counted_members = $7, decided_at = $8
      WHERE id = $1`,
    [
      motionId,
      decision.status,
      decision.quorum,
      decision.membersPresent,
      decision.yesVotes,
      decision.noVotes,
      decision.countedMembers,
      decision.at,
    ],
  );
}

export async function markWithdrawn(manager: EntityManager, motionId: string, at: Date): Promise<void> {
  await manager.query(`UPDATE redress.motion SET status = 'withdrawn', decided_at = $2 WHERE id = $1`, [motionId, at]);
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
