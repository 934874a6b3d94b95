import { describe, expect, it } from '@jest/globals';
import { type Cadence, isDue } from './saved-search.js';

describe('a saved search is looked at', () => {
  it.each<[Cadence, string, string, boolean]>([
    ['none', '2024-01-01', '2026-01-01', false],
    ['each', '2026-03-08', '2026-03-08', true],
    ['daily', '2026-03-08', '2026-03-08', false],
    ['daily', '2026-03-08', '2026-03-09', true],
    ['daily', '2024-02-28', '2024-02-29', true],
    ['weekly', '2024-02-26', '2024-03-03', false],
    ['weekly', '2024-02-26', '2024-03-04', true],
    // Days of a summer time that begins between them are days all the same.
    ['weekly', '2026-03-02', '2026-03-09', true],
  ])('%s, last on %s, on %s: %s', (cadence, lookedOn, today, due) => {
    expect(isDue(cadence, lookedOn, today)).toBe(due);
  });
});
