import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { holdBatch, itemsToDispose, noteOutcome, signBatch } from '../records/disposal.store.js';
import { eraseCase } from '../records/erase-case.js';
import { ErasureWitnesses } from '../records/erasure-witnesses.js';
import { DeleteErased } from './delete-erased.js';

export interface BatchReviewed {
  state: 'reviewed_once' | 'disposed' | 'rejected';
  disposed: number;
  /** Held or reopened since the batch was drawn: they stay */
  kept: number;
}

/** One person looks a batch through; then another, and what is still due and free is destroyed. Either may reject it. */
@Injectable()
export class ReviewDisposalBatch {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly deleteErased: DeleteErased,
    private readonly witnesses: ErasureWitnesses,
  ) {}

  /** @throws NotFound, RuleBroken own-review (403), batch-done (409) */
  async run(actor: ActorOf<'staff'>, batchId: string, { approve }: { approve: boolean }): Promise<BatchReviewed> {
    const reviewed = await this.database.transaction(actor, (manager) =>
      this.review(manager, actor, { batchId, approve }),
    );
    if (reviewed.disposed > 0) await this.deleteErased.run(actor.jurisdictionId);
    return reviewed;
  }

  private async review(
    manager: EntityManager,
    actor: ActorOf<'staff'>,
    { batchId, approve }: { batchId: string; approve: boolean },
  ): Promise<BatchReviewed> {
    const at = this.clock.now();
    const batch = await holdBatch(manager, batchId);
    if (!batch) throw new NotFound();
    if (batch.secondReviewer !== null || batch.rejectedBy !== null)
      throw new RuleBroken('batch-done', 'This batch was disposed of or rejected before.');
    if (approve && batch.firstReviewer === actor.staffId)
      throw new RuleBroken('own-review', 'You looked it through first: the second look is another person’s.', 403);
    const as = !approve ? 'rejected' : batch.firstReviewer === null ? 'first' : 'second';
    await signBatch(manager, batchId, { as, by: actor.staffId, at });
    const subject = { kind: 'disposal_batch', id: batchId };
    await recordHistory(manager, { actor, action: 'disposal.review', subject, details: { as }, at });
    if (as !== 'second') return { state: as === 'first' ? 'reviewed_once' : 'rejected', disposed: 0, kept: 0 };
    return this.dispose(manager, actor, batchId, at);
  }

  private async dispose(
    manager: EntityManager,
    actor: ActorOf<'staff'>,
    batchId: string,
    at: Date,
  ): Promise<BatchReviewed> {
    const today = await jurisdictionDay(manager, actor.jurisdictionId, at);
    const items = await itemsToDispose(manager, batchId, today);
    const subject = { kind: 'disposal_batch', id: batchId };
    for (const { complaintId, outcome } of items) {
      await noteOutcome(manager, batchId, complaintId, outcome);
      if (outcome !== 'disposed') continue;
      await recordHistory(manager, { actor, action: 'complaint.dispose', subject, complaintId, at });
      await this.witnesses.tell(manager, { jurisdictionId: actor.jurisdictionId, complaintId });
      await eraseCase(manager, complaintId, batchId, at);
    }
    const disposed = items.filter(({ outcome }) => outcome === 'disposed').length;
    return { state: 'disposed', disposed, kept: items.length - disposed };
  }
}
