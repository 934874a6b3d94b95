import type { EntityManager } from 'typeorm';
import { charterById, termOf } from '../../charter/index.js';
import type { MeetingRecord, RecordedItem, RecordedMotion } from '../rules/minutes-draft.js';
import type { OfficeWords } from '../../vault/index.js';
import { type JoinedText, openText, TEXT_COLUMNS, TEXT_JOIN } from './motion-text.store.js';
import { readReportOuts } from './report-out.store.js';

type ItemRow = Omit<RecordedItem, 'ground' | 'motions' | 'reportOuts'> & {
  complaintId: string | null;
  legalBasis: string | null;
};
type MotionRow = Omit<RecordedMotion, 'text'> & JoinedText & { itemId: string };
export type ReadRecord = Omit<MeetingRecord, 'items'> & { items: (RecordedItem & { complaintId: string | null })[] };

const NAME = (member: string): string => `(SELECT s.display_name FROM redress.board_member b
  JOIN redress.staff s ON s.jurisdiction_id = b.jurisdiction_id AND s.id = b.staff_id WHERE b.id = ${member})`;

const MEETING = `SELECT b.name AS board, m.kind, j.time_zone AS "timeZone", m.place, m.emergency_reason AS "emergencyReason",
    m.opened_at AS "openedAt", m.adjourned_at AS "adjournedAt", m.charter_id AS "charterId",
    (SELECT count(*)::int FROM redress.public_comment c WHERE c.meeting_id = m.id) AS comments
  FROM redress.meeting m JOIN redress.jurisdiction j ON j.id = m.jurisdiction_id
  JOIN redress.board b ON b.jurisdiction_id = m.jurisdiction_id AND b.id = m.board_id WHERE m.id = $1`;
const ATTENDANCE = `SELECT ${NAME('a.member_id')} AS name, a.arrived_at AS "arrivedAt",
    CASE WHEN a.left_at < m.adjourned_at THEN a.left_at END AS "leftAt", a.remote
  FROM redress.attendance a JOIN redress.meeting m ON m.jurisdiction_id = a.jurisdiction_id AND m.id = a.meeting_id
 WHERE a.meeting_id = $1 ORDER BY a.arrived_at, a.id`;
// Disclosed of members whose term ran: who was recused by the end of the meeting. Of a recusal nothing else is read.
const ITEMS = `SELECT i.id, i.position, i.title, i.closed, i.legal_basis AS "legalBasis", i.complaint_id AS "complaintId",
    i.withdrawn_at IS NOT NULL AS withdrawn,
    ARRAY(SELECT s.display_name FROM redress.recusal r
      JOIN redress.board_member b ON b.jurisdiction_id = r.jurisdiction_id AND b.staff_id = r.staff_id AND b.board_id = m.board_id
      JOIN redress.staff s ON s.jurisdiction_id = b.jurisdiction_id AND s.id = b.staff_id
      WHERE r.complaint_id = i.complaint_id AND r.declared_at <= m.adjourned_at
        AND (m.starts_at AT TIME ZONE j.time_zone)::date BETWEEN b.term_from AND b.term_to ORDER BY 1) AS recused,
    coalesce((SELECT json_agg(json_build_object('alternate', ${NAME('t.alternate_id')}, 'member', ${NAME('t.member_id')})
        ORDER BY t.seated_at) FROM redress.stand_in t
      WHERE t.meeting_id = i.meeting_id AND (t.complaint_id IS NULL OR t.complaint_id = i.complaint_id)), '[]') AS "standIns"
  FROM redress.agenda_item i JOIN redress.meeting m ON m.jurisdiction_id = i.jurisdiction_id AND m.id = i.meeting_id
  JOIN redress.jurisdiction j ON j.id = i.jurisdiction_id
 WHERE i.meeting_id = $1 ORDER BY i.position`;
// Of a motion that was closed before there were rolls: the votes that counted.
const MOTIONS = `SELECT o.id, o.agenda_item_id AS "itemId", ${TEXT_COLUMNS}, ${NAME('o.mover_id')} AS mover,
    ${NAME('o.seconder_id')} AS seconder, o.degree, o.reconsiders IS NOT NULL AS reconsiders, o.continues IS NOT NULL AS continues,
    o.status, o.yes_votes AS "yesVotes", o.no_votes AS "noVotes", o.casting_vote AS "castingVote", ${NAME('o.casting_by')} AS "castBy",
    coalesce((SELECT json_agg(json_build_object('name', ${NAME('r.member_id')}, 'choice', r.position) ORDER BY r.member_id)
      FROM redress.motion_roll r WHERE r.motion_id = o.id AND r.position <> 'recused'),
      (SELECT json_agg(json_build_object('name', ${NAME('v.member_id')}, 'choice', v.choice) ORDER BY v.cast_at, v.id)
      FROM redress.vote v WHERE v.motion_id = o.id
        AND (o.counted_members IS NULL OR v.member_id = ANY (o.counted_members))), '[]') AS votes,
    coalesce((SELECT json_agg(json_build_object('kind', p.kind, 'authors', ARRAY(SELECT ${NAME('a.member_id')}
        FROM redress.opinion_author a WHERE a.opinion_id = p.id ORDER BY a.signed_at, a.member_id)) ORDER BY p.filed_at, p.id)
      FROM redress.opinion p WHERE p.motion_id = o.id), '[]') AS opinions
  FROM redress.motion o ${TEXT_JOIN} WHERE o.meeting_id = $1 ORDER BY o.moved_at, o.id`;

/** Everything recorded of a meeting that is over. Read in the office's name; what comes of it goes behind the walls again. */
export async function readMeetingRecord(
  manager: EntityManager,
  words: OfficeWords,
  meetingId: string,
): Promise<ReadRecord | null> {
  const [meeting] = await manager.query<(ReadRecord & { charterId: string })[]>(MEETING, [meetingId]);
  if (!meeting) return null;
  const attendance = await manager.query<MeetingRecord['attendance'][number][]>(ATTENDANCE, [meetingId]);
  const items = await manager.query<ItemRow[]>(ITEMS, [meetingId]);
  const motions = await readRecordedMotions(manager, words, meetingId);
  const reportOuts = await readReportOuts(manager, words, meetingId);
  const { closedSessionGrounds } = (await charterById(manager, meeting.charterId)).document.meetings;
  return {
    ...meeting,
    attendance,
    items: items.map(({ legalBasis, ...item }) => ({
      ...item,
      ground: legalBasis && (termOf(closedSessionGrounds, legalBasis)?.label ?? legalBasis),
      motions: motions.filter(({ itemId }) => itemId === item.id),
      reportOuts: reportOuts.flatMap(({ itemId, text }) => (itemId === item.id && text !== null ? [text] : [])),
    })),
  };
}

async function readRecordedMotions(
  manager: EntityManager,
  words: OfficeWords,
  meetingId: string,
): Promise<(RecordedMotion & { itemId: string })[]> {
  const motions: (RecordedMotion & { itemId: string })[] = [];
  for (const row of await manager.query<MotionRow[]>(MOTIONS, [meetingId]))
    motions.push({ ...row, text: (await openText(manager, words, row)) ?? '(erased)' });
  return motions;
}
