import { describe, expect, it } from '@jest/globals';
import { motionLines, type RecordedMotion } from './motion-in-minutes.js';

const motion: RecordedMotion = {
  ...{ text: 'To adopt.', mover: 'Ana', seconder: null, degree: 0, reconsiders: false, continues: false },
  ...{ status: 'open', yesVotes: null, noVotes: null, castingVote: null, castBy: null, votes: [], opinions: [] },
};
const votes = [
  { name: 'Ana', choice: 'yes' },
  { name: 'Ben', choice: 'no' },
  { name: 'Cleo', choice: 'absent' },
  { name: 'Dora', choice: 'presiding' },
];

describe('a motion in the minutes', () => {
  it('is told with the tie that the chair broke, and with what was said beside the result', () => {
    const decided = { status: 'carried', yesVotes: 1, noVotes: 1, castingVote: 'yes', castBy: 'Dora', votes };
    const opinions = [{ kind: 'minority_report', authors: ['Ben', 'Cleo'] }];
    expect(motionLines({ ...motion, ...decided, opinions })).toEqual([
      'Moved by Ana: To adopt.',
      'The motion was carried, 1 to 1 (yes: Ana; no: Ben; presiding: Dora; absent: Cleo).',
      'Dora gave the casting vote: yes.',
      'Minority report of Ben, Cleo filed.',
    ]);
  });

  it.each<[string, Partial<RecordedMotion>, string, string]>([
    ['an amendment', { degree: 1, status: 'failed' }, 'Amendment moved by Ana', 'The amendment was failed.'],
    ['one thought over', { reconsiders: true, status: 'withdrawn' }, 'Reconsideration moved', 'was withdrawn.'],
    ['one taken up again', { continues: true, status: 'void' }, 'Taken up again, moved', 'void: the meeting ended'],
    ['one that waits', { status: 'carried_over', votes }, 'Moved by', 'was carried over to a later meeting.'],
  ])('%s', (_which, over, moved, ended) => {
    const [first, second] = motionLines({ ...motion, ...over });
    expect([first, second]).toEqual([expect.stringContaining(moved), expect.stringContaining(ended)]);
  });
});
