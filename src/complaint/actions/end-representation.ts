import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { endRepresentationRow, representationOf } from '../records/representation.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { faultIf } from '../rules/fault.js';
import { refuseFaults } from './refuse-faults.js';

/** Nobody stands for the other any more after a day. That they did, and for how long, stays. */
@Injectable()
export class EndRepresentation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @param until ISO date, the last day. @throws NotFound, RuleBroken invalid (422), representation-ended (409) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, representationId }: { complaintId: string; representationId: string },
    until: string,
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const standing = await representationOf(manager, complaintId, representationId);
      if (!standing) throw new NotFound();
      if (standing.ended) throw new RuleBroken('representation-ended', 'This has ended already: read the case again.');
      const longer = standing.until !== null && until > standing.until;
      refuseFaults([
        ...faultIf(until < standing.from, '/until', 'before-it-began', `It began on ${standing.from}.`),
        ...faultIf(longer, '/until', 'ends-before', 'It ends before that: record another for the days after.'),
      ]);
      await endRepresentationRow(manager, representationId, { until, by: actor.staffId, at });
      const subject = { kind: 'representation', id: representationId };
      await recordHistory(manager, {
        ...{ actor, action: 'representation.end', subject, complaintId },
        ...{ details: { until }, at },
      });
    });
  }
}
