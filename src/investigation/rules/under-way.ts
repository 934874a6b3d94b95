import type { ComplaintStatus } from '../../complaint/index.js';

/** While an agency works on a case; before, nothing is the agency's to do, and after, nothing is left. */
export const UNDER_WAY: readonly ComplaintStatus[] = [
  'accepted',
  'investigating',
  'findings_drafted',
  'before_board',
  'with_chief',
];
