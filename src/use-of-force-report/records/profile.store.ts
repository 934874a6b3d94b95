import type { EntityManager } from 'typeorm';
import type { ProfileDocument } from '../rules/profile/profile-document.js';
import { ProfileShelf } from '../rules/profile/profile-shelf.js';
import { shippedProfiles } from './shipped-profiles.js';

/** Shelves by the ids of the documents on them: a document that was enacted never changes. */
const known = new Map<string, ProfileShelf>();
const MOST_KNOWN = 200;

/** The profiles that a place goes by: its own first, then those that come with the program. */
export async function profilesHere(manager: EntityManager): Promise<ProfileShelf> {
  const rows: { ids: string | null }[] = await manager.query(
    `SELECT string_agg(id::text, ' ' ORDER BY id DESC) AS ids FROM redress.use_of_force_profile`,
  );
  const ids = rows[0]?.ids ?? null;
  if (ids === null) return shippedProfiles();
  const shelf = known.get(ids) ?? new ProfileShelf([...(await ownProfiles(manager)), ...shippedProfiles().documents]);
  if (known.size < MOST_KNOWN) known.set(ids, shelf);
  return shelf;
}

async function ownProfiles(manager: EntityManager): Promise<ProfileDocument[]> {
  const rows: { document: ProfileDocument }[] = await manager.query(
    'SELECT document FROM redress.use_of_force_profile ORDER BY id DESC',
  );
  return rows.map(({ document }) => document);
}

/** Enacted and published in one. False: the place has that version of it already. */
export async function insertProfile(
  manager: EntityManager,
  profile: { jurisdictionId: string; id: string; document: ProfileDocument; enactedBy: string; at: Date },
): Promise<boolean> {
  const { jurisdictionId, id, document, enactedBy, at } = profile;
  const told = JSON.stringify(document);
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.use_of_force_profile (jurisdiction_id, id, profile, version, document, enacted_by, enacted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (jurisdiction_id, profile, version) DO NOTHING RETURNING id`,
    [jurisdictionId, id, document.id, document.version, told, enactedBy, at],
  );
  if (rows.length === 0) return false;
  await manager.query(
    `INSERT INTO published.use_of_force_profile (id, jurisdiction, profile, version, document)
     SELECT $2, slug, $3, $4, $5 FROM redress.jurisdiction WHERE id = $1`,
    [jurisdictionId, id, document.id, document.version, told],
  );
  return true;
}
