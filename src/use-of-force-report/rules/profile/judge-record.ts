import type { ForceProfile } from '../../../charter/index.js';
import type { ProgrammeAnswer } from './compile-profile.js';
import type { Fields } from './ground.js';
import type { ProfileShelf } from './profile-shelf.js';

/** What is known besides a record. What is not known is left out: rules that need it are not asked then. */
export interface ReportFacts {
  /** YYYY-MM-DD where the agency is */
  today?: string;
  /** YYYY-MM-DD, the day on which the report came in */
  receivedOn?: string;
  /** numbers of other reports of the department about the same day and place */
  sameIncident?: string[];
  /** a zero report stands for the month */
  zeroReport?: boolean;
  departmentOri?: string;
}

/** Those of a charter's profiles that bind a department's incidents of a day. */
export function bindingProfiles(profiles: readonly ForceProfile[], departmentId: string, day: string): ForceProfile[] {
  return profiles.filter(
    ({ from, until, departments }) =>
      from <= day && (until === null || day <= until) && (departments === null || departments.includes(departmentId)),
  );
}

/** One record held to every programme that binds it: what each says, in the charter's order. */
export function judgeRecord(
  shelf: ProfileShelf,
  bound: readonly Pick<ForceProfile, 'profile' | 'closedThrough'>[],
  report: Fields,
  facts: ReportFacts,
): ProgrammeAnswer[] {
  const day = typeof report['occurredOn'] === 'string' ? report['occurredOn'] : '';
  return bound.map(({ profile, closedThrough }) => {
    const inForce = shelf.inForce(profile, day);
    if (!inForce) return notKnown(profile);
    return inForce.judge(report, closedThrough === null ? { ...facts } : { ...facts, closedThrough });
  });
}

function notKnown(profile: string): ProgrammeAnswer {
  const why = 'No rules of this programme for the day of the incident are known here.';
  const nothing = { criteria: [], issues: [], acceptable: false };
  return { profile, version: '', title: profile, status: 'not_reportable', why, ...nothing };
}
