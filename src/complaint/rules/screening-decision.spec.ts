import { describe, expect, it } from '@jest/globals';
import { screeningFaults } from './screening-decision.js';

describe('the decision at the door', () => {
  it.each([
    [{ decision: 'accept' }, []],
    [{ decision: 'decline' }, ['reason-needed']],
    [{ decision: 'decline', reason: '  ' }, ['reason-needed']],
    [{ decision: 'decline', reason: 'Too late.' }, []],
    [{ decision: 'decline', reason: 'Too late.', referredTo: 'Oak County' }, ['not-a-referral']],
    [{ decision: 'refer', reason: 'Deputies.' }, ['referral-to-nobody']],
    [{ decision: 'refer', reason: 'Deputies.', referredTo: 'Oak County' }, []],
  ] as const)('%j has the faults %j', (screening, codes) => {
    expect(screeningFaults(screening).map((fault) => fault.code)).toEqual(codes);
  });
});
