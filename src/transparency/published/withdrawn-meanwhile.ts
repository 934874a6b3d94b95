import { RuleBroken } from '../../platform/errors/rule-broken.js';

/** SQLSTATE undefined_table: a release's rows go when it is withdrawn, and only then. */
const UNDEFINED_TABLE = '42P01';

/** What to say to whoever asked for rows just then; any other error as it is. */
export function orWithdrawn(error: unknown): unknown {
  if ((error as { code?: unknown }).code !== UNDEFINED_TABLE) return error;
  return new RuleBroken('release-withdrawn', 'This release was withdrawn a moment ago: ask again for the reason.', 410);
}
