import { describe, expect, it } from '@jest/globals';
import { editionRefusal } from './edition-refusal.js';

const base = {
  ...{ asked: { contentSha256: 'a', correction: null }, made: 'a', standing: null },
  ...{ lastMonth: '2025-12', today: '2026-01-01' },
};
const standing = { edition: 1, contentSha256: 'b' };
const corrected = { contentSha256: 'a', correction: 'The release was put right.' };

describe('an edition of a report', () => {
  it.each([
    ['comes out once its period is over', {}, null],
    ['waits for the last day of it', { today: '2025-12-31' }, 'period-not-over'],
    ['is the one that was read', { made: 'c' }, 'report-moved-on'],
    ['corrects nothing when it is the first', { asked: corrected }, 'correction-unasked'],
    ['says why it follows another', { standing }, 'correction-missing'],
    [
      'says something else than the one before',
      { standing: { edition: 1, contentSha256: 'a' }, asked: corrected },
      'report-unchanged',
    ],
    ['follows with its reason', { standing, asked: corrected }, null],
  ])('%s', (_, over, code) => {
    expect(editionRefusal({ ...base, ...over })?.code ?? null).toBe(code);
  });
});
