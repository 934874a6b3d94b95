import { describe, expect, it } from '@jest/globals';
import { genericCharter as charter } from '../../charter/index.js';
import { editedPerson, type PersonEdit, type PersonNoted } from './person-edit.js';
import { personEditFaults } from './person-faults.js';

const rosa: PersonNoted = { roles: ['complainant', 'victim'], name: 'Rosa Diaz', contact: '555', injured: true };

describe('an edit', () => {
  it.each<[string, PersonEdit, string[], Partial<PersonNoted>]>([
    [
      'changes what it says and leaves the rest',
      { name: 'Rosa Díaz' },
      ['name'],
      { contact: '555', roles: rosa.roles },
    ],
    [
      'takes away what is not to be noted',
      { remove: ['contact', 'injured'] },
      ['contact', 'injured'],
      { name: 'Rosa Diaz' },
    ],
    ['gives other roles', { roles: ['complainant', 'witness'] }, ['roles'], { roles: ['complainant', 'witness'] }],
    [
      'says nothing new with the same roles in another order',
      { roles: ['victim', 'complainant'], name: 'Rosa Diaz' },
      [],
      {},
    ],
    ['notes that nobody was hurt', { injured: false }, ['injured'], { injured: false }],
  ])('%s', (_rule, edit, changed, expected) => {
    const edited = editedPerson(rosa, edit);
    expect(edited.changed).toEqual(changed);
    expect(edited.person).toMatchObject(expected);
  });
});

it('tells nobody that a guess at a shielded name was right', () => {
  const guess = { name: 'Rosa Diaz', injured: true };
  expect([editedPerson(rosa, guess).changed, editedPerson(rosa, guess, true).changed]).toEqual([[], ['name']]);
});

describe('nobody is edited out of', () => {
  const judged = (former: PersonNoted, edit: PersonEdit, state: { anonymous: boolean; shielded: boolean }) =>
    personEditFaults(former, editedPerson(former, edit).person, { charter, ...state }).map(({ code }) => code);

  it.each<[string, PersonNoted, PersonEdit, { anonymous: boolean; shielded: boolean }, string[]]>([
    ['the shield', rosa, { roles: ['witness'] }, { anonymous: false, shielded: true }, ['stands-behind-shield']],
    ['it by a role that stands behind it too', rosa, { roles: ['guardian'] }, { anonymous: false, shielded: true }, []],
    ['the charter’s words', rosa, { roles: ['bystander'] }, { anonymous: false, shielded: false }, ['not-in-charter']],
    [
      'the receipt that they hold',
      { roles: ['complainant'] },
      { roles: ['witness'] },
      { anonymous: true, shielded: false },
      ['holds-the-receipt'],
    ],
    [
      'anonymity',
      { roles: ['complainant'] },
      { name: 'Rosa' },
      { anonymous: true, shielded: false },
      ['complainant-is-anonymous'],
    ],
    ['anything when nothing forbids it', rosa, { roles: ['witness'] }, { anonymous: false, shielded: false }, []],
  ])('%s', (_what, former, edit, state, codes) => {
    expect(judged(former, edit, state)).toEqual(codes);
  });
});
