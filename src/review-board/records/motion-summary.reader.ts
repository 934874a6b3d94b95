import type { EntityManager } from 'typeorm';
import type { OfficeWords } from '../../vault/index.js';
import type { MotionStatus } from './motion.store.js';
import { type JoinedText, openText, TEXT_COLUMNS, TEXT_JOIN } from './motion-text.store.js';

export interface MotionSummary {
  id: string;
  agendaItemId: string;
  complaintId: string | null;
  allegationId: string | null;
  proposedFinding: string | null;
  /** As it reads now; null when the case's key was destroyed */
  text: string | null;
  mover: string;
  seconder: string | null;
  movedAt: Date;
  /** The motion whose words it would change */
  amends: string | null;
  /** The decided motion that it puts to the vote again */
  reconsiders: string | null;
  /** The motion that a meeting ended over, and that comes up again in this one */
  continues: string | null;
  /** A carried motion that has taken this one's place */
  reconsideredBy: string | null;
  status: MotionStatus;
  quorum: number | null;
  membersPresent: number | null;
  seats: number | null;
  yesVotes: number | null;
  noVotes: number | null;
  castingVote: 'yes' | 'no' | null;
  decidedAt: Date | null;
}

type Row = Omit<MotionSummary, 'text'> & JoinedText;

const MOTIONS = `SELECT ${TEXT_COLUMNS}, o.id, o.agenda_item_id AS "agendaItemId", o.allegation_id AS "allegationId",
    o.proposed_finding AS "proposedFinding", mover.display_name AS mover, seconder.display_name AS seconder,
    o.moved_at AS "movedAt", o.amends, o.reconsiders, o.continues,
    (SELECT later.id FROM redress.motion later WHERE later.jurisdiction_id = o.jurisdiction_id AND later.reconsiders = o.id
        AND later.status = 'carried') AS "reconsideredBy",
    o.status, o.quorum, o.members_present AS "membersPresent", o.seats, o.yes_votes AS "yesVotes", o.no_votes AS "noVotes",
    o.casting_vote AS "castingVote", o.decided_at AS "decidedAt"
  FROM redress.motion o ${TEXT_JOIN}
  JOIN redress.board_member m ON m.jurisdiction_id = o.jurisdiction_id AND m.id = o.mover_id
  JOIN redress.staff mover ON mover.jurisdiction_id = m.jurisdiction_id AND mover.id = m.staff_id
  LEFT JOIN redress.board_member s ON s.jurisdiction_id = o.jurisdiction_id AND s.id = o.seconder_id
  LEFT JOIN redress.staff seconder ON seconder.jurisdiction_id = s.jurisdiction_id AND seconder.id = s.staff_id
 WHERE o.meeting_id = $1 OR o.id = $2 ORDER BY o.moved_at, o.id`;

export async function readMotions(
  manager: EntityManager,
  words: OfficeWords,
  of: { meetingId: string } | { motionId: string },
): Promise<MotionSummary[]> {
  const keys = ['meetingId' in of ? of.meetingId : null, 'motionId' in of ? of.motionId : null];
  const motions: MotionSummary[] = [];
  for (const row of await manager.query<Row[]>(MOTIONS, keys)) {
    const { jurisdictionId, textId, cipher, legacy, ...motion } = row;
    const { complaintId } = motion;
    const text = await openText(manager, words, { jurisdictionId, complaintId, textId, cipher, legacy });
    motions.push({ ...motion, text });
  }
  return motions;
}
