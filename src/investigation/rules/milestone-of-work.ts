import type { CaseEvent } from '../../charter/index.js';
import type { WorkKind, WorkStatus } from './work-moves.js';

/** What a piece of work that came to this means for who complains: they see that they, or the police, were heard. */
export function milestoneOfWork(
  { kind, ofOfficer, ofComplainant }: { kind: WorkKind; ofOfficer: boolean; ofComplainant: boolean },
  status: WorkStatus,
): CaseEvent | null {
  if (kind === 'records_request') return status === 'requested' ? 'records_requested' : null;
  if (kind !== 'interview' || status !== 'held') return null;
  if (ofOfficer) return 'officer_interviewed';
  return ofComplainant ? 'complainant_interviewed' : null;
}
