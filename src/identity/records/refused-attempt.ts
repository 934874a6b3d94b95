import { recordHistory } from '../../history/index.js';
import type { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import type { Permission } from '../rules/permissions.js';

/**
 * Who was refused what. It stands in the history of the case that was asked for, also when that case is behind a wall or does
 * not exist, so that both take as long. A complainant's attempts are not kept: they may be anonymous.
 */
export async function noteRefusal(
  database: CaseDatabase,
  actor: Actor,
  { permission, complaintId, at }: { permission: Permission; complaintId: string | undefined; at: Date },
): Promise<void> {
  if (actor.kind !== 'staff' && actor.kind !== 'department') return;
  const subject = { kind: actor.kind, id: actor.kind === 'staff' ? actor.staffId : actor.departmentId };
  const details = { permission };
  // Not as the person: behind the wall, a recused person's own attempt could not be written down.
  await database.transaction({ jurisdictionId: actor.jurisdictionId }, (manager) =>
    recordHistory(manager, {
      actor,
      action: 'access.refuse',
      subject,
      details,
      at,
      ...(complaintId === undefined ? {} : { complaintId }),
    }),
  );
}
