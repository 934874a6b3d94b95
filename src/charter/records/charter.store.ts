import type { EntityManager } from 'typeorm';
import type { CharterDocument } from '../rules/charter-document.js';

export interface Charter {
  id: string;
  version: number;
  document: CharterDocument;
}

/** The charter in force on that day: the newest version that has begun. */
export async function charterInForce(manager: EntityManager, on: Date): Promise<Charter> {
  const rows: Charter[] = await manager.query(
    `SELECT id, version, document FROM redress.charter
      WHERE effective_from <= ($1::timestamptz AT TIME ZONE 'UTC')::date ORDER BY version DESC LIMIT 1`,
    [on],
  );
  if (!rows[0]) throw new Error('This jurisdiction has no charter in force.');
  return rows[0];
}

/** The version that a case was opened under: it keeps it, whatever is enacted later. */
export async function charterById(manager: EntityManager, id: string): Promise<Charter> {
  const rows: Charter[] = await manager.query('SELECT id, version, document FROM redress.charter WHERE id = $1', [id]);
  if (!rows[0]) throw new Error(`There is no charter ${id} in this jurisdiction.`);
  return rows[0];
}

export async function insertCharter(
  manager: EntityManager,
  charter: Charter & { jurisdictionId: string; effectiveFrom: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.charter (jurisdiction_id, id, version, effective_from, document) VALUES ($1, $2, $3, $4, $5)`,
    [charter.jurisdictionId, charter.id, charter.version, charter.effectiveFrom, JSON.stringify(charter.document)],
  );
}
