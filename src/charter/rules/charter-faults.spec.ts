import { describe, expect, it } from '@jest/globals';
import { charterPresets, genericCharter } from '../index.js';
import type { CharterDocument } from './charter-document.js';
import { charterFaults } from './charter-faults.js';

const { publication, voting, clocks, meetings, findings, allegations } = genericCharter;
const [firstFinding] = findings;

describe('a charter', () => {
  it.each(Object.entries(charterPresets))('holds together: %s', (_, charter) => {
    expect(charterFaults(charter)).toEqual([]);
  });

  it.each<[string, Partial<CharterDocument>, string]>([
    ['k below 5', { publication: { ...publication, k: 4 } }, 'publication.k must be at least 5'],
    [
      'more than all suppressed',
      { publication: { ...publication, suppressionLimit: 1.1 } },
      'suppressionLimit must lie in 0',
    ],
    ['a quorum larger than the panel', { voting: { ...voting, panelQuorum: 4 } }, 'larger than the panel'],
    ['a quorum of no majority', { voting: { ...voting, panelSize: 4, panelQuorum: 2 } }, 'more than half'],
    ['a board quorum below half', { voting: { ...voting, boardQuorumOver: 0.4 } }, 'boardQuorumOver must lie in'],
    [
      'two thirds of nothing',
      { voting: { ...voting, carriesAt: { numerator: 2, denominator: 0 } } },
      'voting.carriesAt must be more than a half',
    ],
    [
      'a supermajority of a half',
      {
        voting: {
          ...voting,
          majorities: [
            { matter: 'finding', carriesBy: 'majority_of_seats', carriesAt: { numerator: 1, denominator: 2 } },
            { matter: 'finding', carriesBy: 'majority_of_seats' },
          ],
        },
      },
      'voting.majorities.0.carriesAt must be more than a half and at most the whole, in whole numbers; voting.majorities: a matter',
    ],
    ['no time for the chief', { clocks: { ...clocks, chiefAnswerDays: 0 } }, 'chiefAnswerDays must be at least 1'],
    [
      'notice in the past',
      { meetings: { ...meetings, noticeHours: { regular: -1, special: 24, emergency: 1 } } },
      'noticeHours.regular',
    ],
    ['a finding twice', { findings: [...findings, firstFinding!] }, 'findings: sustained stands twice'],
    ['an allegation in no group', { allegations: [{ ...allegations[0]!, group: 'nowhere' }] }, 'is in no known group'],
    [
      'a class nobody knows',
      { findings: [{ ...firstFinding!, genericClass: 'guilty' as never }] },
      'has no generic class',
    ],
  ])('is refused with %s', (_, change, fault) => {
    expect(charterFaults({ ...genericCharter, ...change }).join('; ')).toContain(fault);
  });
});
