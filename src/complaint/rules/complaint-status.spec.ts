import { describe, expect, it } from '@jest/globals';
import {
  canMove,
  CLOSED_INTO_ANOTHER,
  CLOSED_ON_ITS_OWN,
  comesFrom,
  COMPLAINT_MOVES,
  COMPLAINT_STATUSES,
  DESTROYED,
  LISTED_STATUSES,
} from './complaint-status.js';
import { closesOnFindings } from './final-findings.js';

describe('the way of a case', () => {
  it('leads from being filed to every status, and to no other', () => {
    const reached = new Set(['filed']);
    for (const status of reached) for (const next of COMPLAINT_MOVES[status as 'filed']) reached.add(next);
    expect([...reached].sort()).toEqual([...COMPLAINT_STATUSES].sort());
  });

  it.each(['expunged', 'disposed'] as const)('ends when it is %s', (status) => {
    expect(COMPLAINT_MOVES[status]).toEqual([]);
  });

  it.each(['referred', 'withdrawn'] as const)('leads from %s to being destroyed alone', (status) => {
    expect(COMPLAINT_MOVES[status]).toEqual(DESTROYED);
  });

  it('may end by order wherever the case stands, and by its age when nobody works on it any more', () => {
    expect(comesFrom('expunged')).toEqual(LISTED_STATUSES);
    expect(comesFrom('disposed')).toEqual(['declined', 'referred', 'closed', 'withdrawn']);
  });

  it('is closed by itself once it was accepted, and into another case until findings are drafted', () => {
    expect(CLOSED_ON_ITS_OWN).not.toContain('filed');
    expect([...CLOSED_ON_ITS_OWN, 'filed'].sort()).toEqual(comesFrom('closed').sort());
    expect(CLOSED_INTO_ANOTHER.filter((from) => !canMove(from, 'closed'))).toEqual([]);
    expect(CLOSED_INTO_ANOTHER.filter((from) => closesOnFindings(from))).toEqual([]);
  });

  it('is taken up again after it was closed', () => {
    expect(canMove('closed', 'investigating')).toBe(true);
  });

  it('leaves a refusal by a second look alone, until it is destroyed', () => {
    expect(COMPLAINT_MOVES.declined).toEqual(['accepted', 'referred', ...DESTROYED]);
  });

  it('can be withdrawn until findings are drafted', () => {
    expect(comesFrom('withdrawn')).toEqual(['filed', 'accepted', 'investigating']);
  });

  it('comes before the board only with findings, or back from the chief', () => {
    expect(comesFrom('before_board')).toEqual(['findings_drafted', 'with_chief', 'closed']);
    expect(canMove('investigating', 'before_board')).toBe(false);
  });
});
