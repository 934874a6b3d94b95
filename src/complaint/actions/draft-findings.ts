import { Injectable } from '@nestjs/common';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { allegationIdsOf } from '../records/allegation.store.js';
import { standingFindings } from '../records/finding.store.js';
import { moveComplaint } from '../records/move-complaint.js';

/** The investigation is done: each allegation has its finding, and the supervisor may review them. */
@Injectable()
export class DraftFindings {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids, nothing-alleged, findings-missing (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await moveComplaint(manager, complaintId, 'findings_drafted');
      const allegations = await allegationIdsOf(manager, complaintId);
      if (allegations.length === 0) {
        throw new RuleBroken('nothing-alleged', 'The case has no allegation: add them, or close it without a finding.');
      }
      const found = (await standingFindings(manager, complaintId)).filter(
        (finding) => finding.stage === 'investigator',
      );
      const missing = allegations.filter((id) => !found.some((finding) => finding.allegationId === id));
      if (missing.length > 0) {
        throw new RuleBroken(
          'findings-missing',
          `Record an investigator finding on each allegation first; missing: ${missing.join(', ')}.`,
        );
      }
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'findings_drafted', recordedBy, at });
      const subject = { kind: 'complaint', id: complaintId };
      const details = { allegations: allegations.length };
      await recordHistory(manager, {
        actor,
        action: 'complaint.draft-findings',
        subject,
        complaintId,
        details,
        at,
      });
    });
  }
}
