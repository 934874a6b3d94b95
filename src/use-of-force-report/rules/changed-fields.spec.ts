import { describe, expect, it } from '@jest/globals';
import { sampleReport } from '../../../test/use-of-force-report/sample-report.js';
import { changedFields } from './changed-fields.js';

describe('what changed between two tellings of a report', () => {
  const before = sampleReport();

  it('is nothing when nothing did, null and untold being the same', () => {
    const { officers, ...rest } = sampleReport();
    expect(changedFields(before, { ...rest, officers: [officers[0], { ...officers[1], age: null }] })).toEqual([]);
  });

  it('is named by its place, and nothing of it is quoted', () => {
    const after = sampleReport('R-1', { county: 'Bergen', weather: ['Rain', 'Fog'] });
    after.subjects[0]!.age = 32;
    expect(changedFields(before, after)).toEqual(['/county', '/weather', '/subjects/0/age']);
  });

  it('is an element whose state is another, or that is answered by now', () => {
    const after = sampleReport('R-1', { county: { state: 'pending' }, ambush: { state: 'unknown_final' } });
    expect(changedFields(before, after)).toEqual(['/county', '/ambush']);
    expect(changedFields(after, { ...after, ambush: { state: 'pending' } })).toEqual(['/ambush']);
    expect(changedFields(after, sampleReport('R-1', { ambush: false }))).toEqual(['/county', '/ambush']);
  });

  it('is a person who was added or left out', () => {
    const after = sampleReport('R-1', {
      subjects: before.subjects.slice(0, 1),
      officers: [...before.officers, { badgeNumber: '7' }],
    });
    expect(changedFields(before, after)).toEqual(['/subjects/1', '/officers/2']);
  });
});
