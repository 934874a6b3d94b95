import type { EntityManager } from 'typeorm';

export const EXPUNGEMENT_AUTHORITIES = ['court_order', 'agency_order', 'statute'] as const;
export type ExpungementAuthority = (typeof EXPUNGEMENT_AUTHORITIES)[number];

export interface NewExpungement {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  authority: ExpungementAuthority;
  referenceCipher: Buffer;
  askedBy: string;
  at: Date;
}

/** False: somebody has asked for it already. */
export async function insertExpungement(manager: EntityManager, asked: NewExpungement): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `INSERT INTO redress.expungement (jurisdiction_id, id, complaint_id, authority, reference_cipher, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[asked.jurisdictionId, asked.id, asked.complaintId, asked.authority],
      ...[asked.referenceCipher, asked.askedBy, asked.at],
    ],
  );
  return inserted.length === 1;
}

/** Held until the transaction ends; null when the case has no such request. */
export async function holdExpungement(
  manager: EntityManager,
  complaintId: string,
  id: string,
): Promise<{ askedBy: string; decision: string | null } | null> {
  const rows: { askedBy: string; decision: string | null }[] = await manager.query(
    `SELECT asked_by AS "askedBy", decision FROM redress.expungement WHERE complaint_id = $1 AND id = $2 FOR UPDATE`,
    [complaintId, id],
  );
  return rows[0] ?? null;
}

export async function decideExpungement(
  manager: EntityManager,
  id: string,
  { decision, decidedBy, at }: { decision: 'approved' | 'refused'; decidedBy: string; at: Date },
): Promise<void> {
  await manager.query('UPDATE redress.expungement SET decision = $2, decided_by = $3, decided_at = $4 WHERE id = $1', [
    id,
    decision,
    decidedBy,
    at,
  ]);
}
