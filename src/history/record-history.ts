import { newId } from '../platform/identifiers.js';
import type { Statements } from '../platform/postgres/in-one-statement.js';
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

/** The same thing that happened to many subjects of one kind. */
export type HistoryOfMany = Omit<HistoryEntry, 'subject'> & { subjects: { kind: string; ids: readonly string[] } };

/** Writes the entry in the caller's transaction: a change without its entry is not committed. */
export async function recordHistory(manager: Statements, { subject, ...entry }: HistoryEntry): Promise<void> {
  await recordHistoryOfMany(manager, { ...entry, subjects: { kind: subject.kind, ids: [subject.id] } });
}

/** One entry for each subject, in one statement. */
export async function recordHistoryOfMany(manager: Statements, entry: HistoryOfMany): Promise<void> {
  const { actor, subjects } = entry;
  // Complainants and the public may be anonymous: no time finer than the hour is kept of what they do, in the id neither.
  const at = actor.kind === 'complainant' || actor.kind === 'public' ? hourOf(entry.at) : entry.at;
  const actorId = actor.kind === 'staff' ? actor.staffId : actor.kind === 'department' ? actor.departmentId : null;
  await manager.query(
    `INSERT INTO redress.history_event
       (jurisdiction_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, complaint_id, details)
     SELECT $1, event.id, $3, $4, $5, $6, $7, event.subject_id, $9, $10
       FROM unnest($2::uuid[], $8::uuid[]) AS event (id, subject_id)`,
    [
      actor.jurisdictionId,
      subjects.ids.map(() => newId(at)),
      at,
      actor.kind,
      actorId,
      entry.action,
      subjects.kind,
      subjects.ids,
      entry.complaintId ?? null,
      JSON.stringify(entry.details ?? {}),
    ],
  );
}
