import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { deletePasskeysOf } from '../records/passkey.store.js';
import { deleteSecondFactor } from '../records/second-factor.store.js';
import { endSessionsOf } from '../records/session.store.js';

/** An administrator takes a lost device away, after seeing the person: whoever is signed in as that person is signed out. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken not-yourself (409) */
  async run(actor: ActorOf<'staff'>, staffId: string): Promise<void> {
    if (staffId === actor.staffId)
      throw new RuleBroken('not-yourself', 'Another administrator does this for you: a stolen session could not.');
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      // Passkeys go with it: which of the devices was lost is not asked.
      const passkeys = await deletePasskeysOf(manager, staffId);
      if (!(await deleteSecondFactor(manager, staffId)) && passkeys === 0) throw new NotFound();
      await endSessionsOf(manager, staffId, at);
      const subject = { kind: 'staff', id: staffId };
      await recordHistory(manager, { actor, action: 'second-factor.remove', subject, at });
    });
  }
}
