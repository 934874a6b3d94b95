import { describe, expect, it } from '@jest/globals';
import { genericCharter, type VotingTerms } from '../../charter/index.js';
import { majoritiesFor, type MotionMatter } from './matter.js';

const voting: VotingTerms = {
  ...genericCharter.voting,
  majorities: [
    { matter: 'finding', carriesBy: 'majority_of_present' },
    { matter: 'reconsideration', carriesBy: 'majority_of_votes', carriesAt: { numerator: 2, denominator: 3 } },
  ],
};
const plain: MotionMatter = { amends: null, reconsiders: null, approvesMinutes: false, proposedFinding: null };

describe('what a motion has to carry by', () => {
  it.each<[string, Partial<MotionMatter>, string[]]>([
    ['a plain one: the majority for all', {}, ['all']],
    ['on minutes, for which the charter says nothing', { approvesMinutes: true }, ['all']],
    ['a finding', { proposedFinding: 'sustained' }, ['finding']],
    ['a finding, thought over: both', { proposedFinding: 'x', reconsiders: 'm' }, ['finding', 'reconsideration']],
    ['words of a finding', { proposedFinding: 'sustained', amends: 'm' }, ['all']],
  ])('%s', (_which, over, matters) => {
    const majorities = majoritiesFor(voting, { ...plain, ...over });
    expect(majorities.map((one) => ('matter' in one ? one.matter : 'all'))).toEqual(matters);
  });
});
