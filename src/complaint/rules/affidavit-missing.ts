import type { ComplaintKind } from './intake-faults.js';

export interface AffidavitState {
  kind: ComplaintKind;
  /** What the agency takes up by itself has nobody who could swear to it. */
  hasComplainant: boolean;
  /** Received, or a supervisor went without it */
  settled: boolean;
}

/** Whether a case must wait at the door for a sworn statement. */
export function affidavitMissing(
  { required }: { required: boolean },
  { kind, hasComplainant, settled }: AffidavitState,
): boolean {
  return required && kind === 'complaint' && hasComplainant && !settled;
}
