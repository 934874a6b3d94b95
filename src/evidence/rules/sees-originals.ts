import type { StaffRole } from '../../shared/actor.js';

/** Who works on a case, and who watches that it is done right. The board decides on what is shown. */
const SEE_ORIGINALS: readonly StaffRole[] = ['investigator', 'supervisor', 'director', 'auditor'];

/**
 * Whether somebody gets a picture with what the camera wrote into it: where it was taken, when, with whose telephone. For
 * whoever decides on the case the picture is enough, where it could be copied.
 */
export function seesOriginals(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => SEE_ORIGINALS.includes(role));
}
