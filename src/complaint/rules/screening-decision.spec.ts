import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
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
    [{ decision: 'refer', reason: 'Deputies.', body: 'prosecutor' }, []],
    [{ decision: 'refer', reason: 'Deputies.', body: 'the_king' }, ['not-in-charter']],
    [{ decision: 'decline', reason: 'Late.', reasonCode: 'too_late' }, []],
    [{ decision: 'decline', reason: 'Late.', reasonCode: 'tired' }, ['not-in-charter']],
    [{ decision: 'accept', reasonCode: 'too_late' }, ['not-a-decline']],
    [{ decision: 'accept', tests: [{ test: 'sworn', answer: 'unknown' }] }, []],
    [{ decision: 'accept', tests: [{ test: 'sworn', answer: 'no' }] }, ['test-failed']],
    [{ decision: 'accept', tests: [{ test: 'sworn', answer: 'no' }], override: true, reason: 'He was.' }, []],
    [{ decision: 'accept', tests: [{ test: 'sworn', answer: 'no' }], override: true }, ['reason-needed']],
    [{ decision: 'accept', override: true, reason: 'So.' }, ['nothing-to-override']],
    [{ decision: 'accept', tests: [{ test: 'tall', answer: 'yes' }] }, ['not-in-charter']],
  ] as const)('%j has the faults %j', (screening, codes) => {
    expect(screeningFaults(screening, genericCharter.screening).map((fault) => fault.code)).toEqual(codes);
  });
});
