import type { SignedReceipt } from '../receipt/signed-receipt.js';
import type { BulkCounts } from '../rules/outcome.js';
import type { RejectedLine, WarnedLine } from './bulk-tally.js';
import type { ProgrammeCounts } from './programme-tally.js';

/** What a submission is answered with. */
export interface BulkResult extends BulkCounts {
  submissionId: string;
  /** what each programme that binds the department says of those that are lawful */
  programmes: ProgrammeCounts[];
  /** the first thousand rejected records; all of them can be downloaded */
  results: RejectedLine[];
  /** the first thousand records that were taken, or left as they are, with a warning */
  warnings: WarnedLine[];
  /** columns of a table that the mapping does not read */
  unknownColumns: string[];
  receipt: SignedReceipt;
}
