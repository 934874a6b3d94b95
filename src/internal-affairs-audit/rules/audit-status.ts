import type { Moves } from '../../shared/status-machine.js';

export const AUDIT_STATUSES = ['planned', 'reviewing', 'with_department', 'closed', 'cancelled'] as const;
export type AuditStatus = (typeof AUDIT_STATUSES)[number];

/** A plan is drawn, its files are reviewed, the department answers. What was drawn and cancelled stays in the record. */
export const AUDIT_MOVES: Moves<AuditStatus> = {
  planned: ['reviewing', 'cancelled'],
  reviewing: ['with_department', 'cancelled'],
  with_department: ['closed'],
  closed: [],
  cancelled: [],
};

/** Files are looked at, and looked at again after more work, until the audit is closed. */
export const UNDER_REVIEW: readonly AuditStatus[] = ['reviewing', 'with_department'];
