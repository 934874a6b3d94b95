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
  // Closed as a duplicate, and by nothing else: see CLOSED_ON_ITS_OWN.
  filed: ['accepted', 'declined', 'referred', 'closed', 'withdrawn', 'expunged'],
  declined: ['accepted', 'referred', 'expunged', 'disposed'],
  referred: ['expunged', 'disposed'],
  accepted: ['investigating', 'closed', 'withdrawn', 'expunged'],
  investigating: ['findings_drafted', 'closed', 'withdrawn', 'expunged'],
  findings_drafted: ['before_board', 'investigating', 'closed', 'expunged'],
  before_board: ['with_chief', 'investigating', 'closed', 'expunged'],
  with_chief: ['before_board', 'closed', 'expunged'],
  // Before the board when it thinks again.
  closed: ['investigating', 'before_board', 'expunged', 'disposed'],
  withdrawn: ['expunged', 'disposed'],
  expunged: [],
  disposed: [],
};

/** Where a case may be closed from by itself: nobody closes one that was not screened, unless another takes it up. */
export const CLOSED_ON_ITS_OWN: readonly ComplaintStatus[] = comesFrom('closed').filter((from) => from !== 'filed');

/** Where a case may be closed into the one that it is a duplicate of: nothing was found in it yet. */
export const CLOSED_INTO_ANOTHER = ['filed', 'accepted', 'investigating'] as const satisfies readonly ComplaintStatus[];

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
