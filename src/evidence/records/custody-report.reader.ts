import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { logAccess } from './evidence-log.store.js';
import { type EvidenceItem, EvidenceReader } from './evidence.reader.js';

export interface LoggedAccess {
  what: string;
  by: string;
  at: Date;
}

export interface LoggedCheck {
  ok: boolean;
  fault: string | null;
  by: string | null;
  at: Date;
}

export interface ReportedItem extends EvidenceItem {
  accesses: LoggedAccess[];
  checks: LoggedCheck[];
}

export interface CustodyReport {
  agency: string;
  caseNumber: string;
  drawnUpAt: Date;
  drawnUpBy: string;
  /** Staff by id, as they are shown to others */
  people: Record<string, string>;
  items: ReportedItem[];
}

const CASE = `
  SELECT c.case_number AS "caseNumber", j.name AS agency FROM redress.complaint c
    JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id WHERE c.id = $1`;
const ACCESSES = `SELECT item_id AS "itemId", what, staff_id AS by, at FROM redress.evidence_access WHERE complaint_id = $1 ORDER BY at, id`;
const CHECKS = `SELECT item_id AS "itemId", ok, fault, checked_by AS by, checked_at AS at FROM redress.evidence_check
  WHERE complaint_id = $1 ORDER BY checked_at, id`;
const PEOPLE = 'SELECT id, display_name AS name FROM redress.staff WHERE id = ANY ($1)';

/** Where every piece of evidence came from, what its bytes were, through whose hands it went and who looked at it. */
@Injectable()
export class CustodyReportReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly evidence: EvidenceReader,
  ) {}

  /** To draw it up is an access too, and is on record in it. @throws NotFound */
  async of(actor: ActorOf<'staff'>, complaintId: string): Promise<CustodyReport> {
    const { jurisdictionId, staffId } = actor;
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const items = await this.evidence.items(manager, jurisdictionId, complaintId);
      const itemIds = items.map(({ evidenceId }) => evidenceId);
      await logAccess(manager, 'custody_report', { actor, complaintId, itemIds, at });
      const [of]: { caseNumber: string; agency: string }[] = await manager.query(CASE, [complaintId]);
      const accesses: (LoggedAccess & { itemId: string })[] = await manager.query(ACCESSES, [complaintId]);
      const checks: (LoggedCheck & { itemId: string })[] = await manager.query(CHECKS, [complaintId]);
      const reported = items.map((item) => ({
        ...item,
        accesses: accesses.filter(({ itemId }) => itemId === item.evidenceId).map(({ itemId: _, ...rest }) => rest),
        checks: checks.filter(({ itemId }) => itemId === item.evidenceId).map(({ itemId: _, ...rest }) => rest),
      }));
      const ids = [staffId, ...reported.flatMap(peopleOf)];
      const people: { id: string; name: string }[] = await manager.query(PEOPLE, [[...new Set(ids)]]);
      return {
        agency: of?.agency ?? '',
        caseNumber: of?.caseNumber ?? '',
        drawnUpAt: at,
        drawnUpBy: staffId,
        people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
        items: reported,
      };
    });
  }
}

function peopleOf({ addedBy, custody, accesses, checks }: ReportedItem): string[] {
  const ids = [
    addedBy,
    ...custody.flatMap(({ receivedBy, recordedBy }) => [receivedBy, recordedBy]),
    ...accesses.map(({ by }) => by),
    ...checks.map(({ by }) => by),
  ];
  return ids.filter((id) => id !== null);
}
