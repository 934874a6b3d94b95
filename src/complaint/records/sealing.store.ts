import type { EntityManager } from 'typeorm';

export const SEALING_ORDERS = ['court', 'agency', 'statute'] as const;
export type SealingOrder = (typeof SEALING_ORDERS)[number];

export interface NewSealing {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  orderedBy: SealingOrder;
  referenceCipher: Buffer;
  sealedBy: string;
  at: Date;
}

/** From here on the database hides the case from all but who may see sealed ones. False: it is sealed already. */
export async function insertSealing(manager: EntityManager, sealing: NewSealing): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `INSERT INTO redress.sealing (jurisdiction_id, id, complaint_id, ordered_by, reference_cipher, sealed_by, sealed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[sealing.jurisdictionId, sealing.id, sealing.complaintId, sealing.orderedBy],
      ...[sealing.referenceCipher, sealing.sealedBy, sealing.at],
    ],
  );
  return inserted.length === 1;
}

export async function standingSealing(manager: EntityManager, complaintId: string): Promise<string | null> {
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM redress.sealing WHERE complaint_id = $1 AND lifted_at IS NULL',
    [complaintId],
  );
  return rows[0]?.id ?? null;
}

export async function liftSealing(
  manager: EntityManager,
  id: string,
  { liftingCipher, liftedBy, at }: { liftingCipher: Buffer; liftedBy: string; at: Date },
): Promise<void> {
  await manager.query('UPDATE redress.sealing SET lifting_cipher = $2, lifted_by = $3, lifted_at = $4 WHERE id = $1', [
    id,
    liftingCipher,
    liftedBy,
    at,
  ]);
}
