import { describe, expect, it } from '@jest/globals';
import { disposeAfter } from './dispose-after.js';

describe('the last day that a case is kept', () => {
  it.each([
    ['2024-05-06', 5, '2029-05-06'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 5, '2029-02-28'],
    ['2024-12-31', 15, '2039-12-31'],
    ['2024-12-31', null, null],
  ])('of one closed on %s and kept for %s years is %s', (closedOn, years, last) => {
    expect(disposeAfter(closedOn, years)).toBe(last);
  });
});
