import type { EntityManager } from 'typeorm';

/** An edition as the office has it on record. */
export interface EditionOnRecord {
  id: string;
  period: string;
  edition: number;
  contentSha256: string;
  correction: string | null;
}

/** Until the transaction ends, nobody else publishes this report: of two who do at once, the later finds the earlier. */
export async function holdReport(manager: EntityManager, period: string): Promise<EditionOnRecord | null> {
  await manager.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'board-report', redress.current_jurisdiction(), $1::text), 0))`,
    [period],
  );
  const rows: EditionOnRecord[] = await manager.query(
    `SELECT id, period, edition, content_sha256 AS "contentSha256", correction FROM redress.board_report
      WHERE period = $1 ORDER BY edition DESC LIMIT 1`,
    [period],
  );
  return rows[0] ?? null;
}

export async function insertReport(
  manager: EntityManager,
  report: EditionOnRecord & { jurisdictionId: string; staffId: string; at: Date },
): Promise<void> {
  const { jurisdictionId, id, period, edition, contentSha256, correction, staffId, at } = report;
  await manager.query(
    `INSERT INTO redress.board_report (jurisdiction_id, id, period, edition, content_sha256, correction, published_by, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [jurisdictionId, id, period, edition, contentSha256, correction, staffId, at],
  );
}
