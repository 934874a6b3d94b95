import { describe, expect, it } from '@jest/globals';
import { type FormerMotion, reconsiderationRefused } from './reconsideration.js';

const former: FormerMotion = {
  ...{ status: 'carried', degree: 0, complaintId: 'c', boardId: 'b', moversPosition: 'no' },
};
const here = { complaintId: 'c', boardId: 'b' };

describe('a decision is reconsidered', () => {
  it.each<[string, Partial<FormerMotion>, string | null, string | null]>([
    ['by who lost, unless the charter says otherwise', {}, null, 'not-on-winning-side'],
    ['by who won', { moversPosition: 'yes' }, null, null],
    ['by who won, when it failed', { status: 'failed' }, null, null],
    ['by who abstained', { moversPosition: 'abstain' }, null, 'not-on-winning-side'],
    ['by who was not there', { moversPosition: null }, null, 'not-on-winning-side'],
    ['and not while it is open', { status: 'open' }, 'motion-not-decided', 'motion-not-decided'],
    ['and not when it was withdrawn', { status: 'withdrawn' }, 'motion-not-decided', 'motion-not-decided'],
    ['and not an amendment', { degree: 1 }, 'motion-not-decided', 'motion-not-decided'],
    ['and not in another case', { complaintId: 'd' }, 'other-matter', 'other-matter'],
    ['and not by another board', { boardId: 'd' }, 'other-matter', 'other-matter'],
  ])('%s', (_how, over, byAnybody, byWinners) => {
    const refused = (reconsideredBy: 'anybody' | 'winning_side') =>
      reconsiderationRefused({ ...former, ...over }, here, { reconsideredBy })?.code ?? null;
    expect([refused('anybody'), refused('winning_side')]).toEqual([byAnybody, byWinners]);
  });
});
