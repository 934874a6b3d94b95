import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { assignmentsOf, type PastAssignment } from './assignment.store.js';

export type AssignmentTold = Omit<PastAssignment, 'reasonCipher'> & { reason: string | null };

@Injectable()
export class AssignmentReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  /** Who had the case, from when to when, and why, in order. @throws RuleBroken case-unreadable (410) */
  async ofCase(actor: ActorOf<'staff'>, complaintId: string): Promise<{ items: AssignmentTold[] }> {
    // The vault draws a key for a case that came without one, so this is no read-only transaction.
    return this.database.transaction(actor, async (manager) => {
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const place = (rowId: string) => ({ table: 'assignment', column: 'reason_cipher', rowId });
      const items = (await assignmentsOf(manager, complaintId)).map(({ reasonCipher, ...told }) => ({
        ...told,
        reason: reasonCipher && key.open(place(told.assignmentId), reasonCipher),
      }));
      return { items };
    });
  }
}
