import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';

/** A meeting as the public was told of it. */
export interface PublicMeeting {
  id: string;
  jurisdiction: string;
  jurisdictionName: string;
  timeZone: string;
  board: string;
  kind: string;
  startsAt: Date;
  place: string | null;
  remoteAccess: string | null;
  emergencyReason: string | null;
  cancelReason: string | null;
  status: string;
  postedAt: Date;
  adjournedAt: Date | null;
  /** Up by one with each change that was told */
  sequence: number;
  changedAt: Date;
  minutesApprovedAt: Date | null;
}

export interface PublicItem {
  id: string;
  position: number;
  /** Null: of a closed item, or withheld since */
  title: string | null;
  closed: boolean;
  /** The ground in law for closing the doors, in words */
  ground: string | null;
  withdrawn: boolean;
  amendments: { kind: string; formerTitle: string | null; lateGround: string | null; amendedAt: string }[];
  materials: { title: string; url: string }[];
  reportsOut: { text: string | null; reportedAt: string }[];
  /** What members said beside the result; `text` null: withheld since */
  opinions: { kind: string; authors: string[]; text: string | null; publishedAt: string }[];
}

export interface PublicMinutes {
  sections: {
    position: number;
    kind: string;
    itemId: string | null;
    /** Null: of a closed item, or withheld since */
    text: string | null;
    recused: string[];
  }[];
  comments: { number: number; itemId: string | null; name: string | null; text: string | null }[];
}

/** A decision of the board behind open doors, as the approved minutes tell it, with where everybody stood. */
export interface PublicDecision {
  /** The same for good; it says nothing of the motion's own id */
  key: string;
  /** Day of the meeting, YYYY-MM-DD */
  date: string;
  board: string;
  meetingKind: string;
  item: number;
  /** Of the item; null: withheld since */
  title: string | null;
  /** The item is about a case */
  ofCase: boolean;
  kind: 'motion' | 'amendment' | 'reconsideration' | 'continued';
  result: 'carried' | 'failed';
  yesVotes: number;
  noVotes: number;
  castingVote: 'yes' | 'no' | null;
  votes: { seat: number; member: string; vote: string }[];
}

const MEETING = `SELECT id, jurisdiction, jurisdiction_name AS "jurisdictionName", time_zone AS "timeZone", board, kind,
    starts_at AS "startsAt", place, remote_access AS "remoteAccess", emergency_reason AS "emergencyReason",
    cancel_reason AS "cancelReason", status, posted_at AS "postedAt", adjourned_at AS "adjournedAt", sequence,
    changed_at AS "changedAt", minutes_approved_at AS "minutesApprovedAt" FROM published.meeting`;
const ONE = `${MEETING} WHERE jurisdiction = $1 AND id = $2`;
const PAGE = `${MEETING} WHERE jurisdiction = $1 AND ($3::uuid IS NULL OR (starts_at, id) < (SELECT c.starts_at, c.id
  FROM published.meeting c WHERE c.id = $3 AND c.jurisdiction = $1))
  ORDER BY starts_at DESC, id DESC LIMIT $2`;
const ITEMS = `SELECT i.id, i.position, i.title, i.closed, i.ground, i.withdrawn,
    coalesce((SELECT json_agg(json_build_object('kind', a.kind, 'formerTitle', a.former_title, 'lateGround', a.late_ground,
      'amendedAt', a.amended_at) ORDER BY a.amended_at, a.id) FROM published.agenda_amendment a WHERE a.item_id = i.id), '[]') AS amendments,
    coalesce((SELECT json_agg(json_build_object('title', m.title, 'url', m.url) ORDER BY m.id)
      FROM published.agenda_material m WHERE m.item_id = i.id), '[]') AS materials,
    coalesce((SELECT json_agg(json_build_object('text', r.text, 'reportedAt', r.reported_at) ORDER BY r.reported_at, r.id)
      FROM published.report_out r WHERE r.item_id = i.id), '[]') AS "reportsOut",
    coalesce((SELECT json_agg(json_build_object('kind', p.kind, 'authors', p.authors, 'text', p.text, 'publishedAt', p.published_at)
      ORDER BY p.published_at, p.id) FROM published.opinion p WHERE p.item_id = i.id), '[]') AS opinions
  FROM published.agenda_item i WHERE i.meeting_id = $1 ORDER BY i.position`;

const DECISIONS = `SELECT d.key, to_char(m.starts_at AT TIME ZONE m.time_zone, 'YYYY-MM-DD') AS date, m.board,
    m.kind AS "meetingKind", i.position AS item, i.title, d.of_case AS "ofCase", d.kind, d.result, d.yes_votes AS "yesVotes",
    d.no_votes AS "noVotes", d.casting_vote AS "castingVote",
    coalesce((SELECT json_agg(json_build_object('seat', v.seat, 'member', v.member, 'vote', v.vote) ORDER BY v.seat)
      FROM published.member_vote v WHERE v.decision_key = d.key), '[]') AS votes
  FROM published.meeting m JOIN published.agenda_item i ON i.meeting_id = m.id JOIN published.board_decision d ON d.item_id = i.id
 WHERE m.jurisdiction = $1 ORDER BY m.starts_at, m.id, i.position, d.number`;

/** Reads what was published, with a login that can read nothing else. */
@Injectable()
export class PublicMeetingReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** The latest first; `after` is the id of the last one of the page before. */
  async list(jurisdiction: string, page: { limit: number; after?: string | undefined }): Promise<PublicMeeting[]> {
    return this.database.query<PublicMeeting>(PAGE, [jurisdiction, page.limit, page.after ?? null]);
  }

  /** @throws NotFound */
  async show(jurisdiction: string, meetingId: string): Promise<PublicMeeting & { agenda: PublicItem[] }> {
    const [meeting] = await this.database.query<PublicMeeting>(ONE, [jurisdiction, meetingId]);
    if (!meeting) throw new NotFound();
    return { ...meeting, agenda: await this.database.query<PublicItem>(ITEMS, [meetingId]) };
  }

  /** @throws NotFound, while the board has not approved them too */
  async minutes(
    jurisdiction: string,
    meetingId: string,
  ): Promise<{ meeting: PublicMeeting & { agenda: PublicItem[] }; minutes: PublicMinutes }> {
    const meeting = await this.show(jurisdiction, meetingId);
    if (!meeting.minutesApprovedAt) throw new NotFound();
    const sections = await this.database.query<PublicMinutes['sections'][number]>(
      `SELECT position, kind, item_id AS "itemId", text, recused FROM published.minutes_section
        WHERE meeting_id = $1 ORDER BY position`,
      [meetingId],
    );
    const comments = await this.database.query<PublicMinutes['comments'][number]>(
      `SELECT number, item_id AS "itemId", name, text FROM published.public_comment WHERE meeting_id = $1 ORDER BY number`,
      [meetingId],
    );
    return { meeting, minutes: { sections, comments } };
  }

  /** Every decision behind open doors of which the approved minutes tell, the earliest first. */
  async decisions(jurisdiction: string): Promise<PublicDecision[]> {
    return this.database.query<PublicDecision & QueryResultRow>(DECISIONS, [jurisdiction]);
  }
}
