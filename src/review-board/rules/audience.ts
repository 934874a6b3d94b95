import type { StaffRole } from '../../shared/actor.js';

type Audience = 'public' | 'meeting' | 'members' | 'staff';

/** Of which papers of a meeting somebody with these roles is a reader. The clerk prepares all of them. */
export function audiencesOf(roles: readonly StaffRole[]): Audience[] {
  const holds = (...some: StaffRole[]): boolean => some.some((role) => roles.includes(role));
  return [
    'public',
    'meeting',
    ...(holds('clerk', 'board_member') ? (['members'] as const) : []),
    ...(holds('clerk', 'supervisor', 'director', 'auditor') ? (['staff'] as const) : []),
  ];
}
