import type { StaffRole } from '../../shared/actor.js';

/**
 * How a person stands to the case in the address: `any` asks for nothing more than the role. `glass`: an opening by
 * break-glass is theirs and open now.
 */
export type Relation = 'any' | 'assigned' | 'panel' | 'mediating' | 'glass';
export type Grantee = StaffRole | 'department' | 'complainant';
export interface Grant {
  to: Grantee;
  relation: Relation;
}

export const any = (...grantees: Grantee[]): Grant[] => grantees.map((to) => ({ to, relation: 'any' }));
export const assigned = (...grantees: Grantee[]): Grant[] => grantees.map((to) => ({ to, relation: 'assigned' }));
export const mediating = (...grantees: Grantee[]): Grant[] => grantees.map((to) => ({ to, relation: 'mediating' }));
export const onPanel = (...grantees: Grantee[]): Grant[] => grantees.map((to) => ({ to, relation: 'panel' }));
export const throughGlass = (...grantees: Grantee[]): Grant[] => grantees.map((to) => ({ to, relation: 'glass' }));
