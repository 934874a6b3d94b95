import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../presets/generic.js';
import { charterFaults } from './charter-faults.js';

describe('a discipline matrix', () => {
  it.each([
    ['of known words', { allegations: ['bias'], discipline: 'suspension', leastDays: 5, mostDays: 30 }, []],
    ['without limits', { allegations: ['bias', 'procedure'], discipline: 'reprimand' }, []],
    ['for nobody knows what', { allegations: ['noise'], discipline: 'reprimand' }, ['noise is no allegation']],
    ['with a flogging', { allegations: ['bias'], discipline: 'flogging' }, ['flogging is no discipline']],
    [
      'of days of reprimand',
      { allegations: ['bias'], discipline: 'reprimand', mostDays: 3 },
      ['reprimand takes no days'],
    ],
    [
      'from five to three days',
      { allegations: ['bias'], discipline: 'suspension', leastDays: 5, mostDays: 3 },
      ['no number of days fits it'],
    ],
    [
      'from two to one earlier findings',
      { allegations: ['bias'], discipline: 'reprimand', priors: { least: 2, most: 1 } },
      ['no number of earlier findings fits it'],
    ],
  ])('%s', (_what, row, faults) => {
    expect(charterFaults({ ...genericCharter, disciplineMatrix: [row] })).toEqual(
      faults.map((fault) => `disciplineMatrix.0: ${fault}`),
    );
  });
});
