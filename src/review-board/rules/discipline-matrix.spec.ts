import { describe, expect, it } from '@jest/globals';
import { outsideMatrix } from './discipline-matrix.js';

const disciplineMatrix = [
  { allegations: ['force'], discipline: 'suspension', leastDays: 5, mostDays: 30 },
  { allegations: ['force', 'bias'], discipline: 'separation' },
  { allegations: ['bias'], discipline: 'suspension', leastDays: 30 },
];

describe('discipline by the matrix', () => {
  it.each([
    ['force', 'suspension', 5, true],
    ['force', 'suspension', 30, true],
    ['force', 'suspension', 31, false],
    ['force', 'suspension', 4, false],
    ['force', 'separation', null, true],
    ['force', 'reprimand', null, false],
    ['bias', 'suspension', 400, true],
    ['bias', 'suspension', 29, false],
    ['discourtesy', 'reprimand', null, true],
  ] as const)('for %s: %s of %s days: %s', (category, kind, days, within) => {
    expect(outsideMatrix({ kind, days }, category, { disciplineMatrix }) === null).toBe(within);
  });

  it('tells what the matrix has, and asks for nothing where there is none', () => {
    expect(outsideMatrix({ kind: 'reprimand', days: null }, 'force', { disciplineMatrix })).toMatchObject({
      code: 'outside-matrix',
      message: expect.stringContaining('force with suspension (from 5 to 30 days), separation'),
    });
    expect(outsideMatrix({ kind: 'reprimand', days: null }, 'force', { disciplineMatrix: [] })).toBeNull();
  });
});
