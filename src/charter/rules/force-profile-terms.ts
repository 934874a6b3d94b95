import { when } from './fault-finding.js';

/**
 * Which programme's rules a department's reports of force are held to, and from when: the profiles themselves are the
 * use-of-force reports' own data. A profile says what a programme asks; it never keeps a report from coming in.
 */
export interface ForceProfile {
  /** The profile's id: fbi, california … */
  profile: string;
  /** By what right, in words. */
  authority: string;
  /** Days of incidents that it binds, the last one included; null: for good. */
  from: string;
  until: string | null;
  /** Ids of the departments that it binds; null: all. */
  departments: string[] | null;
  /** Incidents up to that day are closed for the programme: it takes no change to them. */
  closedThrough: string | null;
}

/** What is wrong with these terms, each with its place. */
export function forceProfileFaults(profiles: readonly ForceProfile[]): string[] {
  return profiles.flatMap(({ profile, from, until, departments }, index) => [
    ...when(until !== null && until < from, `forceProfiles: ${profile} ends before it begins`),
    ...when(departments?.length === 0, `forceProfiles: ${profile} binds no department: name some, or null for all`),
    ...when(
      profiles
        .slice(0, index)
        .some((other) => other.profile === profile && bindsAlike(other, { from, until, departments })),
      `forceProfiles: ${profile} binds a department twice at a time`,
    ),
  ]);
}

type Bound = Pick<ForceProfile, 'from' | 'until' | 'departments'>;

function bindsAlike(one: Bound, other: Bound): boolean {
  const apart = (one.until ?? '9999') < other.from || (other.until ?? '9999') < one.from;
  const { departments } = other;
  return (
    !apart &&
    (one.departments === null || departments === null || one.departments.some((id) => departments.includes(id)))
  );
}
