import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { liftSealing, standingSealing } from '../records/sealing.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { LISTED_STATUSES } from '../rules/complaint-status.js';

/** The order that hid the case no longer holds: it is seen again by whoever may see it. */
@Injectable()
export class UnsealComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken not-sealed (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, { reason }: { reason: string }): Promise<void> {
    const { jurisdictionId, staffId: liftedBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, LISTED_STATUSES);
      const id = await standingSealing(manager, complaintId);
      if (id === null) throw new RuleBroken('not-sealed', 'The case is not sealed.');
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const liftingCipher = key.seal({ table: 'sealing', column: 'lifting_cipher', rowId: id }, reason);
      await liftSealing(manager, id, { liftingCipher, liftedBy, at });
      const subject = { kind: 'sealing', id };
      await recordHistory(manager, { actor, action: 'complaint.unseal', subject, complaintId, at });
    });
  }
}
