import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { inTheOfficesName } from '../../review-board/index.js';

/** Cases that may be audited: not sealed, not destroyed, with a finding of the department that stands and is of the class. */
const CASES = `
  INSERT INTO redress.audit_file (jurisdiction_id, id, audit_id, complaint_id)
  SELECT $1, gen_random_uuid(), $2, c.id FROM redress.releasable_complaint c JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id
   WHERE ($7::text[] = '{}' OR c.classification = ANY ($7)) AND EXISTS (
     SELECT FROM redress.finding f JOIN redress.allegation a ON a.jurisdiction_id = f.jurisdiction_id AND a.id = f.allegation_id
      WHERE f.jurisdiction_id = c.jurisdiction_id AND f.complaint_id = c.id AND f.stage = 'department'
        AND (f.recorded_at AT TIME ZONE j.time_zone)::date BETWEEN $3 AND $4
        AND ($5::text[] IS NULL OR a.category = ANY ($5)) AND ($6::text[] = '{}' OR f.finding = ANY ($6))
        AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.jurisdiction_id = f.jurisdiction_id AND later.supersedes = f.id))
  RETURNING id`;

/** In the office's name: a sample that leaves out what its planner may not see would be no sample. Returns how many. */
export async function insertCaseFiles(
  manager: EntityManager,
  of: {
    jurisdictionId: string;
    auditId: string;
    periodFrom: string;
    periodTo: string;
    allegations: readonly string[] | null;
    findings: readonly string[];
    classifications: readonly string[];
  },
): Promise<number> {
  const { jurisdictionId, auditId, periodFrom, periodTo, allegations, findings, classifications } = of;
  const values = [jurisdictionId, auditId, periodFrom, periodTo, allegations, findings, classifications];
  const rows = await inTheOfficesName(manager, () => manager.query<unknown[]>(CASES, values));
  return rows.length;
}

export async function insertListedFiles(
  manager: EntityManager,
  { jurisdictionId, auditId }: { jurisdictionId: string; auditId: string },
  files: readonly { id: string; referenceCipher: Buffer }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.audit_file (jurisdiction_id, id, audit_id, reference_cipher)
     SELECT $1, file.id, $2, file.reference FROM unnest($3::uuid[], $4::bytea[]) AS file (id, reference)`,
    [jurisdictionId, auditId, files.map(({ id }) => id), files.map(({ referenceCipher }) => referenceCipher)],
  );
}

/** All of the audit, in the office's name: ids that say nothing of the cases. */
export async function poolOf(manager: EntityManager, auditId: string): Promise<string[]> {
  const rows = await inTheOfficesName(manager, () =>
    manager.query<{ id: string }[]>('SELECT id FROM redress.audit_file WHERE audit_id = $1 ORDER BY id', [auditId]),
  );
  return rows.map(({ id }) => id);
}

/** A file that was drawn and that this person may see; the case that it is, if it is one of ours. @throws NotFound */
export async function findDrawnFile(
  manager: EntityManager,
  auditId: string,
  fileId: string,
): Promise<{ complaintId: string | null }> {
  const rows: { complaintId: string | null }[] = await manager.query(
    `SELECT f.complaint_id AS "complaintId" FROM redress.audit_file f
       JOIN redress.audit_draw d ON d.jurisdiction_id = f.jurisdiction_id AND d.audit_id = f.audit_id AND f.id = ANY (d.drawn)
      WHERE f.audit_id = $1 AND f.id = $2`,
    [auditId, fileId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** Drawn files that nobody has looked at, in the office's name. One that was destroyed or sealed since nobody can look at. */
export async function countUnreviewed(manager: EntityManager, auditId: string): Promise<number> {
  const rows = await inTheOfficesName(manager, () =>
    manager.query<{ unreviewed: number }[]>(
      `SELECT count(*)::int AS unreviewed FROM redress.audit_file f
         JOIN redress.audit_draw d ON d.jurisdiction_id = f.jurisdiction_id AND d.audit_id = f.audit_id AND f.id = ANY (d.drawn)
        WHERE f.audit_id = $1 AND NOT EXISTS (SELECT FROM redress.audit_review v WHERE v.file_id = f.id)
          AND (f.complaint_id IS NULL OR EXISTS (SELECT FROM redress.releasable_complaint c WHERE c.id = f.complaint_id))`,
      [auditId],
    ),
  );
  return rows[0]?.unreviewed ?? 0;
}
