import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { credentialIdsOf } from '../records/passkey.store.js';
import { deleteSecondFactor, findSecondFactor } from '../records/second-factor.store.js';
import { endSessionsOf } from '../records/session.store.js';

/** A person takes their device with codes away, as long as a passkey is left: nobody gets back to a password alone by this. */
@Injectable()
export class RemoveOwnDevice {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** Its recovery codes go with it, and every session ends. @throws NotFound, RuleBroken last-second-factor (409) */
  async run(actor: ActorOf<'staff'>): Promise<void> {
    const at = this.clock.now();
    const { staffId } = actor;
    await this.database.transaction(actor, async (manager) => {
      if (!(await findSecondFactor(manager, staffId))) throw new NotFound();
      if ((await credentialIdsOf(manager, staffId)).length === 0)
        throw new RuleBroken(
          'last-second-factor',
          'You have no other second factor: register a passkey first, or ask an administrator.',
        );
      await deleteSecondFactor(manager, staffId);
      await endSessionsOf(manager, staffId, at);
      const subject = { kind: 'staff', id: staffId };
      await recordHistory(manager, { actor, action: 'second-factor.remove', subject, at });
    });
  }
}
