import type { EntityManager } from 'typeorm';
import type { Seat } from '../rules/seat.js';

/** Whether an alternate sits, in this meeting, for its whole length or for this case. */
const SITTING = (column: 'alternate_id' | 'member_id'): string => `
  SELECT FROM redress.stand_in s WHERE s.meeting_id = $3 AND s.${column} = b.id AND s.ended_at IS NULL
     AND (s.complaint_id IS NULL OR s.complaint_id = $4)`;

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

const SEATS = `SELECT b.id AS "memberId", b.staff_id AS "staffId",
  EXISTS (SELECT FROM redress.attendance a
    WHERE a.meeting_id = $3 AND a.member_id = b.id AND a.left_at IS NULL) AS present,
  EXISTS (SELECT FROM redress.recusal r WHERE r.complaint_id = $4 AND r.staff_id = b.staff_id) AS recused,
  (SELECT v.choice FROM redress.vote v WHERE v.motion_id = $6 AND v.member_id = b.id) AS choice,
  (SELECT f.office FROM redress.board_officer f WHERE f.member_id = b.id AND f.office IN ('chair', 'vice_chair')
    AND ($2::timestamptz AT TIME ZONE j.time_zone)::date BETWEEN f.from_day AND f.to_day ORDER BY f.office LIMIT 1) AS office
  FROM redress.board_member b JOIN redress.jurisdiction j ON j.id = b.jurisdiction_id
 WHERE b.board_id = $1 AND ($2::timestamptz AT TIME ZONE j.time_zone)::date BETWEEN b.term_from AND b.term_to
   AND ($5::uuid IS NULL OR EXISTS (SELECT FROM redress.panel_member p WHERE p.panel_id = $5 AND p.member_id = b.id))
   AND (NOT b.alternate OR EXISTS (${SITTING('alternate_id')}))
   AND NOT EXISTS (${SITTING('member_id')})
 ORDER BY b.id`;

/**
 * The members whose term runs that day (the jurisdiction's calendar). An alternate is one of them while sitting in somebody's
 * place, and then the other one is not: the board is as large as it was.
 */
export async function readSeats(manager: EntityManager, body: Body): Promise<Seat[]> {
  return manager.query<Seat[]>(SEATS, [
    body.boardId,
    body.at,
    body.meetingId ?? null,
    body.complaintId ?? null,
    body.panelId ?? null,
    body.motionId ?? null,
  ]);
}

const ALL_SEATS = `SELECT CASE WHEN $3::uuid IS NOT NULL
    THEN (SELECT count(*) FROM redress.panel_member p WHERE p.panel_id = $3 AND p.stands_in_for IS NULL)
    ELSE (SELECT count(*) FROM redress.board_seat s WHERE s.board_id = $1 AND NOT s.alternate AND s.established_on <= today.day)
       + (SELECT count(*) FROM redress.board_member b WHERE b.board_id = $1 AND b.seat_id IS NULL AND NOT b.alternate
            AND today.day BETWEEN b.term_from AND b.term_to) END::int AS seats
  FROM (SELECT ($2::timestamptz AT TIME ZONE j.time_zone)::date AS day
          FROM redress.jurisdiction j WHERE j.id = redress.current_jurisdiction()) today`;

/** How many the body has, with established seats that nobody holds today; of a panel, how many were appointed. */
export async function countSeats(
  manager: EntityManager,
  { boardId, at, panelId }: Pick<Body, 'boardId' | 'at' | 'panelId'>,
): Promise<number> {
  const rows: { seats: number }[] = await manager.query(ALL_SEATS, [boardId, at, panelId ?? null]);
  return rows[0]?.seats ?? 0;
}
