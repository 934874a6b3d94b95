import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { currentAssignment, endAssignment, insertAssignment, rolesOf } from '../records/assignment.store.js';
import { conflictSigns } from '../records/conflict.store.js';
import { moveComplaint } from '../records/move-complaint.js';
import { isRecused } from '../records/recusal.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { ASSIGNABLE, assignmentRefused } from '../rules/assignment-refused.js';
import { type ConflictSign, conflictsFound } from '../rules/conflicts-found.js';
import { faultIf } from '../rules/fault.js';
import { refuseFaults } from './refuse-faults.js';

export interface NewAssignment {
  staffId: string;
  /** The assignment that this one ends: needed when there is one, so that nobody ends one they have not seen */
  replaces?: string | undefined;
  /** Why to them; needed when somebody else has the case. Sealed */
  reason?: string | undefined;
}

/** Somebody is given the case to work on, if nothing known stands against them; the first assignment begins the investigation. */
@Injectable()
export class AssignComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, assigned-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    assignment: NewAssignment,
  ): Promise<{ assignmentId: string; warnings: ConflictSign[] }> {
    const { jurisdictionId, staffId: assignedBy } = actor;
    const { staffId, replaces, reason } = assignment;
    const id = newId();
    const at = this.clock.now();
    const unsaid = replaces !== undefined && reason === undefined;
    refuseFaults(faultIf(unsaid, '/reason', 'reason-needed', 'Say why the case passes from one to another.'));
    return this.database.transaction(actor, async (manager) => {
      const { status, charterId } = await workOnComplaint(manager, complaintId, ASSIGNABLE);
      await refuseUnfit(manager, complaintId, staffId);
      const warnings = await refuseConflicts(manager, { complaintId, staffId, charterId });
      await endPrevious(manager, complaintId, replaces, { by: assignedBy, at });
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.sealGiven({ table: 'assignment', column: 'reason_cipher', rowId: id }, reason);
      await insertAssignment(manager, { jurisdictionId, id, complaintId, staffId, assignedBy, reasonCipher, at });
      if (status === 'accepted') {
        await moveComplaint(manager, complaintId, 'investigating');
        await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'assigned', recordedBy: assignedBy, at });
      }
      const subject = { kind: 'assignment', id };
      const details = { staff: staffId, replaces: replaces ?? null };
      await recordHistory(manager, { actor, action: 'complaint.assign', subject, complaintId, details, at });
      return { assignmentId: id, warnings };
    });
  }
}

async function endPrevious(
  manager: EntityManager,
  complaintId: string,
  replaces: string | undefined,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const current = await currentAssignment(manager, complaintId);
  if (current && current.id === replaces) await endAssignment(manager, current.id, { why: 'reassigned', by, at });
  else if (current) {
    throw new RuleBroken(
      'assigned-already',
      `The case is assigned: to reassign it, give its assignment in replaces (${current.id}).`,
    );
  } else if (replaces !== undefined) {
    throw new RuleBroken('assignment-ended', 'The assignment in replaces has ended: leave it out.');
  }
}

async function refuseUnfit(manager: EntityManager, complaintId: string, staffId: string): Promise<void> {
  const roles = await rolesOf(manager, staffId);
  const refused = assignmentRefused(roles && { roles, recused: await isRecused(manager, complaintId, staffId) });
  if (refused) refuseFaults([{ path: '/staffId', ...refused }]);
}

/** Returns what is only to be warned of. */
async function refuseConflicts(
  manager: EntityManager,
  { complaintId, staffId, charterId }: { complaintId: string; staffId: string; charterId: string },
): Promise<ConflictSign[]> {
  const { conflicts } = (await charterById(manager, charterId)).document;
  const { refusing, warnings } = conflictsFound(await conflictSigns(manager, complaintId, staffId), conflicts.barring);
  const message = `This stands against them: ${refusing.join(', ')}. Have it declared and decided on, or choose another.`;
  refuseFaults(faultIf(refusing.length > 0, '/staffId', 'in-conflict', message));
  return warnings;
}
