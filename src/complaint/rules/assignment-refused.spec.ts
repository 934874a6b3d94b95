import { describe, expect, it } from '@jest/globals';
import type { StaffRole } from '../../shared/actor.js';
import { assignmentRefused } from './assignment-refused.js';

const person = (recused: boolean, ...roles: StaffRole[]) => ({ roles, recused });

describe('a case', () => {
  it.each([
    ['an investigator', person(false, 'investigator'), undefined],
    ['a supervisor', person(false, 'clerk', 'supervisor'), undefined],
    ['a clerk', person(false, 'clerk', 'director'), 'not-an-investigator'],
    ['an investigator who is recused', person(true, 'investigator'), 'recused'],
    ['nobody', null, 'no-such-person'],
  ])('is assigned to %s with the answer %#', (_whom, whom, code) => {
    expect(assignmentRefused(whom)?.code).toBe(code);
  });
});
