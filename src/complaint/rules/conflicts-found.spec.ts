import { describe, expect, it } from '@jest/globals';
import { conflictsFound, type ConflictSigns } from './conflicts-found.js';

const none: ConflictSigns = {
  undecided: [],
  cleared: false,
  formerDepartment: false,
  partInLinked: false,
  declaredInLinked: false,
};

describe('what stands against an assignment', () => {
  it.each<[string, Partial<ConflictSigns>, string[], string[]]>([
    ['nothing, when nothing was found', {}, [], []],
    ['an undecided declaration', { undecided: ['acquainted'] }, ['declared'], []],
    ['an undecided one beside a cleared one', { undecided: ['financial'], cleared: true }, ['declared'], []],
    [
      'nothing but a warning, of a former employer that the charter does not bar',
      { formerDepartment: true },
      [],
      ['former_department'],
    ],
    ['part in a linked case that the charter bars', { partInLinked: true }, ['part_in_linked_case'], []],
    ['nothing but a warning, once cleared', { partInLinked: true, cleared: true }, [], ['part_in_linked_case']],
    ['a declaration in a linked case', { declaredInLinked: true }, ['declared_in_linked_case'], []],
  ])('is %s', (_, signs, refusing, warnings) => {
    expect(conflictsFound({ ...none, ...signs }, ['linked_case'])).toEqual({ refusing, warnings });
  });

  it('is a former employer where the charter bars it', () => {
    expect(conflictsFound({ ...none, formerDepartment: true }, ['former_employer']).refusing).toEqual([
      'former_department',
    ]);
  });
});
