import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';

/** A report that belongs together with a case. */
export interface LinkedReport {
  linkId: string;
  reportId: string;
  reportNumber: string;
  departmentName: string;
  occurredOn: string | null;
  status: string;
  reason: string;
  linkedAt: Date;
  endedAt: Date | null;
}

/** A case that belongs together with a report. Why, is read in the case. */
export interface LinkedComplaint {
  linkId: string;
  complaintId: string;
  caseNumber: string;
  status: string;
  linkedAt: Date;
}

const REPORTS = `
  SELECT l.id AS "linkId", l.report_id AS "reportId", r.report_number AS "reportNumber", d.name AS "departmentName",
         r.occurred_on::text AS "occurredOn", r.status, l.reason_cipher AS "reasonCipher", l.linked_at AS "linkedAt",
         l.ended_at AS "endedAt"
    FROM redress.use_of_force_link l
    JOIN redress.use_of_force_report r ON r.jurisdiction_id = l.jurisdiction_id AND r.id = l.report_id
    JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = r.department_id
   WHERE l.complaint_id = $1 ORDER BY l.id`;
const COMPLAINTS = `
  SELECT l.id AS "linkId", c.id AS "complaintId", c.case_number AS "caseNumber", c.status, l.linked_at AS "linkedAt"
    FROM redress.use_of_force_link l JOIN redress.complaint c ON c.jurisdiction_id = l.jurisdiction_id AND c.id = l.complaint_id
   WHERE l.report_id = $1 AND l.ended_at IS NULL ORDER BY l.id`;

/** Links between cases and reports, from either side. The database hides those of a case that the reader may not see. */
@Injectable()
export class ForceLinkReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken case-unreadable (410) */
  async reportsOf(actor: Actor, complaintId: string): Promise<LinkedReport[]> {
    return this.database.read(actor, async (manager) => {
      if (!(await isThere(manager, 'SELECT FROM redress.complaint WHERE id = $1', complaintId))) throw new NotFound();
      const rows: (Omit<LinkedReport, 'reason'> & { reasonCipher: Buffer })[] = await manager.query(REPORTS, [
        complaintId,
      ]);
      if (rows.length === 0) return [];
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      return rows.map(({ reasonCipher, ...row }) => {
        const place = { table: 'use_of_force_link', column: 'reason_cipher', rowId: row.linkId };
        return { ...row, reason: key.open(place, reasonCipher) };
      });
    });
  }

  /** Those that stand. @throws NotFound */
  async complaintsOf(actor: Actor, reportId: string): Promise<LinkedComplaint[]> {
    return this.database.read(actor, async (manager) => {
      if (!(await isThere(manager, 'SELECT FROM redress.use_of_force_report WHERE id = $1', reportId)))
        throw new NotFound();
      return manager.query(COMPLAINTS, [reportId]);
    });
  }
}

async function isThere(manager: EntityManager, sql: string, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(sql, [id]);
  return rows.length === 1;
}
