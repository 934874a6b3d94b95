import { describe, expect, it } from '@jest/globals';
import { answerRefused } from './policy-answer.js';
import { POLICY_MOVES, POLICY_STATUSES } from './policy-status.js';

const stands = { issuedOn: '2026-01-10', answerDueOn: '2026-03-11', today: '2026-03-12' };
const given = { answer: 'accepted' as const, reasons: null, answeredOn: '2026-03-01', doneBy: null };

describe('an answer to a recommendation of policy', () => {
  it.each([
    ['a plain yes', {}, null],
    ['a yes with a day', { doneBy: '2026-09-01' }, null],
    ['a yes for yesterday', { doneBy: '2026-02-01' }, 'done-by-out-of-place'],
    ['a yes in part without reasons', { answer: 'accepted_in_part' as const, reasons: '  ' }, 'reasons-missing'],
    ['a no without reasons', { answer: 'rejected' as const }, 'reasons-missing'],
    [
      'a no with a day to do it by',
      { answer: 'rejected' as const, reasons: 'No.', doneBy: '2026-09-01' },
      'done-by-out-of-place',
    ],
    ['an answer before the question', { answeredOn: '2026-01-09' }, 'day-out-of-place'],
    ['an answer of tomorrow', { answeredOn: '2026-03-13' }, 'day-out-of-place'],
    ['silence after the day', { answer: 'none' as const }, null],
  ])('%s', (_, over, code) => {
    expect(answerRefused({ ...given, ...over }, stands)?.code ?? null).toBe(code);
  });

  it('is not silence on the last day', () => {
    expect(answerRefused({ ...given, answer: 'none' }, { ...stands, today: '2026-03-11' })?.code).toBe(
      'answer-not-due',
    );
  });
});

describe('the way of a recommendation', () => {
  it('leads from its beginning to every status, and from none but withdrawal to nowhere', () => {
    const reached = new Set<string>(['awaiting_answer']);
    for (const from of reached) for (const to of POLICY_MOVES[from as keyof typeof POLICY_MOVES]) reached.add(to);
    expect([...reached].sort()).toEqual([...POLICY_STATUSES].sort());
    expect(POLICY_STATUSES.filter((status) => POLICY_MOVES[status].length === 0)).toEqual(['withdrawn']);
  });
});
