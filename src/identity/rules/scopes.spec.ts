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

  it('opens what is its own alone', () => {
    expect(scopeRefusal(['read'], 'use-of-force.read-own')).toBeNull();
    expect(scopeRefusal(['read'], 'use-of-force.submit')?.code).toBe('scope-needed');
    expect(scopeRefusal(['submit'], 'use-of-force.amend')?.code).toBe('scope-needed');
    expect(scopeRefusal(['submit', 'read', 'amend'], 'complaint.read')?.code).toBe('scope-needed');
  });

  it.each([
    [undefined, ['read', 'amend']],
    ['', ['read', 'amend']],
    ['read', ['read']],
    ['amend  read', ['read', 'amend']],
    ['submit', null],
    ['read submit', null],
    ['READ', null],
  ])('asked for as %j of read and amend: %j', (asked, granted) => {
    expect(askedScopes(asked, ['read', 'amend'])).toEqual(granted);
  });
});
