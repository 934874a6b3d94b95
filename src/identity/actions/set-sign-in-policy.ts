import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { putSignInPolicy } from '../records/sign-in-policy.store.js';
import type { SignInPolicy } from '../rules/standing.js';

/** What a place asks of those who sign in. It holds from everybody's next request, in sessions that run too. */
@Injectable()
export class SetSignInPolicy {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async run(actor: ActorOf<'staff'>, policy: SignInPolicy): Promise<void> {
    const { jurisdictionId } = actor;
    await this.database.transaction(actor, async (manager) => {
      await putSignInPolicy(manager, jurisdictionId, policy);
      const subject = { kind: 'jurisdiction', id: jurisdictionId };
      const details = { roles: policy.secondFactorRoles, minutes: policy.stepUpMinutes };
      await recordHistory(manager, { actor, action: 'sign-in-policy.set', subject, details, at: this.clock.now() });
    });
  }
}
