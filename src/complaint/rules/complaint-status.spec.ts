import { describe, expect, it } from '@jest/globals';
import { canMove, comesFrom, COMPLAINT_MOVES, COMPLAINT_STATUSES } from './complaint-status.js';

describe('the way of a case', () => {
  it('leads from being filed to every status, and to no other', () => {
    const reached = new Set(['filed']);
    for (const status of reached) for (const next of COMPLAINT_MOVES[status as 'filed']) reached.add(next);
    expect([...reached].sort()).toEqual([...COMPLAINT_STATUSES].sort());
  });

  it.each(['referred', 'closed', 'withdrawn'] as const)('ends when it is %s', (status) => {
    expect(COMPLAINT_MOVES[status]).toEqual([]);
  });

  it('leaves a refusal by a second look alone', () => {
    expect(COMPLAINT_MOVES.declined).toEqual(['accepted', 'referred']);
  });

  it('can be withdrawn until findings are drafted', () => {
    expect(comesFrom('withdrawn')).toEqual(['filed', 'accepted', 'investigating']);
  });

  it('comes before the board only with findings, or back from the chief', () => {
    expect(comesFrom('before_board')).toEqual(['findings_drafted', 'with_chief']);
    expect(canMove('investigating', 'before_board')).toBe(false);
  });
});
