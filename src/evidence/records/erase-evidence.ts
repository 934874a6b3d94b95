import type { EntityManager } from 'typeorm';

/**
 * The stored objects of a case that is to be unreadable for good: delete them once the transaction is committed. The case's
 * key goes in it, so that an object that outlives it, in a backup say, cannot be read either.
 */
export async function eraseEvidenceOf(manager: EntityManager, complaintId: string): Promise<string[]> {
  const rows: { objectKey: string }[] = await manager.query(
    'SELECT object_key AS "objectKey" FROM redress.evidence_file WHERE complaint_id = $1',
    [complaintId],
  );
  return rows.map(({ objectKey }) => objectKey);
}
