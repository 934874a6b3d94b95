import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { eraseCase } from '../records/erase-case.js';
import { ErasureWitnesses } from '../records/erasure-witnesses.js';
import { decideExpungement, holdExpungement } from '../records/expungement.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { LISTED_STATUSES } from '../rules/complaint-status.js';
import { DeleteErased } from './delete-erased.js';

export interface ExpungementDecision {
  expungementId: string;
  approve: boolean;
}

/** The second of two, another person: approved, the case is destroyed in this very transaction. */
@Injectable()
export class DecideExpungement {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly deleteErased: DeleteErased,
    private readonly witnesses: ErasureWitnesses,
  ) {}

  /** @throws NotFound, RuleBroken own-request (403), decided-already, held (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { expungementId, approve }: ExpungementDecision,
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, LISTED_STATUSES);
      const asked = await holdExpungement(manager, complaintId, expungementId);
      if (!asked) throw new NotFound();
      if (asked.decision !== null) throw new RuleBroken('decided-already', 'Somebody has decided on this.');
      if (asked.askedBy === actor.staffId)
        throw new RuleBroken('own-request', 'Whoever asked does not decide: another person does.', 403);
      const decision = approve ? 'approved' : 'refused';
      await decideExpungement(manager, expungementId, { decision, decidedBy: actor.staffId, at });
      const subject = { kind: 'expungement', id: expungementId };
      const action = approve ? 'complaint.expunge' : 'complaint.refuse-expungement';
      await recordHistory(manager, { actor, action, subject, complaintId, at });
      if (!approve) return;
      await this.witnesses.tell(manager, { jurisdictionId: actor.jurisdictionId, complaintId });
      await eraseCase(manager, complaintId, expungementId, at);
    });
    if (approve) await this.deleteErased.run(actor.jurisdictionId);
  }
}
