import { checkBetweenLists } from './cross-checks.js';
import type { ReportFault } from './fault-codes.js';
import { FaultList } from './fault-list.js';
import { checkFields } from './field-table.js';
import type { ReportDraft } from './report-draft.js';
import { REPORT } from './report-fields.js';
import type { Terms } from './terms.js';

export type ReadReport = { draft: ReportDraft } | { faults: ReportFault[] };

/** What a department sent, as a report, or all that is wrong with it. One report and a line of a bulk are read alike. */
export function readReport(sent: unknown, terms: Terms): ReadReport {
  const faults = new FaultList();
  checkFields(sent, REPORT, faults, terms);
  checkBetweenLists(sent, faults);
  return faults.found.length > 0 ? { faults: faults.found } : { draft: sent as ReportDraft };
}
