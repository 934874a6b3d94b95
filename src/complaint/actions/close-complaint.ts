import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { allegationIdsOf } from '../records/allegation.store.js';
import { insertFinding, standingFindings } from '../records/finding.store.js';
import { moveComplaint } from '../records/move-complaint.js';
import { type HeldComplaint, workOnComplaint } from '../records/work-on-complaint.js';
import { comesFrom } from '../rules/complaint-status.js';
import { closesOnFindings, finalFindings, type StandingFinding } from '../rules/final-findings.js';
import { withoutFindingFaults } from '../rules/without-finding.js';
import { refuseFaults } from './refuse-faults.js';

export interface Closing {
  /** Why there is no finding: a code of the charter of the class no_finding or mediated. For a case not yet found on. */
  withoutFinding?: string | undefined;
}

/** The case ends. What stands of its findings is written down as final, in the same transaction. */
@Injectable()
export class CloseComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, undecided (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, { withoutFinding }: Closing): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const held = await workOnComplaint(manager, complaintId, comesFrom('closed'));
      const final = await finalsOf(manager, complaintId, held, withoutFinding);
      await moveComplaint(manager, complaintId, 'closed', at);
      for (const finding of final) {
        await insertFinding(manager, {
          ...finding,
          jurisdictionId,
          complaintId,
          stage: 'final',
          recordedBy,
          recordedAt: at,
        });
      }
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'closed', recordedBy, at });
      const subject = { kind: 'complaint', id: complaintId };
      const details = { from: held.status, withoutFinding: withoutFinding ?? null, findings: final.length };
      await recordHistory(manager, { actor, action: 'complaint.close', subject, complaintId, details, at });
    });
  }
}

async function finalsOf(
  manager: EntityManager,
  complaintId: string,
  { status, charterId }: HeldComplaint,
  withoutFinding: string | undefined,
): Promise<Omit<StandingFinding, 'stage'>[]> {
  const { findings } = (await charterById(manager, charterId)).document;
  const onFindings = closesOnFindings(status);
  refuseFaults(withoutFindingFaults(findings, { onFindings, withoutFinding }));
  const allegations = await allegationIdsOf(manager, complaintId);
  const reason = findings.find((finding) => finding.code === withoutFinding);
  if (reason) {
    return allegations.map((allegationId) => ({
      allegationId,
      finding: reason.code,
      genericClass: reason.genericClass,
    }));
  }
  const { final, undecided } = finalFindings(status, allegations, await standingFindings(manager, complaintId));
  if (undecided.length > 0) {
    throw new RuleBroken(
      'undecided',
      `Whoever has the case has not decided on each allegation; missing: ${undecided.join(', ')}.`,
    );
  }
  return final;
}
