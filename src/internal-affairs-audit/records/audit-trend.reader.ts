import { Injectable } from '@nestjs/common';
import { charterInForce } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { type ItemLooks, trendOf, type TrendRow, type TrendStep } from '../rules/trend.js';

const MOST = 200_000;
const LOOKS = `
  SELECT a.period_to::text AS "periodTo", n.item,
         (array_agg(n.verdict ORDER BY v.round))[1] AS first, (array_agg(n.verdict ORDER BY v.round DESC))[1] AS last
    FROM redress.affairs_audit a JOIN redress.audit_review v ON v.jurisdiction_id = a.jurisdiction_id AND v.audit_id = a.id
    JOIN redress.audit_answer n ON n.jurisdiction_id = v.jurisdiction_id AND n.review_id = v.id
   WHERE a.status <> 'cancelled' AND ($1::date IS NULL OR a.period_to >= $1) AND ($2::date IS NULL OR a.period_to <= $2)
   GROUP BY a.id, a.period_to, v.file_id, n.item LIMIT ${MOST + 1}`;

/** How often reviewers agreed, over time. Files that the reader may not see are not counted for them. */
@Injectable()
export class AuditTrendReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken too-much (422) */
  async read(
    actor: Actor,
    { by, from, to }: { by: TrendStep; from?: string | undefined; to?: string | undefined },
  ): Promise<(TrendRow & { label: string })[]> {
    return this.database.read(actor, async (manager) => {
      const { checklist } = (await charterInForce(manager, this.clock.now())).document.oversight.affairsAudit;
      const labels = new Map(checklist.map(({ code, label }) => [code, label]));
      const looks: ItemLooks[] = await manager.query(LOOKS, [from ?? null, to ?? null]);
      if (looks.length > MOST)
        throw new RuleBroken('too-much', 'These are too many reviews: ask for fewer months.', 422);
      return trendOf(looks, by).map((row) => ({ ...row, label: labels.get(row.item) ?? row.item }));
    });
  }
}
