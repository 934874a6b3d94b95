import { Injectable } from '@nestjs/common';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';

/** A board as the public may know it. Days are YYYY-MM-DD, the last one included. */
export interface PublicBoard {
  jurisdictionName: string;
  timeZone: string;
  name: string;
  seats: { label: string; appointingAuthority: string; alternate: boolean; establishedOn: string }[];
  /** All who ever sat, by name */
  members: {
    memberId: string;
    name: string;
    appointedBy: string;
    from: string;
    to: string;
    seat: string | null;
    alternate: boolean;
  }[];
  officers: { memberId: string; office: string; from: string; to: string }[];
  /** The latest first */
  meetings: { id: string; kind: string; startsAt: string; status: string; minutesApproved: boolean }[];
  /** What was decided behind closed doors and told in public, the latest first; `text` null: withheld since */
  told: { meetingId: string; text: string | null; reportedAt: string }[];
}

const MEETINGS = `SELECT json_build_object('id', m.id, 'kind', m.kind, 'startsAt', m.starts_at, 'status', m.status,
    'minutesApproved', m.minutes_approved_at IS NOT NULL) AS row
  FROM published.meeting m WHERE m.jurisdiction = b.jurisdiction AND m.board = b.name
 ORDER BY m.starts_at DESC, m.id DESC LIMIT $2`;
const TOLD = `SELECT json_build_object('meetingId', m.id, 'text', r.text, 'reportedAt', r.reported_at) AS row
  FROM published.report_out r JOIN published.agenda_item i ON i.id = r.item_id JOIN published.meeting m ON m.id = i.meeting_id
 WHERE m.jurisdiction = b.jurisdiction AND m.board = b.name ORDER BY r.reported_at DESC, r.id DESC LIMIT $2`;
const BOARDS = `SELECT b.jurisdiction_name AS "jurisdictionName", b.time_zone AS "timeZone", b.name, b.seats, b.members, b.officers,
    ARRAY(SELECT row FROM (${MEETINGS}) m) AS meetings, ARRAY(SELECT row FROM (${TOLD}) t) AS told
  FROM published.board b WHERE b.jurisdiction = $1 ORDER BY b.name`;

/** Reads what was published, with a login that can read nothing else. */
@Injectable()
export class PublicBoardReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** By name; of each the latest `most` meetings and decisions. */
  async of(jurisdiction: string, most: number): Promise<PublicBoard[]> {
    return this.database.query<PublicBoard>(BOARDS, [jurisdiction, most]);
  }
}
