import { describe, expect, it } from '@jest/globals';
import { canMove, comesFrom, COMPLAINT_MOVES, COMPLAINT_STATUSES, LISTED_STATUSES } from './complaint-status.js';

describe('the way of a case', () => {
  it('leads from being filed to every status, and to no other', () => {
    const reached = new Set(['filed']);
    for (const status of reached) for (const next of COMPLAINT_MOVES[status as 'filed']) reached.add(next);
    expect([...reached].sort()).toEqual([...COMPLAINT_STATUSES].sort());
  });

  it.each(['expunged', 'disposed'] as const)('ends when it is %s', (status) => {
    expect(COMPLAINT_MOVES[status]).toEqual([]);
  });

  it.each(['referred', 'withdrawn'] as const)('leads from %s to being expunged alone', (status) => {
    expect(COMPLAINT_MOVES[status]).toEqual(['expunged']);
  });

  it('may end by order wherever the case stands, and by its age when it is closed', () => {
    expect(comesFrom('expunged')).toEqual(LISTED_STATUSES);
    expect(comesFrom('disposed')).toEqual(['closed']);
  });

  it('is taken up again after it was closed', () => {
    expect(canMove('closed', 'investigating')).toBe(true);
  });

  it('leaves a refusal by a second look alone', () => {
    expect(COMPLAINT_MOVES.declined).toEqual(['accepted', 'referred', 'expunged']);
  });

  it('can be withdrawn until findings are drafted', () => {
    expect(comesFrom('withdrawn')).toEqual(['filed', 'accepted', 'investigating']);
  });

  it('comes before the board only with findings, or back from the chief', () => {
    expect(comesFrom('before_board')).toEqual(['findings_drafted', 'with_chief']);
    expect(canMove('investigating', 'before_board')).toBe(false);
  });
});
