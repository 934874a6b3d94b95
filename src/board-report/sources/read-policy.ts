import type { Policies, PolicyRow } from '../rules/material.js';
import type { ReportPeriod } from '../rules/report-period.js';
import { hashOf } from './hash-of.js';
import { isPublished } from './is-published.js';
import type { PublishedView } from './published-view.js';

const ROWS = `
  SELECT p.number, p.title, p.addressed_to AS "addressedTo", p.kind, p.status, p.issued_on::text AS "issuedOn", p.changed_at AS "changedAt",
         answer.taken_on - p.issued_on AS "daysToAnswer", answer.outcome AS answer, verified.outcome AS verified
    FROM published.policy_recommendation p
    LEFT JOIN LATERAL (SELECT s.taken_on, s.outcome FROM published.policy_step s
      WHERE s.recommendation_id = p.id AND s.kind = 'answer' ORDER BY s.taken_on DESC, s.id DESC LIMIT 1) answer ON true
    LEFT JOIN LATERAL (SELECT s.outcome FROM published.policy_step s
      WHERE s.recommendation_id = p.id AND s.kind = 'verification' ORDER BY s.taken_on DESC, s.id DESC LIMIT 1) verified ON true
   WHERE p.jurisdiction = $1 AND to_char(p.issued_on, 'YYYY-MM') BETWEEN $2 AND $3
   ORDER BY p.number`;

/** Recommendations on policy that were made in these months, as the public was told of them and of what became of them. */
export async function readPolicies(view: PublishedView, slug: string, period: ReportPeriod): Promise<Policies> {
  const found = (await isPublished(view, 'policy_recommendation'))
    ? await view.query<PolicyRow & { changedAt: Date }>(ROWS, [slug, period.from, period.to])
    : [];
  const changes = found.map(({ changedAt }) => changedAt.getTime());
  const rows = found.map(({ changedAt: _, ...row }) => row);
  return { rows, changedAt: changes.length === 0 ? null : new Date(Math.max(...changes)), sha256: hashOf(rows) };
}
