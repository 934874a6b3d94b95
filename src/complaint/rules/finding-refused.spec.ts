import { describe, expect, it } from '@jest/globals';
import { findingRefused } from './finding-refused.js';

describe('a finding of the staff', () => {
  it.each([
    ['department', { assigned: true, supervisor: false }, false],
    ['department', { assigned: false, supervisor: true }, false],
    ['department', { assigned: false, supervisor: false }, true],
    ['investigator', { assigned: true, supervisor: false }, false],
    ['investigator', { assigned: true, supervisor: true }, false],
    ['investigator', { assigned: false, supervisor: true }, true],
    ['supervisor', { assigned: false, supervisor: true }, false],
    ['supervisor', { assigned: true, supervisor: false }, true],
  ] as const)('at the stage %s by %j is refused: %s', (stage, person, refused) => {
    expect(findingRefused(stage, person) !== null).toBe(refused);
  });
});
