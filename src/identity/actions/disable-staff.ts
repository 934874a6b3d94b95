import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { endSessionsOf } from '../records/session.store.js';
import { disableStaff } from '../records/staff.store.js';

/** Somebody has left: no sign-in from now on, and every session of theirs ends. What they did stays in the record. */
@Injectable()
export class DisableStaff {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken not-yourself (409) */
  async run(actor: ActorOf<'staff'>, staffId: string): Promise<void> {
    if (staffId === actor.staffId)
      throw new RuleBroken('not-yourself', 'Another administrator closes your account: one must be left.');
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      if (!(await disableStaff(manager, staffId, at))) throw new NotFound();
      await endSessionsOf(manager, staffId, at);
      const subject = { kind: 'staff', id: staffId };
      await recordHistory(manager, { actor, action: 'staff.disable', subject, at });
    });
  }
}
