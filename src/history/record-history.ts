import type { EntityManager } from 'typeorm';
import { newId } from '../platform/identifiers.js';
import type { Actor } from '../shared/actor.js';
import { hourOf } from '../shared/hour.js';

/** What happened. `details` holds ids, codes and field names only: the words of a case stay in the case. */
export interface HistoryEntry {
  actor: Actor;
  /** noun.verb in the domain's words, e.g. `complaint.file` */
  action: string;
  subject: { kind: string; id: string };
  complaintId?: string;
  details?: Record<string, string | number | boolean | null | readonly string[]>;
  at: Date;
}

/** Writes the entry in the caller's transaction: a change without its entry is not committed. */
export async function recordHistory(manager: EntityManager, entry: HistoryEntry): Promise<void> {
  const { actor } = entry;
  // Complainants and the public may be anonymous: no time finer than the hour is kept of what they do, in the id neither.
  const at = actor.kind === 'complainant' || actor.kind === 'public' ? hourOf(entry.at) : entry.at;
  const actorId = actor.kind === 'staff' ? actor.staffId : actor.kind === 'department' ? actor.departmentId : null;
  await manager.query(
    `INSERT INTO redress.history_event
       (jurisdiction_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, complaint_id, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      actor.jurisdictionId,
      newId(at),
      at,
      actor.kind,
      actorId,
      entry.action,
      entry.subject.kind,
      entry.subject.id,
      entry.complaintId ?? null,
      JSON.stringify(entry.details ?? {}),
    ],
  );
}
