import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { deletePasskey } from '../records/passkey.store.js';

/** A passkey of one's own opens nothing from now on. */
@Injectable()
export class RemovePasskey {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async run(actor: ActorOf<'staff'>, passkeyId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      if (!(await deletePasskey(manager, actor.staffId, passkeyId))) throw new NotFound();
      const subject = { kind: 'staff', id: actor.staffId };
      const details = { passkey: passkeyId };
      await recordHistory(manager, { actor, action: 'passkey.remove', subject, details, at: this.clock.now() });
    });
  }
}
