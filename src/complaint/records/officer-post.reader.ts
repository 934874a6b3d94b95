import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Scope } from '../../platform/postgres/scope.js';
import type { OfficerPosition } from '../rules/post-at-incident.js';

export interface PastPost extends OfficerPosition {
  postId: string;
  /** ISO date; null: before the first day that anybody told */
  from: string | null;
  /** ISO date: the day before the next one; null: it lasts, or was put right */
  until: string | null;
  supersedes: string | null;
  standing: boolean;
  recordedBy: string;
  recordedAt: Date;
}

const POSTS = `
  WITH post AS (
    SELECT p.*, NOT EXISTS (SELECT FROM redress.officer_post later
        WHERE later.jurisdiction_id = p.jurisdiction_id AND later.supersedes = p.id) AS standing
      FROM redress.officer_post p WHERE p.officer_id = $1)
  SELECT id AS "postId", rank, unit, command, from_day::text AS "from",
         CASE WHEN standing THEN (lead(from_day) OVER (PARTITION BY standing ORDER BY from_day NULLS FIRST, id) - 1)::text END AS until,
         supersedes, standing, recorded_by AS "recordedBy", recorded_at AS "recordedAt"
    FROM post ORDER BY from_day NULLS FIRST, id`;

@Injectable()
export class OfficerPostReader {
  constructor(private readonly database: CaseDatabase) {}

  /** In order of the days. @throws NotFound when there is no such officer */
  async of(scope: Scope, officerId: string): Promise<{ items: PastPost[] }> {
    return this.database.read(scope, async (manager) => {
      const known: unknown[] = await manager.query('SELECT FROM redress.officer WHERE id = $1', [officerId]);
      if (known.length === 0) throw new NotFound();
      return { items: await manager.query(POSTS, [officerId]) };
    });
  }
}
