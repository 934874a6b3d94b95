import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';

export interface Referral {
  id: string;
  reportId: string;
  reportNumber: string;
  departmentName: string;
  occurredOn: string | null;
  referTo: 'board' | 'complaint';
  findings: string[];
  reasons: string;
  referredAt: Date;
}

const OPEN = `
  SELECT f.id, f.report_id AS "reportId", r.report_number AS "reportNumber", d.name AS "departmentName",
         r.occurred_on::text AS "occurredOn", f.refer_to AS "referTo", v.findings, v.reasons, f.referred_at AS "referredAt"
    FROM redress.use_of_force_referral f
    JOIN redress.use_of_force_review v ON v.jurisdiction_id = f.jurisdiction_id AND v.id = f.review_id
    JOIN redress.use_of_force_report r ON r.jurisdiction_id = f.jurisdiction_id AND r.id = f.report_id
    JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = r.department_id
   WHERE f.taken_up_at IS NULL AND ($1::uuid IS NULL OR f.id > $1) ORDER BY f.id LIMIT $2`;

/** What reviewers handed on and nobody took up yet, the oldest first. */
@Injectable()
export class ReferralReader {
  constructor(private readonly database: CaseDatabase) {}

  async open(
    actor: Actor,
    { after = null, limit }: { after?: string | null | undefined; limit: number },
  ): Promise<{ referrals: Referral[]; next: string | null }> {
    const rows: Referral[] = await this.database.read(actor, (manager) => manager.query(OPEN, [after, limit + 1]));
    const referrals = rows.slice(0, limit);
    return { referrals, next: rows.length > limit ? (referrals.at(-1)?.id ?? null) : null };
  }
}
