import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { Standing, StandInGround } from '../rules/stand-in.js';

export interface StandIn {
  jurisdictionId: string;
  id: string;
  boardId: string;
  meetingId: string;
  complaintId: string | null;
  alternateId: string;
  memberId: string;
  ground: StandInGround;
  at: Date;
}

/** Everybody whose term runs that day, alternates too, as they stand to the meeting and to the case. */
export async function readStandings(
  manager: EntityManager,
  of: { boardId: string; meetingId: string; complaintId: string | null; at: Date },
): Promise<Standing[]> {
  return manager.query<Standing[]>(
    `SELECT b.id AS "memberId", b.alternate,
            EXISTS (SELECT FROM redress.attendance a
              WHERE a.meeting_id = $2 AND a.member_id = b.id AND a.left_at IS NULL) AS present,
            EXISTS (SELECT FROM redress.recusal r WHERE r.complaint_id = $3 AND r.staff_id = b.staff_id) AS recused,
            EXISTS (SELECT FROM redress.stand_in s WHERE s.meeting_id = $2 AND b.id IN (s.alternate_id, s.member_id)
              AND s.ended_at IS NULL AND (s.complaint_id IS NULL OR $3::uuid IS NULL OR s.complaint_id = $3)) AS replacing
       FROM redress.board_member b JOIN redress.jurisdiction j ON j.id = b.jurisdiction_id
      WHERE b.board_id = $1 AND ($4::timestamptz AT TIME ZONE j.time_zone)::date BETWEEN b.term_from AND b.term_to`,
    [of.boardId, of.meetingId, of.complaintId, of.at],
  );
}

/** With a place on every panel of the case, from that board, on which the member sits: votes are counted by panel. */
export async function insertStandIn(manager: EntityManager, standIn: StandIn): Promise<void> {
  const { jurisdictionId, id, boardId, meetingId, complaintId, alternateId, memberId, ground, at } = standIn;
  await manager.query(
    `INSERT INTO redress.stand_in
       (jurisdiction_id, id, board_id, meeting_id, complaint_id, alternate_id, member_id, ground, seated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [jurisdictionId, id, boardId, meetingId, complaintId, alternateId, memberId, ground, at],
  );
  await manager.query(
    `INSERT INTO redress.panel_member (jurisdiction_id, panel_id, member_id, complaint_id, stands_in_for)
     SELECT p.jurisdiction_id, p.panel_id, $3, p.complaint_id, p.member_id FROM redress.panel_member p
       JOIN redress.agenda_item i ON i.jurisdiction_id = p.jurisdiction_id AND i.panel_id = p.panel_id
      WHERE i.meeting_id = $1 AND p.member_id = $2 AND ($4::uuid IS NULL OR p.complaint_id = $4)
     ON CONFLICT DO NOTHING`,
    [meetingId, memberId, alternateId, complaintId],
  );
}

/** @throws NotFound */
export async function endStandIn(
  manager: EntityManager,
  meetingId: string,
  standInId: string,
  at: Date,
): Promise<void> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.stand_in SET ended_at = greatest($3, seated_at) WHERE meeting_id = $1 AND id = $2 AND ended_at IS NULL',
    [meetingId, standInId, at],
  );
  if (count !== 1) throw new NotFound();
}

export async function endAllStandIns(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
  await manager.query(
    'UPDATE redress.stand_in SET ended_at = greatest($2, seated_at) WHERE meeting_id = $1 AND ended_at IS NULL',
    [meetingId, at],
  );
}
