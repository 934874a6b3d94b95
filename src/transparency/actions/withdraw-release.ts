import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { releaseById } from '../records/release.store.js';
import { cutsOf } from '../records/source-release.js';
import { insertWithdrawal } from '../records/release-withdrawal.store.js';

/**
 * Takes a published release from the public, in one step and by one person: it should not have come out, and every minute
 * counts. Whatever was cut from it goes with it.
 * Its files stay with the board: in a series they count on, for who read them once has read them.
 */
@Injectable()
export class WithdrawRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @param reason for the public. @throws NotFound, RuleBroken not-published, already-withdrawn (409) */
  async run(
    actor: ActorOf<'staff'>,
    { releaseId, reason }: { releaseId: string; reason: string },
  ): Promise<{ dataset: string; version: string; withdrawnAt: Date }> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { dataset, version, status } = await releaseById(manager, releaseId, true);
      if (status !== 'published')
        throw new RuleBroken('not-published', `${dataset} ${version} is ${status}: only what is public is withdrawn.`);
      if (!(await insertWithdrawal(manager, { actor, releaseId, reason, at })))
        throw new RuleBroken('already-withdrawn', `${dataset} ${version} was withdrawn before.`);
      const withdrawn = [{ id: releaseId, version }, ...(await cutsOf(manager, { dataset, version }))];
      for (const { id } of withdrawn.slice(1)) await insertWithdrawal(manager, { actor, releaseId: id, reason, at });
      for (const each of withdrawn) {
        const subject = { kind: 'release', id: each.id };
        await recordHistory(manager, {
          actor,
          action: 'release.withdraw',
          subject,
          details: { version: each.version },
          at,
        });
      }
      return { dataset, version, withdrawnAt: at };
    });
  }
}
