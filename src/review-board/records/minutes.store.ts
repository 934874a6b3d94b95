import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Meeting } from './meeting.store.js';

export interface Minutes {
  status: 'draft' | 'approved';
  editedAt: Date;
}

/** Whether that meeting of the same board has met, and nobody has approved its minutes. */
export async function minutesAwaitApproval(
  manager: EntityManager,
  { id, boardId }: Pick<Meeting, 'id' | 'boardId'>,
  earlierId: string,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.meeting m WHERE m.id = $1 AND m.id <> $2 AND m.board_id = $3 AND m.status = 'adjourned'
        AND NOT EXISTS (SELECT FROM redress.minutes x WHERE x.meeting_id = m.id AND x.status = 'approved')`,
    [earlierId, id, boardId],
  );
  return rows.length === 1;
}

export async function insertMinutes(
  manager: EntityManager,
  minutes: { jurisdictionId: string; meetingId: string; at: Date },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.minutes (jurisdiction_id, meeting_id, status, edited_at) VALUES ($1, $2, 'draft', $3)`,
    [minutes.jurisdictionId, minutes.meetingId, minutes.at],
  );
}

/** Locks the minutes: they are edited and approved one after another. @throws NotFound, RuleBroken minutes-approved (409) */
export async function lockDraftMinutes(manager: EntityManager, meetingId: string): Promise<Minutes> {
  await manager.query('SELECT FROM redress.minutes WHERE meeting_id = $1 FOR NO KEY UPDATE', [meetingId]);
  const found = await findMinutes(manager, meetingId);
  if (!found) throw new NotFound();
  if (found.status === 'draft') return found;
  throw new RuleBroken(
    'minutes-approved',
    'The board has approved these minutes: a correction is a matter of a later meeting.',
  );
}

export async function findMinutes(manager: EntityManager, meetingId: string): Promise<Minutes | null> {
  const rows: Minutes[] = await manager.query(
    'SELECT status, edited_at AS "editedAt" FROM redress.minutes WHERE meeting_id = $1',
    [meetingId],
  );
  return rows[0] ?? null;
}

export async function markEdited(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
  await manager.query('UPDATE redress.minutes SET edited_at = $2 WHERE meeting_id = $1', [meetingId, at]);
}

/** The database looks at the motion once more. */
export async function markApproved(
  manager: EntityManager,
  { meetingId, motionId, at }: { meetingId: string; motionId: string; at: Date },
): Promise<void> {
  await manager.query(
    `UPDATE redress.minutes SET status = 'approved', approved_by_motion = $2, approved_at = $3 WHERE meeting_id = $1`,
    [meetingId, motionId, at],
  );
  await manager.query('UPDATE redress.minutes_section SET approved = true WHERE meeting_id = $1', [meetingId]);
}

export interface ApprovingMotion {
  status: string;
  movedAt: Date;
  approvesMinutesOf: string | null;
}

export async function findApprovingMotion(manager: EntityManager, motionId: string): Promise<ApprovingMotion | null> {
  const rows: ApprovingMotion[] = await manager.query(
    `SELECT o.status, o.moved_at AS "movedAt", i.approves_minutes_of AS "approvesMinutesOf"
       FROM redress.motion o JOIN redress.agenda_item i ON i.jurisdiction_id = o.jurisdiction_id AND i.id = o.agenda_item_id
      WHERE o.id = $1`,
    [motionId],
  );
  return rows[0] ?? null;
}

/** What was published with the minutes is complete: nothing is added. @throws RuleBroken minutes-approved (409) */
export async function refuseApprovedMinutes(manager: EntityManager, meetingId: string): Promise<void> {
  if ((await findMinutes(manager, meetingId))?.status !== 'approved') return;
  throw new RuleBroken('minutes-approved', 'The board has approved the minutes: nothing is added to what they tell.');
}
