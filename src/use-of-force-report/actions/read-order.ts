import { newId } from '../../platform/identifiers.js';
import type { SentRecord } from '../formats/sent-record.js';
import type { Intake } from '../records/intake.reader.js';
import type { ReportFault } from '../rules/fault-codes.js';
import { orderOf } from '../rules/order.js';
import { readReport } from '../rules/read-report.js';
import { readToldAsText } from '../rules/read-told-as-text.js';
import { reportOri } from '../rules/report-ori.js';
import { lateFor } from '../rules/reporting-limit.js';
import { submissionFault } from '../rules/submission-faults.js';
import type { Terms } from '../rules/terms.js';
import type { ReadyOrder } from './take-in-orders.js';

/** What a record asks for, or all that stands against it as far as the record alone can tell. */
export function readOrder(
  { place, said }: SentRecord,
  terms: Terms,
  intake: Pick<Intake, 'now' | 'programmes' | 'oris'>,
): ReadyOrder | { faults: ReportFault[] } {
  if ('faults' in said) return said;
  const order = orderOf(said.value);
  if ('faults' in order) return order;
  const common = { place, warnings: said.warnings ?? [] };
  if (order.kind !== 'report') return { ...common, ...order };
  const read = said.asText === true ? readToldAsText(order.report, terms) : readReport(order.report, terms);
  if ('faults' in read) return { faults: inside(order.path, read.faults) };
  const original = read.draft;
  const ori = reportOri(original, intake.oris);
  if (ori === undefined) return { faults: [submissionFault('ori-not-yours', `${order.path}/agencyOri`)] };
  const late = lateFor(original, intake.now, intake.programmes);
  return {
    ...common,
    kind: 'report',
    action: order.action,
    reason: order.reason,
    report: { id: newId(), original, ori, late },
  };
}

function inside(path: string, faults: ReportFault[]): ReportFault[] {
  return path === '' ? faults : faults.map((fault) => ({ ...fault, path: `${path}${fault.path}` }));
}
