import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { openTopics } from '../records/incident-finding.store.js';
import { requireMember } from '../records/incident-team.store.js';
import { endIncident, holdIncident, requireConvened } from '../records/incident.store.js';

/** The team has found on every topic; or it is dissolved without a result. What is privileged stays in the compartment. */
@Injectable()
export class EndReview {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** By a member. @throws NotFound for whoever is not of the team, RuleBroken topics-open, review-ended (409) */
  async conclude(actor: ActorOf<'staff'>, incidentId: string): Promise<void> {
    await this.end(actor, incidentId, 'concluded');
  }

  /** By who convenes. @throws NotFound, RuleBroken review-ended (409) */
  async dissolve(actor: ActorOf<'staff'>, incidentId: string): Promise<void> {
    await this.end(actor, incidentId, 'dissolved');
  }

  private async end(actor: ActorOf<'staff'>, incidentId: string, to: 'concluded' | 'dissolved'): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const held = await holdIncident(manager, incidentId);
      if (to === 'concluded') await requireMember(manager, incidentId, actor.staffId);
      requireConvened(held);
      const open = to === 'concluded' ? await openTopics(manager, incidentId) : [];
      if (open.length > 0)
        throw new RuleBroken('topics-open', `There is no finding yet on these topics: ${open.join(', ')}.`);
      await endIncident(manager, held, to, at);
      const { complaintId } = held;
      await recordHistory(manager, {
        ...{ actor, action: 'incident-review.end', subject: { kind: 'incident-review', id: incidentId }, at },
        ...(complaintId === null ? {} : { complaintId }),
        details: { status: to },
      });
    });
  }
}
