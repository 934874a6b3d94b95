import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Scope } from '../../platform/postgres/scope.js';

export interface HistoryLine {
  eventId: string;
  at: Date;
  actorKind: 'staff' | 'department' | 'complainant' | 'public' | 'system';
  actorId: string | null;
  /** A staff member's name */
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: Record<string, string | number | boolean | null | string[]>;
}

@Injectable()
export class CaseHistoryReader {
  constructor(private readonly database: CaseDatabase) {}

  /** Oldest first. `after`: the last event of the page before; left out, the first page. */
  async page(
    scope: Scope,
    complaintId: string,
    { limit, after }: { limit: number; after?: string | undefined },
  ): Promise<{ items: HistoryLine[]; next: string | null }> {
    const rows: HistoryLine[] = await this.database.read(scope, (manager) =>
      manager.query(
        `SELECT e.id AS "eventId", redress.shown_time(e.at, c.anonymous) AS at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", s.display_name AS "actorName",
                e.action, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.details
           FROM redress.history_event e
           JOIN redress.complaint c ON c.jurisdiction_id = e.jurisdiction_id AND c.id = e.complaint_id
           LEFT JOIN redress.staff s ON s.jurisdiction_id = e.jurisdiction_id AND s.id = e.actor_id
          WHERE e.complaint_id = $1 AND ($2::uuid IS NULL OR (e.at, e.id) >
            (SELECT last.at, last.id FROM redress.history_event last WHERE last.id = $2))
          ORDER BY e.at, e.id LIMIT $3`,
        [complaintId, after ?? null, limit + 1],
      ),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.eventId ?? null) : null };
  }
}
