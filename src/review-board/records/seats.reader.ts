import type { EntityManager } from 'typeorm';
import type { Seat } from '../rules/seat.js';

/** Which body, and how its members stand to what. */
export interface Body {
  boardId: string;
  at: Date;
  meetingId?: string | null;
  complaintId?: string | null;
  /** Set when a panel decides instead of the whole board */
  panelId?: string | null;
  motionId?: string | null;
}

/** The members whose term runs that day (the jurisdiction's calendar). */
export async function readSeats(manager: EntityManager, body: Body): Promise<Seat[]> {
  return manager.query<Seat[]>(
    `SELECT b.id AS "memberId", b.staff_id AS "staffId",
            EXISTS (SELECT FROM redress.attendance a
              WHERE a.meeting_id = $3 AND a.member_id = b.id AND a.left_at IS NULL) AS present,
            EXISTS (SELECT FROM redress.recusal r WHERE r.complaint_id = $4 AND r.staff_id = b.staff_id) AS recused,
            (SELECT v.choice FROM redress.vote v WHERE v.motion_id = $6 AND v.member_id = b.id) AS choice
       FROM redress.board_member b JOIN redress.jurisdiction j ON j.id = b.jurisdiction_id
      WHERE b.board_id = $1 AND ($2::timestamptz AT TIME ZONE j.time_zone)::date BETWEEN b.term_from AND b.term_to
        AND ($5::uuid IS NULL OR EXISTS (SELECT FROM redress.panel_member p WHERE p.panel_id = $5 AND p.member_id = b.id))
      ORDER BY b.id`,
    [
      body.boardId,
      body.at,
      body.meetingId ?? null,
      body.complaintId ?? null,
      body.panelId ?? null,
      body.motionId ?? null,
    ],
  );
}
