import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import type { Office } from './board-officer.store.js';

export interface Board {
  id: string;
  name: string;
  members: {
    memberId: string;
    staffId: string;
    name: string;
    appointedBy: string;
    termFrom: string;
    termTo: string;
    seatId: string | null;
    alternate: boolean;
    endReason: string | null;
  }[];
  /** `holder`: the member who sits in it today; null when it is vacant */
  seats: { id: string; label: string; appointingAuthority: string; alternate: boolean; holder: string | null }[];
  officers: { id: string; memberId: string; name: string; office: Office; from: string; to: string }[];
}

const MEMBERS = `SELECT json_build_object('memberId', m.id, 'staffId', m.staff_id, 'name', s.display_name,
    'appointedBy', m.appointed_by, 'termFrom', m.term_from, 'termTo', m.term_to, 'seatId', m.seat_id, 'alternate', m.alternate,
    'endReason', m.end_reason) AS row
  FROM redress.board_member m JOIN redress.staff s ON s.jurisdiction_id = m.jurisdiction_id AND s.id = m.staff_id
 WHERE m.jurisdiction_id = b.jurisdiction_id AND m.board_id = b.id ORDER BY s.display_name, m.term_from`;
const SEATS = `SELECT json_build_object('id', t.id, 'label', t.label, 'appointingAuthority', t.appointing_authority,
    'alternate', t.alternate, 'holder', (SELECT m.id FROM redress.board_member m WHERE m.jurisdiction_id = t.jurisdiction_id
      AND m.seat_id = t.id AND ($1::timestamptz AT TIME ZONE j.time_zone)::date BETWEEN m.term_from AND m.term_to)) AS row
  FROM redress.board_seat t WHERE t.jurisdiction_id = b.jurisdiction_id AND t.board_id = b.id ORDER BY t.label`;
const OFFICERS = `SELECT json_build_object('id', o.id, 'memberId', o.member_id, 'name', s.display_name, 'office', o.office,
    'from', o.from_day, 'to', o.to_day) AS row
  FROM redress.board_officer o JOIN redress.board_member m ON m.jurisdiction_id = o.jurisdiction_id AND m.id = o.member_id
  JOIN redress.staff s ON s.jurisdiction_id = m.jurisdiction_id AND s.id = m.staff_id
 WHERE o.jurisdiction_id = b.jurisdiction_id AND o.board_id = b.id ORDER BY o.from_day, o.office`;

const BOARDS = `SELECT b.id, b.name, ARRAY(SELECT row FROM (${MEMBERS}) m) AS members, ARRAY(SELECT row FROM (${SEATS}) s) AS seats,
  ARRAY(SELECT row FROM (${OFFICERS}) o) AS officers
  FROM redress.board b JOIN redress.jurisdiction j ON j.id = b.jurisdiction_id ORDER BY b.name`;

@Injectable()
export class BoardReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<Board[]> {
    return this.database.read(actor, (manager) => manager.query<Board[]>(BOARDS, [this.clock.now()]));
  }
}
