import { describe, expect, it } from '@jest/globals';
import type { CaseRoster } from '../../complaint/index.js';
import { rosterOf } from './roster-of.js';

const roster = {
  caseNumber: 'R-1',
  sourceKey: 'S-1',
  incidentOn: '2026-03-02',
  place: 'Main Street 4',
  narrative: 'He pushed me.',
  people: [
    { roles: ['legal_representative'], name: 'Rosa Vale', contact: 'rosa@example.org' },
    { roles: [], name: null, contact: null },
  ],
  officers: [
    { name: 'Ana Day', badgeNumber: '77', sourceKey: 'O-9' },
    { name: null, badgeNumber: null, sourceKey: null },
  ],
  staff: ['Sam Hill'],
} as unknown as CaseRoster;

describe('whom and what a public text must not name', () => {
  it('is everybody in the case, its numbers, day, place and words, and who else is known here', () => {
    const outside = { officers: ['Ana Day', 'Lee Moor'], staff: ['Sam Hill', 'Ines Wood'] };
    expect(rosterOf(roster, outside)).toEqual([
      { is: 'number', of: 'the case number', value: 'R-1' },
      { is: 'number', of: 'the key of the source', value: 'S-1' },
      { is: 'date', of: 'the day of the incident', value: '2026-03-02' },
      { is: 'place', of: 'the place of the incident', value: 'Main Street 4' },
      { is: 'narrative', of: 'the narrative', value: 'He pushed me.' },
      { is: 'name', of: 'the legal representative', value: 'Rosa Vale' },
      { is: 'contact', of: 'the legal representative', value: 'rosa@example.org' },
      { is: 'name', of: 'an officer in the case', value: 'Ana Day' },
      { is: 'number', of: 'the badge number of an officer in the case', value: '77' },
      { is: 'number', of: "the source's key of an officer in the case", value: 'O-9' },
      { is: 'name', of: 'a member of the staff', value: 'Sam Hill' },
      { is: 'name', of: 'an officer who is not in the case', value: 'Lee Moor', outside: true },
      { is: 'name', of: 'a member of the staff who is not in the case', value: 'Ines Wood', outside: true },
    ]);
  });

  it('calls somebody without a role a person', () => {
    const people = [{ roles: [], name: 'Kim', contact: null }];
    const lines = rosterOf({ ...roster, people }, { officers: [], staff: [] });
    expect(lines).toContainEqual({ is: 'name', of: 'the person', value: 'Kim' });
  });
});
