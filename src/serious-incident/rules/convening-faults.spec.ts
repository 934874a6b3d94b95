import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { conveningFaults } from './convening-faults.js';

const team = ['chair', 'sworn', 'community'].map((role) => ({ staffId: `of ${role}`, role }));
const faults = (over: object): string[] =>
  conveningFaults({ team, topics: ['tactics', 'policy'], ...over }, genericCharter.oversight.incidentReview).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('a team that is convened', () => {
  it.each([
    ['fills every needed role', {}, []],
    ['may have more', { team: [...team, { staffId: 'x', role: 'medical' }] }, []],
    ['lacks none of them', { team: team.slice(1) }, ['/team role-unfilled']],
    ['knows its roles', { team: [...team, { staffId: 'x', role: 'cook' }] }, ['/team/3/role not-in-charter']],
    ['is of different people', { team: [...team, { ...team[0]!, role: 'legal' }] }, ['/team/3/staffId on-team-twice']],
    ['has topics of the charter', { topics: ['weather'] }, ['/topics/0 not-in-charter']],
    ['has each topic once', { topics: ['policy', 'policy'] }, ['/topics/1 topic-twice']],
  ])('%s', (_, over, expected) => {
    expect(faults(over)).toEqual(expected);
  });
});
