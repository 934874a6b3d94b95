import { Injectable } from '@nestjs/common';
import { workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertApproval, plansOf } from '../records/plan.store.js';
import { UNDER_WAY } from '../rules/under-way.js';

/** A supervisor stands behind the plan: the newest, and not their own. */
@Injectable()
export class ApprovePlan {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken plan-superseded, plan-approved, own-plan (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, planId: string): Promise<void> {
    const { jurisdictionId, staffId: by } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, UNDER_WAY);
      const plans = await plansOf(manager, complaintId);
      const plan = plans.find((each) => each.planId === planId);
      if (!plan) throw new NotFound();
      if (plan !== plans[0])
        throw new RuleBroken('plan-superseded', 'There is a newer version: read and approve that.');
      if (plan.approvedBy !== null) throw new RuleBroken('plan-approved', 'This version is approved already.');
      if (plan.writtenBy === by) throw new RuleBroken('own-plan', 'Another supervisor approves a plan that you wrote.');
      await insertApproval(manager, plan, { jurisdictionId, complaintId, by, at });
      const subject = { kind: 'plan', id: planId };
      const details = { version: plan.version };
      await recordHistory(manager, { actor, action: 'plan.approve', subject, complaintId, details, at });
    });
  }
}
