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
  'expunged',
  'disposed',
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

/** Where a case may go from where it stands. What is not here is refused. */
export const COMPLAINT_MOVES: Record<ComplaintStatus, readonly ComplaintStatus[]> = {
  filed: ['accepted', 'declined', 'referred', 'withdrawn', 'expunged'],
  declined: ['accepted', 'referred', 'expunged'],
  referred: ['expunged'],
  accepted: ['investigating', 'closed', 'withdrawn', 'expunged'],
  investigating: ['findings_drafted', 'closed', 'withdrawn', 'expunged'],
  findings_drafted: ['before_board', 'investigating', 'closed', 'expunged'],
  before_board: ['with_chief', 'investigating', 'closed', 'expunged'],
  with_chief: ['before_board', 'closed', 'expunged'],
  closed: ['investigating', 'expunged', 'disposed'],
  withdrawn: ['expunged'],
  expunged: [],
  disposed: [],
};

/** What is left of a case then is its tombstone. */
export const DESTROYED = ['expunged', 'disposed'] as const satisfies readonly ComplaintStatus[];

/** Statuses of cases that there is something to read of: what a list may be asked for. */
export const LISTED_STATUSES: readonly ComplaintStatus[] = COMPLAINT_STATUSES.filter((status) => !isDestroyed(status));

export function isDestroyed(status: ComplaintStatus): boolean {
  return DESTROYED.some((destroyed) => destroyed === status);
}

export function canMove(from: ComplaintStatus, to: ComplaintStatus): boolean {
  return COMPLAINT_MOVES[from].includes(to);
}

/** The statuses that a case may come to this one from. */
export function comesFrom(to: ComplaintStatus): ComplaintStatus[] {
  return COMPLAINT_STATUSES.filter((from) => canMove(from, to));
}
