import type { EntityManager } from 'typeorm';
import type { AmendmentKind } from '../rules/amendment-kind.js';
import type { FieldChange } from '../rules/field-diff.js';

export interface NewAmendment {
  jurisdictionId: string;
  reportId: string;
  /** The one that the report has since */
  version: number;
  kind: AmendmentKind;
  reason: string;
  changes: readonly FieldChange[];
  at: Date;
}

export async function insertAmendment(manager: EntityManager, amendment: NewAmendment): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_amendment (jurisdiction_id, report_id, version, kind, reason, changes, amended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[amendment.jurisdictionId, amendment.reportId, amendment.version, amendment.kind, amendment.reason],
      ...[JSON.stringify(amendment.changes), amendment.at],
    ],
  );
}

/** Takes a report back; the caller holds the row. It stays, with all that was said of it. Returns the version that it has now. */
export async function markWithdrawn(manager: EntityManager, reportId: string): Promise<number> {
  const [rows]: [{ version: number }[], number] = await manager.query(
    `UPDATE redress.use_of_force_report SET status = 'withdrawn', return_reason = NULL, version = version + 1
      WHERE id = $1 RETURNING version`,
    [reportId],
  );
  if (!rows[0]) throw new Error(`Report ${reportId} went away while it was held.`);
  return rows[0].version;
}
