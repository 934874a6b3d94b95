/** Who is doing something: what every action is given, every history entry names, and row-level security goes by. */
export type Actor =
  | {
      kind: 'staff';
      jurisdictionId: string;
      staffId: string;
      roles: readonly StaffRole[];
      /** The case that this request reads through an opening by break-glass; set by the guard alone */
      glass?: string;
    }
  | { kind: 'department'; jurisdictionId: string; departmentId: string }
  | { kind: 'complainant'; jurisdictionId: string; complaintId: string; receiptId: string }
  | { kind: 'public'; jurisdictionId: string }
  | { kind: 'system'; jurisdictionId: string };

export type ActorOf<Kind extends Actor['kind']> = Extract<Actor, { kind: Kind }>;

export const STAFF_ROLES = [
  'intake',
  'investigator',
  'supervisor',
  'clerk',
  'board_member',
  'records',
  'director',
  'auditor',
  'administrator',
  'mediator',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
