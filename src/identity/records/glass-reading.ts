import { recordHistory } from '../../history/index.js';
import type { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Permission } from '../rules/permissions.js';

/**
 * The opening by break-glass that is this person's and open now; null when there is none. It is looked for alike whether or not
 * there is such a case: nothing but the opening's own row is read.
 */
export async function openingInHand(
  database: CaseDatabase,
  actor: ActorOf<'staff'>,
  complaintId: string,
): Promise<string | null> {
  const rows = await database.read({ ...actor, glass: complaintId }, (manager): Promise<{ id: string | null }[]> =>
    manager.query('SELECT redress.glass_in_hand() AS id'),
  );
  return rows[0]?.id ?? null;
}

export interface GlassReading {
  complaintId: string;
  openingId: string;
  permission: Permission;
  /** As the address is written in the API's description */
  operation: string;
  at: Date;
}

/**
 * Somebody looks into a case through an opening: on record before they see anything, whatever the reading itself records.
 * @returns who they are for the rest of the request, which reads that one case so
 */
export async function lookThroughGlass(
  database: CaseDatabase,
  actor: ActorOf<'staff'>,
  { complaintId, openingId, permission, operation, at }: GlassReading,
): Promise<ActorOf<'staff'>> {
  const looking = { ...actor, glass: complaintId };
  const subject = { kind: 'glass-opening', id: openingId };
  const details = { permission, operation };
  await database.transaction(looking, (manager) =>
    recordHistory(manager, { actor, action: 'glass.read', subject, complaintId, details, at }),
  );
  return looking;
}
