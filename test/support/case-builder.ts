import { randomBytes } from 'node:crypto';
import { CaseVault } from '../../src/complaint/index.js';
import { newId } from '../../src/platform/identifiers.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import type { TestApp } from './test-app.js';

export interface BuiltCase {
  complaintId: string;
  /** One for each officer */
  allegationIds: string[];
}

/** A case as it stands when the board gets it, put there by the owner: how it came so far is tested with complaints. */
export async function buildCase(
  redress: TestApp,
  over: { status?: string; officers?: number } = {},
): Promise<BuiltCase> {
  const { owner } = redress.database;
  const jurisdictionId = redress.jurisdiction.id;
  const complaintId = newId();
  await owner.query(
    `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status, received_at)
     SELECT $1, $2, $3, c.id, 'complaint', 'web', false, $4, date_trunc('milliseconds', now(), 'UTC')
       FROM redress.charter c WHERE c.jurisdiction_id = $1`,
    [jurisdictionId, complaintId, `T-${randomBytes(5).toString('hex')}`, over.status ?? 'before_board'],
  );
  const allegationIds: string[] = [];
  for (let index = 0; index < (over.officers ?? 1); index++) {
    const [officerId, inCaseId, allegationId] = [newId(), newId(), newId()];
    await owner.query('INSERT INTO redress.officer (jurisdiction_id, id) VALUES ($1, $2)', [jurisdictionId, officerId]);
    await owner.query(
      `INSERT INTO redress.complaint_officer (jurisdiction_id, id, complaint_id, role, officer_id) VALUES ($1, $2, $3, 'subject', $4)`,
      [jurisdictionId, inCaseId, complaintId, officerId],
    );
    await owner.query(
      `INSERT INTO redress.allegation (jurisdiction_id, id, complaint_id, complaint_officer_id, category)
       VALUES ($1, $2, $3, $4, 'discourtesy')`,
      [jurisdictionId, allegationId, complaintId, inCaseId],
    );
    allegationIds.push(allegationId);
  }
  await redress.app
    .get(CaseDatabase)
    .transaction(redress.system, (manager) => redress.app.get(CaseVault).open(manager, jurisdictionId, complaintId));
  return { complaintId, allegationIds };
}

export async function recuse(redress: TestApp, complaintId: string, staffId: string): Promise<void> {
  await redress.database.owner.query(
    `INSERT INTO redress.recusal (jurisdiction_id, id, complaint_id, staff_id, reason, declared_at)
     VALUES ($1, $2, $3, $4, 'relation_to_officer', now())`,
    [redress.jurisdiction.id, newId(), complaintId, staffId],
  );
}
