import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Scope } from '../../platform/postgres/scope.js';

export interface RecalledRelease {
  releaseId: string;
  dataset: string;
  version: string;
  status: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  grounds: { ground: 'expunged' | 'disposed' | 'sealed'; cases: number; lastOn: string }[];
}

/** Releases that cases may stand in which were destroyed or sealed since. The database lists them itself, and no case. */
@Injectable()
export class ReleaseRecallReader {
  constructor(private readonly database: CaseDatabase) {}

  /** Newest release first; `after` is the last release of the page before. */
  async page(
    scope: Scope,
    limit: number,
    after: string | null,
  ): Promise<{ items: RecalledRelease[]; next: string | null }> {
    const rows: RecalledRelease[] = await this.database.read(scope, (manager) =>
      manager.query(
        `SELECT r.id AS "releaseId", r.dataset, r.version, r.status, r.published_at AS "publishedAt",
                (SELECT w.withdrawn_at FROM redress.release_withdrawal w WHERE w.release_id = r.id) AS "withdrawnAt",
                jsonb_agg(jsonb_build_object('ground', recall.ground, 'cases', recall.cases, 'lastOn', recall.last_on)
                  ORDER BY recall.ground) AS grounds
           FROM redress.release_recall recall
           JOIN redress.release r ON r.jurisdiction_id = recall.jurisdiction_id AND r.id = recall.release_id
          WHERE $2::uuid IS NULL OR r.id < $2
          GROUP BY r.jurisdiction_id, r.id ORDER BY r.id DESC LIMIT $1`,
        [limit + 1, after],
      ),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.releaseId ?? null) : null };
  }
}
