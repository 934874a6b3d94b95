import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { hasHold, insertHoldRelease } from '../records/legal-hold.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { LISTED_STATUSES } from '../rules/complaint-status.js';

/** The case need not be kept for that any more. Other holds on it stand. */
@Injectable()
export class ReleaseHold {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken released-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { holdId, reason }: { holdId: string; reason: string },
  ): Promise<void> {
    const { jurisdictionId, staffId: by } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, LISTED_STATUSES);
      if (!(await hasHold(manager, complaintId, holdId))) throw new NotFound();
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.seal({ table: 'legal_hold_release', column: 'reason_cipher', rowId: holdId }, reason);
      const release = { jurisdictionId, holdId, complaintId, reasonCipher, by, at };
      if (!(await insertHoldRelease(manager, release)))
        throw new RuleBroken('released-already', 'This hold was released before.');
      const subject = { kind: 'legal_hold', id: holdId };
      await recordHistory(manager, { actor, action: 'complaint.release-hold', subject, complaintId, at });
    });
  }
}
