import { Injectable } from '@nestjs/common';
import type { Track } from '../../charter/index.js';
import { permissions } from '../../identity/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { ComplaintKind } from '../rules/intake-faults.js';
import { type ListCursor, writeCursor } from '../rules/list-cursor.js';

export interface ListQuestion {
  status?: ComplaintStatus | undefined;
  caseNumber?: string | undefined;
  /** Only what is assigned to whom this transaction runs for */
  mine: boolean;
  limit: number;
  after: ListCursor | null;
}

export interface ListedComplaint {
  complaintId: string;
  caseNumber: string;
  kind: ComplaintKind;
  status: ComplaintStatus;
  channel: string;
  anonymous: boolean;
  receivedAt: Date | null;
  incidentOn: string | null;
  district: string | null;
  beat: string | null;
  classification: string | null;
  track: Track | null;
  assignedTo: string | null;
  allegations: number;
  version: number;
}

const COLUMNS = `c.id AS "complaintId", c.case_number AS "caseNumber", c.kind, c.status, c.channel, c.anonymous,
  c.received_at AS "receivedAt", c.incident_on::text AS "incidentOn", c.district, c.beat, c.version,
  c.classification, c.track,
  (SELECT g.staff_id FROM redress.assignment g WHERE g.complaint_id = c.id AND g.ended_at IS NULL) AS "assignedTo",
  (SELECT count(*)::int FROM redress.allegation a WHERE a.complaint_id = c.id) AS allegations`;
const ASKED = `($1::text IS NULL OR c.status = $1) AND ($2::text IS NULL OR c.case_number = $2)
  AND ($3::uuid IS NULL OR c.id IN
    (SELECT g.complaint_id FROM redress.assignment g WHERE g.staff_id = $3 AND g.ended_at IS NULL))`;

/** Newest first, those without a time last; each half walks its index, and the second begins when the first is done. */
const LIST = `
  (SELECT ${COLUMNS} FROM redress.complaint c
    WHERE ${ASKED} AND (c.received_at, c.id) < ($4::timestamptz, $5::uuid)
    ORDER BY c.received_at DESC, c.id DESC LIMIT $7)
  UNION ALL
  (SELECT ${COLUMNS} FROM redress.complaint c
    WHERE ${ASKED} AND c.received_at IS NULL AND c.id < $6::uuid
    ORDER BY c.received_at DESC, c.id DESC LIMIT $7)
  LIMIT $7`;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class ComplaintListReader {
  constructor(private readonly database: CaseDatabase) {}

  /** Who may read assigned cases alone is listed assigned cases alone. */
  async page(
    actor: ActorOf<'staff'>,
    question: ListQuestion,
  ): Promise<{ items: ListedComplaint[]; next: string | null }> {
    const { status = null, caseNumber = null, limit, after } = question;
    const assignee = question.mine || !readsAll(actor) ? actor.staffId : null;
    const [before, datedId, undatedId] = boundsOf(after);
    const rows: ListedComplaint[] = await this.database.read(actor, (manager) =>
      manager.query(LIST, [status, caseNumber, assignee, before, datedId, undatedId, limit + 1]),
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    if (!last || rows.length <= limit) return { items, next: null };
    return { items, next: writeCursor({ receivedAt: last.receivedAt?.toISOString() ?? null, id: last.complaintId }) };
  }
}

function readsAll({ roles }: ActorOf<'staff'>): boolean {
  return permissions['complaint.read'].some(
    ({ to, relation }) => relation === 'any' && roles.some((role) => role === to),
  );
}

function boundsOf(after: ListCursor | null): [string, string, string] {
  if (!after) return ['infinity', LAST_ID, LAST_ID];
  if (after.receivedAt === null) return ['-infinity', LAST_ID, after.id];
  return [after.receivedAt, after.id, LAST_ID];
}
