import { describe, expect, it } from '@jest/globals';
import { type Permission, permissions } from './permissions.js';
import { askedScopes, scopeFor, scopeRefusal } from './scopes.js';

const ofDepartments = (Object.keys(permissions) as Permission[]).filter((name) =>
  permissions[name].some(({ to }) => to === 'department'),
);

describe('a scope', () => {
  it('is needed for each thing that departments may do, and for nothing else', () => {
    expect(ofDepartments.filter((name) => scopeFor(name) === null)).toEqual([]);
    const others = (Object.keys(permissions) as Permission[]).filter((name) => !ofDepartments.includes(name));
    expect(others.filter((name) => scopeFor(name) !== null)).toEqual([]);
  });

  it('is for submitting, for amending, or for reading what is one’s own', () => {
    const named = (scope: string) => ofDepartments.filter((name) => scopeFor(name) === scope).sort();
    expect(named('submit')).toEqual([
      'denominator.tell',
      'use-of-force.draft',
      'use-of-force.map',
      'use-of-force.submit',
      'use-of-force.transmit',
    ]);
    expect(named('amend')).toEqual(['use-of-force.amend']);
    expect(named('read').every((name) => name.startsWith('use-of-force.read-'))).toBe(true);
    expect(named('read').length + 6).toBe(ofDepartments.length);
  });

  it('is named to whom it is missing', () => {
    const said = (permission: Permission) => scopeRefusal(['read'], permission)?.message;
    expect(said('use-of-force.submit')).toBe('This needs a key or token with the scope submit.');
    expect(said('complaint.read')).toBe('This needs a key or token with the scope of nobody.');
  });

  it('opens what is its own alone', () => {
    expect(scopeRefusal(['read'], 'use-of-force.read-own')).toBeNull();
    expect(scopeRefusal(['read'], 'use-of-force.submit')?.code).toBe('scope-needed');
    expect(scopeRefusal(['submit'], 'use-of-force.amend')?.code).toBe('scope-needed');
    expect(scopeRefusal(['submit', 'read', 'amend'], 'complaint.read')?.code).toBe('scope-needed');
  });

  it.each([
    [undefined, ['read', 'amend']],
    ['', ['read', 'amend']],
    ['   ', ['read', 'amend']],
    [' read ', ['read']],
    ['read', ['read']],
    ['amend  read', ['read', 'amend']],
    ['submit', null],
    ['read submit', null],
    ['READ', null],
  ])('asked for as %j of read and amend: %j', (asked, granted) => {
    expect(askedScopes(asked, ['read', 'amend'])).toEqual(granted);
  });
});
