import type { MeetingScene } from './meeting-scene.js';
import { motionInWords, type Standing, type ToldMotion } from './standing.js';

/** How it stands, once it is said in which order the motions come. */
export type StandingReader = (motionIds: readonly string[]) => Standing;

interface MotionRow {
  id: string;
  position: number;
  degree: number;
  amends: string | null;
  reconsiders: string | null;
  continues: string | null;
  finding: string | null;
  status: string;
  mover: string;
  seconder: string | null;
  quorum: number | null;
  present: number;
  yes: number;
  no: number;
  seats: number;
  cast_by: string | null;
  cast: string;
  votes: Record<string, string> | null;
  roll: Record<string, string> | null;
  texts: number;
  events: number;
  vote_events: number;
}

interface Row {
  open: boolean;
  present: string[];
  recused: string[];
  stand_in: { member: string; ofCase: boolean } | null;
  motions: MotionRow[] | null;
  findings: string[] | null;
}

// With the jurisdiction everywhere, as its keys and indexes have it: the owner has no policy that would put it there.
const STANDING = `SELECT
  (SELECT m.status = 'open' FROM redress.meeting m WHERE m.jurisdiction_id = $5 AND m.id = $1) AS open,
  ARRAY(SELECT a.member_id FROM redress.attendance a WHERE a.jurisdiction_id = $5 AND a.meeting_id = $1 AND a.left_at IS NULL) AS present,
  ARRAY(SELECT b.id FROM redress.recusal r JOIN redress.board_member b ON b.jurisdiction_id = $5 AND b.staff_id = r.staff_id
    WHERE r.jurisdiction_id = $5 AND r.complaint_id = $2) AS recused,
  (SELECT json_build_object('member', s.member_id, 'ofCase', s.complaint_id IS NOT NULL) FROM redress.stand_in s
    WHERE s.jurisdiction_id = $5 AND s.meeting_id = $1 AND s.ended_at IS NULL) AS stand_in,
  (SELECT json_agg(f.finding ORDER BY f.recorded_at, f.id) FROM redress.finding f
    WHERE f.jurisdiction_id = $5 AND f.allegation_id = $3 AND f.stage = 'board') AS findings,
  (SELECT json_agg(json_build_object('id', o.id, 'position', i.position, 'degree', o.degree, 'amends', o.amends,
      'reconsiders', o.reconsiders, 'continues', o.continues, 'finding', o.proposed_finding, 'status', o.status, 'mover', o.mover_id,
      'seconder', o.seconder_id, 'quorum', o.quorum, 'present', o.members_present, 'yes', o.yes_votes, 'no', o.no_votes,
      'seats', o.seats, 'cast_by', o.casting_by, 'cast', o.casting_vote,
      'votes', (SELECT json_object_agg(v.member_id, v.choice) FROM redress.vote v WHERE v.jurisdiction_id = $5 AND v.motion_id = o.id),
      'roll', (SELECT json_object_agg(r.member_id, r.position) FROM redress.motion_roll r WHERE r.jurisdiction_id = $5 AND r.motion_id = o.id),
      'texts', (SELECT count(*) FROM redress.motion_text t WHERE t.jurisdiction_id = $5 AND t.motion_id = o.id),
      'events', (SELECT count(*) FROM redress.history_event h WHERE h.jurisdiction_id = $5 AND h.subject_id = o.id),
      'vote_events', (SELECT count(*) FROM redress.vote v JOIN redress.history_event h ON h.jurisdiction_id = $5 AND h.subject_id = v.id
        WHERE v.jurisdiction_id = $5 AND v.motion_id = o.id)))
    FROM redress.motion o JOIN redress.agenda_item i ON i.jurisdiction_id = o.jurisdiction_id AND i.id = o.agenda_item_id
   WHERE o.jurisdiction_id = $5 AND o.meeting_id = ANY ($4)) AS motions`;

/** One consistent look, past the program. */
export async function readStanding(
  scene: MeetingScene,
  of: { meetingIds: readonly string[]; complaintId: string; allegationId: string },
): Promise<StandingReader> {
  const { database, jurisdiction } = scene.room.redress;
  const { owner } = database;
  const keys = [of.meetingIds.at(-1), of.complaintId, of.allegationId, of.meetingIds, jurisdiction.id];
  const row = (await owner.query<Row>(STANDING, keys)).rows[0]!;
  const numbers = (ids: readonly string[]) => ids.map((id) => scene.numberOf(id)).sort((a, b) => a - b);
  return (motionIds) => ({
    ...{ open: row.open, present: numbers(row.present), recused: numbers(row.recused) },
    standIn: row.stand_in
      ? `for ${scene.numberOf(row.stand_in.member)}${row.stand_in.ofCase ? ' in the case' : ''}`
      : '',
    motions: (row.motions ?? [])
      .toSorted((a, b) => motionIds.indexOf(a.id) - motionIds.indexOf(b.id))
      .map((motion) => motionInWords(told(scene, motion, motionIds))),
    findings: row.findings ?? [],
  });
}

function told(scene: MeetingScene, motion: MotionRow, motionIds: readonly string[]): ToldMotion {
  const place = (id: string | null) => (id === null ? null : motionIds.indexOf(id));
  const byNumber = (by: Record<string, string> | null) =>
    by && Object.fromEntries(Object.entries(by).map(([id, what]) => [scene.numberOf(id), what]));
  const { quorum, present, yes, no, seats, degree, finding, status, texts, events } = motion;
  return {
    ...{ item: motion.position - 1, degree, finding, status, texts, events, voteEvents: motion.vote_events },
    ...{ amends: place(motion.amends), reconsiders: place(motion.reconsiders), continues: place(motion.continues) },
    mover: scene.numberOf(motion.mover),
    seconder: motion.seconder === null ? null : scene.numberOf(motion.seconder),
    votes: byNumber(motion.votes) ?? {},
    roll: byNumber(motion.roll),
    tally: quorum === null ? null : { quorum, present, yes, no, seats },
    casting: motion.cast_by === null ? null : { by: scene.numberOf(motion.cast_by), choice: motion.cast },
  };
}
