import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { BulkResult } from './bulk-result.js';

/** All or nothing was asked for, and records are at fault. All of them can be downloaded by the submission's id. */
export function nothingTaken({ received, rejected, results, submissionId }: BulkResult): RuleBroken {
  const faults = results.flatMap(({ line, faults }) =>
    faults.map((fault) => ({ path: `/${line}${fault.path}`, code: fault.code, message: fault.message })),
  );
  const message = `None of the ${received} reports was taken: ${rejected} are at fault, as \`errors\` says line by line.`;
  return new RuleBroken('nothing-taken', message, 422, faults, { submissionId });
}
