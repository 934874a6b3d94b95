import type { EntityManager } from 'typeorm';
import {
  charterById,
  type CharterDocument,
  type GenericClass,
  type RetentionClass,
  termOf,
} from '../../charter/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import { allegationIdsOf } from '../records/allegation.store.js';
import { timesReconsidered } from '../records/closing.store.js';
import { insertFinding, standingFindings } from '../records/finding.store.js';
import { moveComplaint } from '../records/move-complaint.js';
import type { HeldComplaint } from '../records/work-on-complaint.js';
import {
  closingFaults,
  type ClosingGiven,
  closingReason,
  findingForReason,
  retentionOf,
} from '../rules/closing-terms.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import { closesOnFindings, finalFindings, type StandingFinding } from '../rules/final-findings.js';
import { withoutFindingFaults } from '../rules/without-finding.js';
import { recordEnd } from './record-end.js';
import { refuseFaults } from './refuse-faults.js';

/** Who complained may ask a board to think again that has thought. */
const DECIDED_BY_BOARD: readonly ComplaintStatus[] = ['before_board', 'with_chief'];

export interface ClosingToRecord {
  complaintId: string;
  /** The case, held until the transaction ends */
  held: HeldComplaint;
  given: ClosingGiven;
  at: Date;
}

/** Closes a case that is held: its final findings, its reason, how long it is kept. @throws RuleBroken invalid (422), undecided (409) */
export async function recordClosing(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  { complaintId, held, given, at }: ClosingToRecord,
): Promise<void> {
  const { jurisdictionId, staffId: by } = actor;
  const { final, ...terms } = await endOf(manager, complaintId, held, given);
  await moveComplaint(manager, complaintId, 'closed', at);
  const stage = 'final';
  for (const finding of final)
    await insertFinding(manager, { ...finding, jurisdictionId, complaintId, stage, recordedBy: by, recordedAt: at });
  await recordEnd(manager, { jurisdictionId, complaintId, endedAs: 'closed', by, at, ...terms });
  await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'closed', recordedBy: by, at });
  const subject = { kind: 'complaint', id: complaintId };
  const { reason, disposition, retention } = terms;
  const details = {
    ...{ from: held.status, withoutFinding: given.withoutFinding ?? null, findings: final.length },
    ...{ reason, disposition, retention: retention?.code ?? null },
  };
  await recordHistory(manager, { actor, action: 'complaint.close', subject, complaintId, details, at });
}

/** Null: the charter gives no such right, or who complained has used it up. */
async function reconsiderDays(
  manager: EntityManager,
  complaintId: string,
  { afterVote: { reconsideration } }: CharterDocument,
): Promise<number | null> {
  if (!reconsideration || (await timesReconsidered(manager, complaintId)) >= reconsideration.most) return null;
  return reconsideration.days;
}

interface End {
  final: Omit<StandingFinding, 'stage'>[];
  reason: string | null;
  disposition: string | null;
  retention: RetentionClass | null;
  reconsiderDays: number | null;
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
    reconsiderDays: DECIDED_BY_BOARD.includes(status) ? await reconsiderDays(manager, complaintId, charter) : null,
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
