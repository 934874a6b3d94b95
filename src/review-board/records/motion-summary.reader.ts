import type { EntityManager } from 'typeorm';
import type { Motion } from './motion.store.js';

export interface MotionSummary {
  id: string;
  agendaItemId: string;
  complaintId: string | null;
  allegationId: string | null;
  proposedFinding: string | null;
  text: string;
  mover: string;
  seconder: string;
  movedAt: Date;
  status: Motion['status'];
  quorum: number | null;
  membersPresent: number | null;
  yesVotes: number | null;
  noVotes: number | null;
  decidedAt: Date | null;
}

export async function readMotions(
  manager: EntityManager,
  of: { meetingId: string } | { motionId: string },
): Promise<MotionSummary[]> {
  return manager.query<MotionSummary[]>(
    `SELECT o.id, o.agenda_item_id AS "agendaItemId", o.complaint_id AS "complaintId", o.allegation_id AS "allegationId",
            o.proposed_finding AS "proposedFinding", o.text, mover.display_name AS mover, seconder.display_name AS seconder,
            o.moved_at AS "movedAt", o.status, o.quorum, o.members_present AS "membersPresent",
            o.yes_votes AS "yesVotes", o.no_votes AS "noVotes", o.decided_at AS "decidedAt"
       FROM redress.motion o
       JOIN redress.board_member m ON m.jurisdiction_id = o.jurisdiction_id AND m.id = o.mover_id
       JOIN redress.staff mover ON mover.jurisdiction_id = m.jurisdiction_id AND mover.id = m.staff_id
       JOIN redress.board_member s ON s.jurisdiction_id = o.jurisdiction_id AND s.id = o.seconder_id
       JOIN redress.staff seconder ON seconder.jurisdiction_id = s.jurisdiction_id AND seconder.id = s.staff_id
      WHERE o.meeting_id = $1 OR o.id = $2 ORDER BY o.moved_at, o.id`,
    ['meetingId' in of ? of.meetingId : null, 'motionId' in of ? of.motionId : null],
  );
}
