export const COMPLAINT_STATUSES = [
  'filed',
  'declined',
  'referred',
  'accepted',
  'investigating',
  'findings_drafted',
  'before_board',
  'with_chief',
  'closed',
  'withdrawn',
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

/** Where a case may go from where it stands. What is not here is refused. */
export const COMPLAINT_MOVES: Record<ComplaintStatus, readonly ComplaintStatus[]> = {
  filed: ['accepted', 'declined', 'referred', 'withdrawn'],
  declined: ['accepted', 'referred'],
  referred: [],
  accepted: ['investigating', 'closed', 'withdrawn'],
  investigating: ['findings_drafted', 'closed', 'withdrawn'],
  findings_drafted: ['before_board', 'investigating', 'closed'],
  before_board: ['with_chief', 'investigating', 'closed'],
  with_chief: ['before_board', 'closed'],
  closed: [],
  withdrawn: [],
};

export function canMove(from: ComplaintStatus, to: ComplaintStatus): boolean {
  return COMPLAINT_MOVES[from].includes(to);
}

/** The statuses that a case may come to this one from. */
export function comesFrom(to: ComplaintStatus): ComplaintStatus[] {
  return COMPLAINT_STATUSES.filter((from) => canMove(from, to));
}
