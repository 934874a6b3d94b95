import type { EntityManager } from 'typeorm';
import { insertAmendment } from '../records/amendment.store.js';
import { findDuplicates } from '../records/duplicate.reader.js';
import type { Intake } from '../records/intake.reader.js';
import { lockReportByNumber, type SentReport } from '../records/report.store.js';
import { fieldDiff } from '../rules/field-diff.js';
import { lineFault, type ReportFault } from '../rules/fault-codes.js';
import type { ReportAction } from '../rules/order.js';
import type { Outcome } from '../rules/outcome.js';
import { submissionFault, submissionWarning } from '../rules/submission-faults.js';
import { stateNoForce } from './state-no-force.js';
import { takeInReports } from './take-in-reports.js';
import { tellAnew } from './tell-anew.js';
import { withdraw } from './withdraw.js';

/** What is to be done, when nothing that can be told from the record alone stands against it. `place`: where it stood. */
export type ReadyOrder = { place: number; warnings: ReportFault[] } & (
  | { kind: 'report'; action: ReportAction; report: SentReport; reason: string }
  | { kind: 'removal'; reportNumber: string; reason: string }
  | { kind: 'zero'; ori: string | null; month: string }
);

/** What became of a record; `rejected` alone has faults. */
export interface Result {
  outcome: Outcome;
  faults: ReportFault[];
  warnings: ReportFault[];
}

/** The number that an order is about; two about the same are not carried out in one go. */
export function numberIn(order: ReadyOrder): string | null {
  return order.kind === 'report'
    ? order.report.original.reportNumber
    : order.kind === 'removal'
      ? order.reportNumber
      : null;
}

/** Carries out orders about different reports, in the caller's transaction; a zero report comes alone. Results in their order. */
export async function takeInOrders(
  manager: EntityManager,
  intake: Intake,
  orders: readonly ReadyOrder[],
): Promise<Result[]> {
  const reports = orders.flatMap((order) => (order.kind === 'report' ? [order.report] : []));
  const outcomeOf = await takeInReports(manager, intake, reports);
  const taken = reports.filter((report) => outcomeOf(report) === 'taken').map(({ id }) => id);
  const found = taken.length > 0 ? await findDuplicates(manager, intake.actor.departmentId, taken) : [];
  const duplicates = new Map(found.map(({ id, number }) => [id, number]));
  const results: Result[] = [];
  for (const order of orders) {
    if (order.kind === 'removal') results.push(await remove(manager, intake, order));
    else if (order.kind === 'zero') results.push(await zero(manager, intake, order));
    else {
      const outcome = outcomeOf(order.report);
      const duplicate = duplicates.get(order.report.id);
      const warnings = [...order.warnings];
      if (duplicate !== undefined)
        warnings.push(submissionWarning('duplicate-suspected', '/reportNumber', { number: duplicate }));
      if (outcome === 'number-taken') results.push(await onStanding(manager, intake, order));
      else results.push({ outcome, faults: [], warnings });
    }
  }
  return results;
}

/** Another report stands under the number. */
async function onStanding(
  manager: EntityManager,
  intake: Intake,
  { action, report, reason, warnings }: ReadyOrder & { kind: 'report' },
): Promise<Result> {
  if (action === 'submit') return rejected(lineFault('report-number-taken'));
  const warned = [...warnings, submissionWarning('stands-already', '/Incident/reportNumber')];
  if (action === 'add-only') return { outcome: 'kept', faults: [], warnings: warned };
  const standing = await lockReportByNumber(manager, intake.actor.departmentId, report.original.reportNumber);
  if (!standing) throw new Error('A report went away while its number was taken.');
  if (standing.status === 'withdrawn') return rejected(submissionFault('number-withdrawn', '/Incident/reportNumber'));
  const changes = fieldDiff(standing.original, report.original);
  // What was not told and what is null are the same.
  if (changes.length === 0) return { outcome: 'unchanged', faults: [], warnings };
  const { jurisdictionId } = intake.actor;
  const told = { ...report, id: standing.id };
  const version = await tellAnew(manager, intake, told, standing, 'correct');
  const amendment = { jurisdictionId, reportId: standing.id, version, kind: 'correct', reason, changes } as const;
  await insertAmendment(manager, { ...amendment, at: intake.at });
  return { outcome: 'amended', faults: [], warnings };
}

async function remove(
  manager: EntityManager,
  intake: Intake,
  { reportNumber, reason, warnings }: ReadyOrder & { kind: 'removal' },
): Promise<Result> {
  const standing = await lockReportByNumber(manager, intake.actor.departmentId, reportNumber);
  if (!standing) return rejected(submissionFault('nothing-to-remove', '/Incident/reportNumber'));
  if (standing.status === 'withdrawn') return { outcome: 'unchanged', faults: [], warnings };
  await withdraw(manager, intake, standing.id, reason);
  return { outcome: 'withdrawn', faults: [], warnings };
}

async function zero(manager: EntityManager, intake: Intake, order: ReadyOrder & { kind: 'zero' }): Promise<Result> {
  const { outcome } = await stateNoForce(manager, intake, order);
  switch (outcome) {
    case 'said':
      return { outcome: 'zero', faults: [], warnings: order.warnings };
    case 'stands-already':
      return {
        outcome: 'kept',
        faults: [],
        warnings: [...order.warnings, submissionWarning('zero-stands-already', '/ZeroReport/Month')],
      };
    case 'month-ahead':
      return rejected(submissionFault('month-not-begun', '/ZeroReport/Month'));
    case 'incident-in-month':
      return rejected(submissionFault('force-in-month', '/ZeroReport/Month'));
    default:
      return rejected(submissionFault(outcome, '/ZeroReport/ORI'));
  }
}

function rejected(fault: ReportFault): Result {
  return { outcome: 'rejected', faults: [fault], warnings: [] };
}
