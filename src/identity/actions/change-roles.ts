import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf, StaffRole } from '../../shared/actor.js';
import { updateRoles } from '../records/staff.store.js';

/** What a person may do from now on. It holds from the person's next request, in sessions that run too. */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken not-yourself (409) */
  async run(actor: ActorOf<'staff'>, staffId: string, roles: readonly StaffRole[]): Promise<void> {
    if (staffId === actor.staffId)
      throw new RuleBroken('not-yourself', 'Another administrator changes your roles: nobody gives themselves more.');
    await this.database.transaction(actor, async (manager) => {
      const former = await updateRoles(manager, staffId, roles);
      if (!former) throw new NotFound();
      const subject = { kind: 'staff', id: staffId };
      const details = { former, roles };
      await recordHistory(manager, { actor, action: 'staff.change-roles', subject, details, at: this.clock.now() });
    });
  }
}
