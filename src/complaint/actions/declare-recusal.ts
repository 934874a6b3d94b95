import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { rolesOf } from '../records/assignment.store.js';
import { isRecused } from '../records/recusal.store.js';
import { holdOpenCase } from '../records/hold-open-case.js';
import { faultIf } from '../rules/fault.js';
import type { RecusalReason } from '../rules/recusal-reason.js';
import { recuse } from './recuse.js';
import { refuseFaults } from './refuse-faults.js';

export interface Recusal {
  /** Who keeps out; the signed-in person themselves when left out */
  staffId?: string | undefined;
  reason: RecusalReason;
}

/** Somebody keeps out of a case, or is kept out: from the commit on the case does not exist for them. */
@Injectable()
export class DeclareRecusal {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), not-allowed (403), recused-already (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, recusal: Recusal): Promise<{ recusalId: string }> {
    const { staffId = actor.staffId, reason } = recusal;
    if (staffId !== actor.staffId && !actor.roles.some((role) => role === 'supervisor' || role === 'clerk')) {
      throw new RuleBroken('not-allowed', 'Only a supervisor or a clerk declares a recusal for somebody else.', 403);
    }
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      await holdOpenCase(manager, complaintId);
      const person = await rolesOf(manager, staffId);
      refuseFaults(faultIf(!person, '/staffId', 'no-such-person', 'Nobody of the staff here has this id.'));
      if (await isRecused(manager, complaintId, staffId)) {
        throw new RuleBroken('recused-already', 'This person is recused from the case already.');
      }
      return { recusalId: await recuse(manager, actor, { complaintId, staffId, reason, at }) };
    });
  }
}
