import type { EntityManager } from 'typeorm';
import type { MeetingKind } from '../../charter/index.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';

export type MeetingStatus = 'scheduled' | 'open' | 'adjourned' | 'cancelled';

export interface Meeting {
  id: string;
  boardId: string;
  charterId: string;
  kind: MeetingKind;
  startsAt: Date;
  status: MeetingStatus;
  agendaPostedAt: Date | null;
  /** Of the agenda's last item; 0 when it is empty */
  lastPosition: number;
}

/** What is announced beside the hour. */
export interface MeetingNotice {
  place: string | null;
  /** How to take part from afar: an address of a web page, a telephone number */
  remoteAccess: string | null;
  /** Why it could not wait, of an emergency meeting */
  emergencyReason: string | null;
}

export async function insertMeeting(
  manager: EntityManager,
  meeting: Pick<Meeting, 'id' | 'boardId' | 'charterId' | 'kind' | 'startsAt'> &
    MeetingNotice & { jurisdictionId: string },
): Promise<void> {
  const { jurisdictionId, id, boardId, charterId, kind, startsAt, place, remoteAccess, emergencyReason } = meeting;
  await manager.query(
    `INSERT INTO redress.meeting
       (jurisdiction_id, id, board_id, charter_id, kind, starts_at, status, place, remote_access, emergency_reason)
     VALUES ($1, $2, $3, $4, $5, $6, 'scheduled', $7, $8, $9)`,
    [jurisdictionId, id, boardId, charterId, kind, startsAt, place, remoteAccess, emergencyReason],
  );
}

/** Locks the meeting: what changes it happens one after another. @throws NotFound, RuleBroken meeting-<its status> (409) */
export async function lockMeeting(
  manager: EntityManager,
  meetingId: string,
  expected: MeetingStatus,
): Promise<Meeting> {
  const rows: Meeting[] = await manager.query(
    `SELECT id, board_id AS "boardId", charter_id AS "charterId", kind, starts_at AS "startsAt", status,
            agenda_posted_at AS "agendaPostedAt", last_position AS "lastPosition"
       FROM redress.meeting WHERE id = $1 FOR NO KEY UPDATE`,
    [meetingId],
  );
  const [meeting] = rows;
  if (!meeting) throw new NotFound();
  if (meeting.status === expected) return meeting;
  throw new RuleBroken(
    `meeting-${meeting.status}`,
    `The meeting is ${meeting.status}; this is done while it is ${expected}.`,
  );
}

export async function takePosition(manager: EntityManager, meeting: Meeting): Promise<number> {
  const position = meeting.lastPosition + 1;
  await manager.query('UPDATE redress.meeting SET last_position = $2, version = version + 1 WHERE id = $1', [
    meeting.id,
    position,
  ]);
  return position;
}

export async function markPosted(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
  await manager.query('UPDATE redress.meeting SET agenda_posted_at = $2, version = version + 1 WHERE id = $1', [
    meetingId,
    at,
  ]);
}

export async function markOpen(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
  await manager.query(
    `UPDATE redress.meeting SET status = 'open', opened_at = $2, version = version + 1 WHERE id = $1`,
    [meetingId, at],
  );
}

export async function markAdjourned(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
  await manager.query(
    `UPDATE redress.meeting SET status = 'adjourned', adjourned_at = $2, version = version + 1 WHERE id = $1`,
    [meetingId, at],
  );
}

export async function markCancelled(manager: EntityManager, meetingId: string, reason: string): Promise<void> {
  await manager.query(
    `UPDATE redress.meeting SET status = 'cancelled', cancel_reason = $2, version = version + 1 WHERE id = $1`,
    [meetingId, reason],
  );
}

/** For what is told of a meeting that has met: @throws NotFound, RuleBroken meeting-scheduled, meeting-cancelled (409) */
export async function lockMetMeeting(manager: EntityManager, meetingId: string): Promise<Meeting> {
  const rows: { status: MeetingStatus }[] = await manager.query(
    'SELECT status FROM redress.meeting WHERE id = $1 FOR NO KEY UPDATE',
    [meetingId],
  );
  return lockMeeting(manager, meetingId, rows[0]?.status === 'adjourned' ? 'adjourned' : 'open');
}

/** For papers, which come before and during a meeting: @throws NotFound, RuleBroken meeting-adjourned, meeting-cancelled (409) */
export async function lockPreparedMeeting(manager: EntityManager, meetingId: string): Promise<Meeting> {
  const rows: { status: MeetingStatus }[] = await manager.query(
    'SELECT status FROM redress.meeting WHERE id = $1 FOR NO KEY UPDATE',
    [meetingId],
  );
  return lockMeeting(manager, meetingId, rows[0]?.status === 'open' ? 'open' : 'scheduled');
}
