import type { EntityManager } from 'typeorm';

export interface NewTolling {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  rule: string;
  ground: string;
  from: string;
  evidenceCipher: Buffer;
  begunBy: string;
  begunAt: Date;
}

export async function insertTolling(manager: EntityManager, tolling: NewTolling): Promise<void> {
  const { jurisdictionId, id, complaintId, rule, ground, from, evidenceCipher, begunBy, begunAt } = tolling;
  await manager.query(
    `INSERT INTO redress.tolling (jurisdiction_id, id, complaint_id, rule, ground, from_day, evidence_cipher, begun_by, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [jurisdictionId, id, complaintId, rule, ground, from, evidenceCipher, begunBy, begunAt],
  );
}

export interface StoredTolling {
  id: string;
  rule: string;
  ground: string;
  from: string;
  until: string | null;
  evidenceCipher: Buffer;
}

const OF_CASE = `
  SELECT t.id, t.rule, t.ground, t.from_day::text AS "from", e.until_day::text AS until, t.evidence_cipher AS "evidenceCipher"
    FROM redress.tolling t LEFT JOIN redress.tolling_end e
      ON e.jurisdiction_id = t.jurisdiction_id AND e.tolling_id = t.id
   WHERE t.complaint_id = $1 ORDER BY t.from_day, t.id`;

export async function tollingsOf(manager: EntityManager, complaintId: string): Promise<StoredTolling[]> {
  return manager.query(OF_CASE, [complaintId]);
}

export interface TollingEnd {
  jurisdictionId: string;
  tollingId: string;
  complaintId: string;
  until: string;
  endedBy: string;
  endedAt: Date;
}

/** False when it was ended already. */
export async function insertTollingEnd(manager: EntityManager, end: TollingEnd): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.tolling_end (jurisdiction_id, tolling_id, complaint_id, until_day, ended_by, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (jurisdiction_id, tolling_id) DO NOTHING RETURNING tolling_id`,
    [end.jurisdictionId, end.tollingId, end.complaintId, end.until, end.endedBy, end.endedAt],
  );
  return rows.length === 1;
}

export interface NewExtension {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  rule: string;
  days: number;
  reasonCipher: Buffer;
  grantedBy: string;
  grantedAt: Date;
}

export async function insertExtension(manager: EntityManager, extension: NewExtension): Promise<void> {
  const { jurisdictionId, id, complaintId, rule, days, reasonCipher, grantedBy, grantedAt } = extension;
  await manager.query(
    `INSERT INTO redress.deadline_extension (jurisdiction_id, id, complaint_id, rule, days, reason_cipher, granted_by, granted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [jurisdictionId, id, complaintId, rule, days, reasonCipher, grantedBy, grantedAt],
  );
}
