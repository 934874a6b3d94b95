import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, type GenericClass, jurisdictionDay, type RetentionClass, termOf } from '../../charter/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { allegationIdsOf } from '../records/allegation.store.js';
import { insertClosing } from '../records/closing.store.js';
import { insertFinding, standingFindings } from '../records/finding.store.js';
import { moveComplaint } from '../records/move-complaint.js';
import { type HeldComplaint, workOnComplaint } from '../records/work-on-complaint.js';
import {
  closingFaults,
  type ClosingGiven,
  closingReason,
  findingForReason,
  retentionOf,
} from '../rules/closing-terms.js';
import { comesFrom, type ComplaintStatus } from '../rules/complaint-status.js';
import { disposeAfter as disposeAfterYears } from '../rules/dispose-after.js';
import { closesOnFindings, finalFindings, type StandingFinding } from '../rules/final-findings.js';
import { withoutFindingFaults } from '../rules/without-finding.js';
import { refuseFaults } from './refuse-faults.js';

/** The case ends. What stands of its findings is written down as final, in the same transaction, and how long it is kept. */
@Injectable()
export class CloseComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, undecided (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, given: ClosingGiven): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const held = await workOnComplaint(manager, complaintId, comesFrom('closed'));
      const { final, ...terms } = await endOf(manager, complaintId, held, given);
      await moveComplaint(manager, complaintId, 'closed', at);
      const stage = 'final';
      for (const finding of final)
        await insertFinding(manager, { ...finding, jurisdictionId, complaintId, stage, recordedBy, recordedAt: at });
      const { reason, retention, disposition } = terms;
      const disposeAfter =
        retention && disposeAfterYears(await jurisdictionDay(manager, jurisdictionId, at), retention.years);
      await insertClosing(manager, {
        ...{ jurisdictionId, id: newId(), complaintId, reason, disposition, disposeAfter, closedBy: recordedBy, at },
        ...{ retentionClass: retention?.code ?? null, authority: retention?.authority ?? null },
      });
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'closed', recordedBy, at });
      const subject = { kind: 'complaint', id: complaintId };
      const details = {
        ...{ from: held.status, withoutFinding: given.withoutFinding ?? null, findings: final.length },
        ...{ reason, disposition, retention: retention?.code ?? null },
      };
      await recordHistory(manager, { actor, action: 'complaint.close', subject, complaintId, details, at });
    });
  }
}

interface End {
  final: Omit<StandingFinding, 'stage'>[];
  reason: string | null;
  disposition: string | null;
  retention: RetentionClass | null;
}

async function endOf(
  manager: EntityManager,
  complaintId: string,
  { status, charterId }: HeldComplaint,
  given: ClosingGiven,
): Promise<End> {
  const charter = (await charterById(manager, charterId)).document;
  const onFindings = closesOnFindings(status);
  refuseFaults(closingFaults(charter, given, onFindings));
  const chosen = given.reason === undefined ? null : closingReason(charter, given, { onFindings, sustained: false });
  const named = onFindings ? null : findingForReason(charter, chosen);
  const withoutFinding = given.withoutFinding ?? named ?? undefined;
  refuseFaults(withoutFindingFaults(charter.findings, { onFindings, withoutFinding }));
  const finding = termOf(charter.findings, withoutFinding ?? '');
  const final = await finalsOf(manager, complaintId, status, finding);
  const sustained = final.some(({ genericClass }) => genericClass === 'sustained');
  const reason = chosen ?? closingReason(charter, { withoutFinding }, { onFindings, sustained });
  return {
    ...{ final, reason: reason?.code ?? null, disposition: given.disposition ?? null },
    retention: retentionOf(charter, reason, sustained),
  };
}

async function finalsOf(
  manager: EntityManager,
  complaintId: string,
  status: ComplaintStatus,
  without: { code: string; genericClass: GenericClass } | null,
): Promise<Omit<StandingFinding, 'stage'>[]> {
  const allegations = await allegationIdsOf(manager, complaintId);
  if (without) {
    const { code, genericClass } = without;
    return allegations.map((allegationId) => ({ allegationId, finding: code, genericClass }));
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
