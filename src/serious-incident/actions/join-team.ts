import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { refuseFaults, termFaults } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertTeamMember } from '../records/incident-team.store.js';
import { holdIncident, requireConvened } from '../records/incident.store.js';
import { refuseUnfitMembers } from './refuse-unfit-members.js';

/** One more sits on the team. What was said before is open to them: it is one table. */
@Injectable()
export class JoinTeam {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), review-ended, on-team-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    incidentId: string,
    { staffId, role }: { staffId: string; role: string },
  ): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId } = actor;
    await this.database.transaction(actor, async (manager) => {
      const held = await holdIncident(manager, incidentId);
      requireConvened(held);
      const { complaintId } = held;
      const { roles } = (await charterById(manager, held.charterId)).document.oversight.incidentReview;
      refuseFaults(termFaults('/role', roles, role));
      await refuseUnfitMembers(manager, { complaintId, staffIds: [staffId], by: actor.staffId }, () => '/staffId');
      if (!(await insertTeamMember(manager, { jurisdictionId, id, incidentId, staffId, role, at })))
        throw new RuleBroken('on-team-already', 'They sit on this team already.');
      await recordHistory(manager, {
        ...{ actor, action: 'incident-review.join', subject: { kind: 'incident-review', id: incidentId }, at },
        ...(complaintId === null ? {} : { complaintId }),
        details: { member: id, staff: staffId, role },
      });
    });
    return { id };
  }
}
