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
    expect(outsideMatrix({ kind, days }, { category, earlier: [] }, { disciplineMatrix }) === null).toBe(within);
  });

  it('tells what the matrix has, and asks for nothing where there is none', () => {
    expect(
      outsideMatrix({ kind: 'reprimand', days: null }, { category: 'force', earlier: [] }, { disciplineMatrix }),
    ).toMatchObject({
      code: 'outside-matrix',
      message: expect.stringContaining('force, with what came before, with suspension (from 5 to 30 days), separation'),
    });
    expect(
      outsideMatrix({ kind: 'reprimand', days: null }, { category: 'force', earlier: [] }, { disciplineMatrix: [] }),
    ).toBeNull();
  });

  it.each([
    ['the first time', [], 'training'],
    ['the second time', [{ category: 'force', yearsAgo: 4 }], 'suspension'],
    ['the second time, the first long ago', [{ category: 'force', yearsAgo: 5 }], 'training'],
    ['the first of its class', [{ category: 'bias', yearsAgo: 0 }], 'training'],
    ['the third time', Array(2).fill({ category: 'force', yearsAgo: 1 }), 'separation'],
  ])('goes by what came before: %s', (_time, earlier, answer) => {
    const withinYears = 5;
    const rows = [
      { allegations: ['force'], discipline: 'training', priors: { least: 0, most: 0, withinYears } },
      { allegations: ['force'], discipline: 'suspension', priors: { least: 1, most: 1, withinYears } },
      { allegations: ['force'], discipline: 'separation', priors: { least: 2, withinYears } },
    ];
    const within = ['training', 'suspension', 'separation'].filter(
      (kind) => !outsideMatrix({ kind, days: null }, { category: 'force', earlier }, { disciplineMatrix: rows }),
    );
    expect(within).toEqual([answer]);
  });
});
