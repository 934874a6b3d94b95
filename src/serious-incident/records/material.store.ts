import type { EntityManager } from 'typeorm';

export const MATERIAL_KINDS = ['note', 'statement', 'document'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

export interface SealedMaterial {
  id: string;
  topic: string | null;
  kind: MaterialKind;
  wordsCipher: Buffer;
  addedBy: string;
  addedAt: Date;
}

export async function insertMaterial(
  manager: EntityManager,
  { jurisdictionId, incidentId, ...material }: SealedMaterial & { jurisdictionId: string; incidentId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.incident_material (jurisdiction_id, id, review_id, topic, kind, words_cipher, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[jurisdictionId, material.id, incidentId, material.topic, material.kind, material.wordsCipher],
      ...[material.addedBy, material.addedAt],
    ],
  );
}

/** In the order in which it was added. Whoever is not of the team gets none: the database has none for them. */
export async function findMaterials(manager: EntityManager, incidentId: string): Promise<SealedMaterial[]> {
  return manager.query(
    `SELECT id, topic, kind, words_cipher AS "wordsCipher", added_by AS "addedBy", added_at AS "addedAt"
       FROM redress.incident_material WHERE review_id = $1 ORDER BY id`,
    [incidentId],
  );
}
