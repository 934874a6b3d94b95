import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { readsAllCases } from './list-asker.js';

export interface SearchAlert {
  alertId: string;
  searchId: string;
  searchName: string;
  raisedAt: Date;
  readAt: Date | null;
  cases: number;
  complaintIds: string[];
}

/** `$2`: they read every case; who does not is told of those assigned to them. Hidden cases do not come through the wall. */
const ALERTS = `
  SELECT a.alert_id AS "alertId", a.search_id AS "searchId", s.name AS "searchName", max(a.raised_at) AS "raisedAt",
         max(a.seen_at) AS "readAt", count(*)::int AS cases,
         (array_agg(a.complaint_id ORDER BY a.complaint_id))[1:100] AS "complaintIds"
    FROM redress.search_alert a
    JOIN redress.saved_search s ON s.jurisdiction_id = a.jurisdiction_id AND s.id = a.search_id
   WHERE a.staff_id = $1 AND NOT a.known AND (NOT $3::boolean OR a.seen_at IS NULL) AND ($4::uuid IS NULL OR a.alert_id < $4)
     AND ($2::boolean OR EXISTS (SELECT FROM redress.assignment g WHERE g.jurisdiction_id = a.jurisdiction_id
           AND g.complaint_id = a.complaint_id AND g.staff_id = $1 AND g.ended_at IS NULL))
   GROUP BY a.alert_id, a.search_id, s.name ORDER BY a.alert_id DESC LIMIT $5`;

/** What a person's saved searches found that was new. */
@Injectable()
export class AlertReader {
  constructor(private readonly database: CaseDatabase) {}

  /** Newest first, by the hour. */
  async page(
    actor: ActorOf<'staff'>,
    { unread, limit, after }: { unread: boolean; limit: number; after?: string | undefined },
  ): Promise<{ items: SearchAlert[]; next: string | null }> {
    const values = [actor.staffId, readsAllCases(actor.roles), unread, after ?? null, limit + 1];
    const rows: SearchAlert[] = await this.database.read(actor, (manager) => manager.query(ALERTS, values));
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.alertId ?? null) : null };
  }
}
