import type { EntityManager } from 'typeorm';
import { prepared } from '../../platform/postgres/prepared.js';
import type { CharterDocument } from '../rules/charter-document.js';
import { knownDocument } from './known-documents.js';

export interface Charter {
  id: string;
  version: number;
  document: CharterDocument;
}

const IN_FORCE = `
  SELECT c.id, c.version, ($1::timestamptz AT TIME ZONE j.time_zone)::date::text AS today
    FROM redress.charter c JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id
   WHERE c.effective_from <= ($1::timestamptz AT TIME ZONE j.time_zone)::date ORDER BY c.version DESC LIMIT 1`;

/** The charter in force on that day of the place: the newest version that has begun. */
export async function charterInForce(manager: EntityManager, at: Date): Promise<Charter> {
  return (await termsInForce(manager, at)).charter;
}

/** The same with the date that it is there at that moment (YYYY-MM-DD): what comes in is judged by both. */
export async function termsInForce(manager: EntityManager, at: Date): Promise<{ charter: Charter; today: string }> {
  const rows = await prepared<{ id: string; version: number; today: string }>(manager, IN_FORCE, [at]);
  if (!rows[0]) throw new Error('This jurisdiction has no charter in force.');
  const { id, version, today } = rows[0];
  return { charter: { id, version, document: await documentOf(manager, id) }, today };
}

/** The version that a case was opened under: it keeps it, whatever is enacted later. */
export async function charterById(manager: EntityManager, id: string): Promise<Charter> {
  const rows: { version: number }[] = await manager.query('SELECT version FROM redress.charter WHERE id = $1', [id]);
  if (!rows[0]) throw new Error(`There is no charter ${id} in this jurisdiction.`);
  return { id, version: rows[0].version, document: await documentOf(manager, id) };
}

async function documentOf(manager: EntityManager, id: string): Promise<CharterDocument> {
  return knownDocument(id, async () => {
    const rows: { document: CharterDocument }[] = await manager.query(
      'SELECT document FROM redress.charter WHERE id = $1',
      [id],
    );
    if (!rows[0]) throw new Error(`There is no charter ${id} in this jurisdiction.`);
    return rows[0].document;
  });
}

/** The version enacted last, whether or not it has begun. Of two who enact the next one at once, one is told no. */
export async function lastCharter(manager: EntityManager): Promise<{ version: number; effectiveFrom: string }> {
  const rows: { version: number; effectiveFrom: string }[] = await manager.query(
    `SELECT version, effective_from::text AS "effectiveFrom" FROM redress.charter ORDER BY version DESC LIMIT 1`,
  );
  if (!rows[0]) throw new Error('This jurisdiction has no charter.');
  return rows[0];
}

/** Enacted and published in one: the terms of oversight are public. */
export async function insertCharter(
  manager: EntityManager,
  charter: Charter & { jurisdictionId: string; effectiveFrom: string },
): Promise<void> {
  const { id, version, effectiveFrom, document } = charter;
  await manager.query(
    `INSERT INTO redress.charter (jurisdiction_id, id, version, effective_from, document) VALUES ($1, $2, $3, $4, $5)`,
    [charter.jurisdictionId, id, version, effectiveFrom, JSON.stringify(document)],
  );
  await manager.query(
    `INSERT INTO published.charter (id, jurisdiction, version, effective_from, document)
     SELECT $2, slug, $3, $4, $5 FROM redress.jurisdiction WHERE id = $1`,
    [charter.jurisdictionId, id, version, effectiveFrom, JSON.stringify(document)],
  );
}
