import type { CaseRoster } from '../../complaint/index.js';

/** As `RosterEntry` of the detection. */
export interface RosterLine {
  readonly is: 'name' | 'number' | 'contact' | 'place' | 'date' | 'narrative';
  readonly of: string;
  readonly value: string;
  readonly outside?: boolean;
}

/** Whom and what a text about the case must not name without a decision. */
export function rosterOf(
  roster: CaseRoster,
  outside: { officers: readonly string[]; staff: readonly string[] },
): RosterLine[] {
  const { people, officers, staff } = roster;
  const line = (is: RosterLine['is'], of: string, value: string | null): RosterLine[] =>
    value ? [{ is, of, value }] : [];
  const inside = new Set([...officers.map(({ name }) => name), ...staff]);
  const others = (names: readonly string[], of: string): RosterLine[] =>
    names.filter((name) => !inside.has(name)).map((value) => ({ is: 'name', of, value, outside: true }));
  return [
    ...line('number', 'the case number', roster.caseNumber),
    ...line('number', 'the key of the source', roster.sourceKey),
    ...line('date', 'the day of the incident', roster.incidentOn),
    ...line('place', 'the place of the incident', roster.place),
    ...line('narrative', 'the narrative', roster.narrative),
    ...people.flatMap(({ roles, name, contact }) => {
      const who = `the ${(roles[0] ?? 'person').replaceAll('_', ' ')}`;
      return [...line('name', who, name), ...line('contact', who, contact)];
    }),
    ...officers.flatMap(({ name, badgeNumber, sourceKey }) => [
      ...line('name', 'an officer in the case', name),
      ...line('number', 'the badge number of an officer in the case', badgeNumber),
      ...line('number', "the source's key of an officer in the case", sourceKey),
    ]),
    ...staff.flatMap((name) => line('name', 'a member of the staff', name)),
    ...others(outside.officers, 'an officer who is not in the case'),
    ...others(outside.staff, 'a member of the staff who is not in the case'),
  ];
}
