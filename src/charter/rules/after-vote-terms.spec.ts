import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../index.js';
import { afterVoteFaults, type AfterVoteTerms } from './after-vote-terms.js';

const { afterVote } = genericCharter;
const { officerAppeals, reconsideration, escalation } = afterVote;

describe('the terms of what follows the vote', () => {
  it('hold together in the generic charter, and without a right to reconsideration', () => {
    expect(afterVoteFaults(afterVote)).toEqual([]);
    expect(afterVoteFaults({ ...afterVote, reconsideration: null, escalation: [] })).toEqual([]);
  });

  it.each<[string, Partial<AfterVoteTerms>, string]>([
    ['no way of delivery', { deliveryWays: [] }, 'is handed over in some way'],
    ['a step after nothing', { escalation: [{ ...escalation[0]!, after: [] }] }, 'meet_and_confer follows nothing'],
    ['a step of no days', { escalation: [{ ...escalation[0]!, days: 0 }] }, 'no whole number of days'],
    ['a step twice', { escalation: [...escalation, escalation[0]!] }, 'meet_and_confer stands twice'],
    ['appeals that end in nothing', { officerAppeals: { ...officerAppeals, outcomes: [] } }, 'end in nothing'],
    [
      'an appeal of half a day',
      { officerAppeals: { ...officerAppeals, routes: [{ ...officerAppeals.routes[0]!, days: 0.5 }] } },
      'grievance has no whole number of days',
    ],
    ['no day to ask', { reconsideration: { ...reconsideration!, days: 0 } }, 'days and most are whole numbers'],
    [
      'a request that is never',
      { reconsideration: { ...reconsideration!, most: 0 } },
      'days and most are whole numbers',
    ],
  ])('do not have %s', (_fault, change, said) => {
    expect(afterVoteFaults({ ...afterVote, ...change })).toEqual([expect.stringContaining(said)]);
  });
});
