import type { EntityManager } from 'typeorm';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Mapping } from '../mapping/mapping.js';

export interface StoredMapping {
  name: string;
  version: number;
  madeAt: Date;
  document: Mapping;
}

const COLUMNS = `SELECT DISTINCT ON (name) name, version, made_at AS "madeAt", document
  FROM redress.use_of_force_mapping WHERE department_id = $1`;
const NEWEST = `${COLUMNS} ORDER BY name, version DESC`;
const NEWEST_NAMED = `${COLUMNS} AND name = $2 ORDER BY name, version DESC`;

/** The newest version of each of a department's mappings. */
export async function listMappings(manager: EntityManager, departmentId: string): Promise<StoredMapping[]> {
  return manager.query(NEWEST, [departmentId]);
}

export async function findMapping(
  manager: EntityManager,
  departmentId: string,
  name: string,
): Promise<StoredMapping | null> {
  const rows: StoredMapping[] = await manager.query(NEWEST_NAMED, [departmentId, name]);
  return rows[0] ?? null;
}

/** @throws RuleBroken mapping-missing, no-such-mapping (422) */
export async function mappingNamed(
  manager: EntityManager,
  departmentId: string,
  name: string | null,
): Promise<StoredMapping> {
  if (name === null)
    throw new RuleBroken(
      'mapping-missing',
      'Say by which of your mappings the table is to be read: ?mapping=name.',
      422,
    );
  const found = await findMapping(manager, departmentId, name);
  if (!found) throw new RuleBroken('no-such-mapping', 'You have no mapping of that name: PUT it first.', 422);
  return found;
}

/** A version beside those before. Two at once: the second finds its number taken, and is told so by the database. */
export async function insertMapping(
  manager: EntityManager,
  department: { jurisdictionId: string; departmentId: string },
  mapping: { name: string; version: number; document: unknown; at: Date },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_mapping (jurisdiction_id, department_id, name, version, document, made_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      department.jurisdictionId,
      department.departmentId,
      mapping.name,
      mapping.version,
      JSON.stringify(mapping.document),
      mapping.at,
    ],
  );
}
