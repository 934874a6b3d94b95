import { describe, expect, it } from '@jest/globals';
import { COMPLAINT_STATUSES } from './complaint-status.js';
import { milestonesOf, nextExpected } from './milestones.js';

const DAYS = {
  received: '2026-01-02',
  accepted: '2026-01-05',
  screened: '2026-01-05',
  assigned: '2026-01-06',
  complainant_interviewed: '2026-01-20',
  findings_drafted: '2026-03-01',
  sent_to_board: '2026-03-09',
  closed: '2026-05-01',
} as const;
const reached = (...way: Parameters<typeof milestonesOf>) =>
  milestonesOf(...way)
    .filter((milestone) => milestone.reached)
    .map(({ code, on }) => `${code} ${on ?? '?'}`);

describe('the milestones of a case', () => {
  it('are dated to the day, and show the way ahead', () => {
    const { received, accepted, assigned, complainant_interviewed } = DAYS;
    const days = { received, accepted, assigned, complainant_interviewed };
    expect(reached('investigating', days, {})).toEqual([
      'registered 2026-01-02',
      'accepted 2026-01-05',
      'assigned 2026-01-06',
      'complainant_interviewed 2026-01-20',
    ]);
    expect(milestonesOf('investigating', days, {}).at(-1)).toMatchObject({ code: 'closed', reached: false, on: null });
  });

  it('take back what a case that was sent back has to pass again', () => {
    expect(reached('investigating', DAYS, {}).map((line) => line.split(' ')[0])).toEqual([
      'registered',
      'accepted',
      'assigned',
      'complainant_interviewed',
    ]);
  });

  it.each([
    ['declined', ['registered 2026-01-02', 'declined 2026-01-05']],
    ['referred', ['registered 2026-01-02', 'referred 2026-01-05']],
  ] as const)('end at the door when a case is %s', (status, expected) => {
    const { received, screened } = DAYS;
    expect(reached(status, { received, screened }, {})).toEqual(expected);
    expect(milestonesOf(status, { received, screened }, {})).toHaveLength(expected.length);
  });

  it('end where the person turned back, with what was passed until then', () => {
    const { received, accepted, closed } = DAYS;
    expect(reached('withdrawn', { received, accepted, closed }, {})).toEqual([
      'registered 2026-01-02',
      'accepted 2026-01-05',
      'withdrawn 2026-05-01',
    ]);
  });

  it.each(['expunged', 'disposed'] as const)('tell of a case that is %s that it came in and is gone', (status) => {
    expect(reached(status, { sent_to_board: '2026-03-09' }, {})).toEqual(['registered ?', `${status} ?`]);
  });

  it('claim of a closed case no stage without a day', () => {
    expect(reached('closed', {}, {})).toEqual(['registered ?', 'closed ?']);
    expect(reached('closed', { ...DAYS }, {})).toContain('before_board 2026-03-09');
  });

  it('have words for every status, and registered first', () => {
    for (const status of COMPLAINT_STATUSES)
      expect(milestonesOf(status, {}, {})[0]).toMatchObject({ code: 'registered', reached: true });
  });

  it('tell the next day that the law expects, and none of what is behind', () => {
    const expected = { accepted: '2026-02-01', findings_drafted: '2026-07-04', board_decided: '2026-06-30' };
    const ahead = milestonesOf('investigating', DAYS, expected);
    expect(ahead.find(({ code }) => code === 'accepted')?.expectedOn).toBeNull();
    expect(nextExpected(ahead)).toEqual({ label: 'Decided', on: '2026-06-30' });
    expect(nextExpected(milestonesOf('closed', DAYS, expected))).toBeNull();
  });
});
