import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { newId } from '../../platform/identifiers.js';
import type { ActorOf } from '../../shared/actor.js';
import { currentAssignment, endAssignment } from '../records/assignment.store.js';
import { insertRecusal } from '../records/recusal.store.js';
import type { RecusalReason } from '../rules/recusal-reason.js';

export interface RecusalToMake {
  complaintId: string;
  staffId: string;
  reason: RecusalReason;
  at: Date;
}

/** Ends what the person works on in the case, and hides it from them: let nothing come after it in the transaction. */
export async function recuse(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  { complaintId, staffId, reason, at }: RecusalToMake,
): Promise<string> {
  const id = newId();
  const assignment = await currentAssignment(manager, complaintId);
  const ended = assignment?.staffId === staffId;
  if (ended) await endAssignment(manager, assignment.id, { why: 'recused', by: actor.staffId, at });
  const subject = { kind: 'recusal', id };
  const details = { staff: staffId, reason, assignmentEnded: ended };
  await recordHistory(manager, { actor, action: 'recusal.declare', subject, complaintId, details, at });
  const { jurisdictionId } = actor;
  await insertRecusal(manager, { jurisdictionId, id, complaintId, staffId, reason, declaredAt: at });
  return id;
}
