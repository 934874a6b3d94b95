import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { endTeamMember } from '../records/incident-team.store.js';
import { holdIncident } from '../records/incident.store.js';

/** Somebody leaves the team: the compartment is shut to them from this moment. */
@Injectable()
export class LeaveTeam {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async run(actor: ActorOf<'staff'>, incidentId: string, memberId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { complaintId } = await holdIncident(manager, incidentId);
      const role = await endTeamMember(manager, { incidentId, memberId, at });
      await recordHistory(manager, {
        ...{ actor, action: 'incident-review.leave', subject: { kind: 'incident-review', id: incidentId }, at },
        ...(complaintId === null ? {} : { complaintId }),
        details: { member: memberId, role },
      });
    });
  }
}
