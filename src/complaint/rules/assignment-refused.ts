import type { StaffRole } from '../../shared/actor.js';
import type { ComplaintStatus } from './complaint-status.js';

/** Statuses in which a case has, or gets, somebody who works on it. */
export const ASSIGNABLE: readonly ComplaintStatus[] = ['accepted', 'investigating', 'findings_drafted'];

/** A stable code and a sentence when this person cannot be given this case; null is a yes. */
export function assignmentRefused(
  person: { roles: readonly StaffRole[]; recused: boolean } | null,
): { code: string; message: string } | null {
  if (!person) return { code: 'no-such-person', message: 'Nobody of the staff here has this id.' };
  if (person.recused) return { code: 'recused', message: 'This person is recused from the case.' };
  if (person.roles.includes('investigator') || person.roles.includes('supervisor')) return null;
  return { code: 'not-an-investigator', message: 'Cases are assigned to investigators and supervisors.' };
}
