import type { ComplaintStatus } from '../../complaint/index.js';

const KNOWN: readonly ComplaintStatus[] = [
  'accepted',
  'investigating',
  'findings_drafted',
  'before_board',
  'with_chief',
  'closed',
];

/** The board's recommendation is answered while the chief has the case; the agency's own, which moves no case, until the case is gone. */
export function answerable({ motionId }: { motionId: string | null }, status: ComplaintStatus): boolean {
  return motionId === null ? KNOWN.includes(status) : status === 'with_chief';
}
