import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertSealing, type SealingOrder } from '../records/sealing.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { LISTED_STATUSES } from '../rules/complaint-status.js';

export interface SealingToMake {
  orderedBy: SealingOrder;
  /** Number and day of the order, or the section of the law */
  reference: string;
}

/** By order the case is hidden from everybody but the director and who keeps the records, and left out of releases. */
@Injectable()
export class SealComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken sealed-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { orderedBy, reference }: SealingToMake,
  ): Promise<{ sealingId: string }> {
    const { jurisdictionId, staffId: sealedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, LISTED_STATUSES);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const referenceCipher = key.seal({ table: 'sealing', column: 'reference_cipher', rowId: id }, reference);
      const sealing = { jurisdictionId, id, complaintId, orderedBy, referenceCipher, sealedBy, at };
      if (!(await insertSealing(manager, sealing))) throw new RuleBroken('sealed-already', 'The case is sealed.');
      const subject = { kind: 'sealing', id };
      const details = { orderedBy };
      await recordHistory(manager, { actor, action: 'complaint.seal', subject, complaintId, details, at });
    });
    return { sealingId: id };
  }
}
