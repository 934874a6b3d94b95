import { describe, expect, it } from '@jest/globals';
import { genericCharter as charter } from '../../charter/index.js';
import { personFaults } from './person-faults.js';

describe('a person in a case', () => {
  it.each([
    ['may be a named witness of an anonymous complaint', { roles: ['witness'], name: 'Ana' }, true, []],
    [
      'is not its named complainant',
      { roles: ['witness', 'complainant'], contact: '555' },
      true,
      ['complainant-is-anonymous'],
    ],
    ['may be its complainant without a name', { roles: ['complainant'], race: 'asian' }, true, []],
    ['may be the named complainant of another', { roles: ['complainant'], name: 'Rosa' }, false, []],
    [
      'is described in the words of the charter',
      { roles: ['victim'], race: 'x', gender: 'y' },
      false,
      ['not-in-charter', 'not-in-charter'],
    ],
  ] as const)('%s', (_rule, person, anonymous, codes) => {
    expect(personFaults(person, { charter, anonymous }).map((fault) => fault.code)).toEqual(codes);
  });
});
