import type { StaffRole } from '../../shared/actor.js';

export interface SessionView {
  token: string;
}

export interface PersonView {
  staffId: string;
  displayName: string;
  roles: readonly StaffRole[];
}
