import { Injectable } from '@nestjs/common';
import type { MeetingKind } from '../../charter/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { type MotionSummary, readMotions } from './motion-summary.reader.js';
import type { StandInGround } from '../rules/stand-in.js';
import type { MeetingStatus } from './meeting.store.js';

export interface MeetingSummary {
  id: string;
  boardId: string;
  board: string;
  kind: MeetingKind;
  startsAt: Date;
  status: MeetingStatus;
  agendaPostedAt: Date | null;
  openedAt: Date | null;
  adjournedAt: Date | null;
  place: string | null;
  remoteAccess: string | null;
}

export interface MeetingDetails extends MeetingSummary {
  agenda: {
    id: string;
    position: number;
    title: string;
    closed: boolean;
    legalBasis: string | null;
    complaintId: string | null;
    panelId: string | null;
    panelMemberIds: string[];
    approvesMinutesOf: string | null;
    withdrawnAt: Date | null;
  }[];
  attendance: { memberId: string; name: string; arrivedAt: Date; leftAt: Date | null; remote: boolean }[];
  standIns: {
    id: string;
    alternateId: string;
    memberId: string;
    ground: StandInGround;
    complaintId: string | null;
    seatedAt: Date;
    endedAt: Date | null;
  }[];
  motions: MotionSummary[];
}

const SUMMARY = `SELECT m.id, m.board_id AS "boardId", b.name AS board, m.kind, m.starts_at AS "startsAt", m.status,
    m.agenda_posted_at AS "agendaPostedAt", m.opened_at AS "openedAt", m.adjourned_at AS "adjournedAt",
    m.place, m.remote_access AS "remoteAccess"
  FROM redress.meeting m JOIN redress.board b ON b.jurisdiction_id = m.jurisdiction_id AND b.id = m.board_id`;
const ONE = `${SUMMARY} WHERE m.id = $1`;
const PAGE = `${SUMMARY}
  WHERE $2::uuid IS NULL OR (m.starts_at, m.id) < (SELECT c.starts_at, c.id FROM redress.meeting c WHERE c.id = $2)
  ORDER BY m.starts_at DESC, m.id DESC LIMIT $1`;

@Injectable()
export class MeetingReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly words: OfficeWords,
  ) {}

  /** Newest first; `after` is the id of the last meeting of the page before. */
  async list(actor: Actor, page: { limit: number; after?: string | undefined }): Promise<MeetingSummary[]> {
    return this.database.read(actor, (manager) =>
      manager.query<MeetingSummary[]>(PAGE, [page.limit, page.after ?? null]),
    );
  }

  /** What this person may see of the meeting: items, motions and votes on a case they are recused from are not there. */
  async show(actor: Actor, meetingId: string): Promise<MeetingDetails> {
    return this.database.read(actor, async (manager) => {
      const [meeting] = await manager.query<MeetingSummary[]>(ONE, [meetingId]);
      if (!meeting) throw new NotFound();
      const agenda = await manager.query<MeetingDetails['agenda']>(
        `SELECT i.id, i.position, i.title, i.closed, i.legal_basis AS "legalBasis", i.complaint_id AS "complaintId",
                i.panel_id AS "panelId",
                ARRAY(SELECT p.member_id FROM redress.panel_member p WHERE p.panel_id = i.panel_id ORDER BY 1) AS "panelMemberIds",
                i.approves_minutes_of AS "approvesMinutesOf", i.withdrawn_at AS "withdrawnAt"
           FROM redress.agenda_item i WHERE i.meeting_id = $1 ORDER BY i.position`,
        [meetingId],
      );
      const attendance = await manager.query<MeetingDetails['attendance']>(
        `SELECT a.member_id AS "memberId", s.display_name AS name, a.arrived_at AS "arrivedAt", a.left_at AS "leftAt", a.remote
           FROM redress.attendance a
           JOIN redress.board_member b ON b.jurisdiction_id = a.jurisdiction_id AND b.id = a.member_id
           JOIN redress.staff s ON s.jurisdiction_id = b.jurisdiction_id AND s.id = b.staff_id
          WHERE a.meeting_id = $1 ORDER BY a.arrived_at, a.id`,
        [meetingId],
      );
      const standIns = await manager.query<MeetingDetails['standIns']>(
        `SELECT id, alternate_id AS "alternateId", member_id AS "memberId", ground, complaint_id AS "complaintId",
                seated_at AS "seatedAt", ended_at AS "endedAt" FROM redress.stand_in WHERE meeting_id = $1 ORDER BY seated_at, id`,
        [meetingId],
      );
      return {
        ...meeting,
        agenda,
        attendance,
        standIns,
        motions: await readMotions(manager, this.words, { meetingId }),
      };
    });
  }
}
