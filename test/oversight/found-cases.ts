import { newId } from '../../src/platform/identifiers.js';
import { buildCase } from '../support/case-builder.js';
import type { TestApp } from '../support/test-app.js';

/** A case on which the department has found, put there by the owner: how that is recorded is tested with complaints. */
export async function foundByDepartment(redress: TestApp, finding = 'exonerated'): Promise<string> {
  const { complaintId, allegationIds } = await buildCase(redress, { status: 'investigating' });
  await redress.database.owner.query(
    `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class, recorded_at)
     VALUES ($1, $2, $3, $4, 'department', $5, 'exonerated', now())`,
    [redress.jurisdiction.id, newId(), complaintId, allegationIds[0], finding],
  );
  return complaintId;
}
