import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { type Issued, IssuePolicy, type NewRecommendation } from '../../policy-tracker/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertRecommended } from '../records/incident-finding.store.js';
import { requireMember } from '../records/incident-team.store.js';
import { holdIncident, requireConvened } from '../records/incident.store.js';

/** What the team recommends goes into the tracker, in words written for it; that it came from here stands with the review. */
@Injectable()
export class RecommendFromReview {
  constructor(
    private readonly issuePolicy: IssuePolicy,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for whoever is not of the team, RuleBroken review-ended (409), and what the tracker refuses */
  async run(actor: ActorOf<'staff'>, incidentId: string, recommended: NewRecommendation): Promise<Issued> {
    const at = this.clock.now();
    const { jurisdictionId, staffId } = actor;
    return this.issuePolicy.run(actor, recommended, async (manager, { id: policyId }) => {
      const held = await holdIncident(manager, incidentId);
      await requireMember(manager, incidentId, staffId);
      requireConvened(held);
      await insertRecommended(manager, { jurisdictionId, incidentId, policyId });
      const { complaintId } = held;
      await recordHistory(manager, {
        ...{ actor, action: 'incident-review.recommend', subject: { kind: 'incident-review', id: incidentId }, at },
        ...(complaintId === null ? {} : { complaintId }),
        details: { recommendation: policyId },
      });
    });
  }
}
