import { describe, expect, it } from '@jest/globals';
import { checkedProfile } from '../../src/use-of-force-report/records/check-profile.js';
import { profilesIn, shippedProfiles } from '../../src/use-of-force-report/records/shipped-profiles.js';
import { ProfileShelf } from '../../src/use-of-force-report/rules/profile/profile-shelf.js';
import { recordWith } from './profiles/profile-cases.js';

const { documents } = shippedProfiles();
const fbi = documents.find(({ id }) => id === 'fbi')!;
const SEVENTH = new URL('./profiles/seventh/', import.meta.url);

describe('a seventh programme', () => {
  const [seventh] = profilesIn(SEVENTH);

  it('is a file, and nothing else', () => {
    const shelf = new ProfileShelf([...documents, ...profilesIn(SEVENTH)]);
    const { report } = recordWith({ '/force/0/forceType': 'firearm_pointed', '/officers/0/badgeNumber': null });
    expect(shelf.inForce('cityville', '2025-12-31')).toBeNull();
    expect(shelf.inForce('cityville', '2026-03-14')!.judge(report)).toEqual({
      profile: 'cityville',
      version: '2026.1',
      title: 'Cityville: pointed firearms',
      status: 'incomplete',
      acceptable: false,
      criteria: ['pointed'],
      why: null,
      issues: [
        {
          path: '/force/0/officer',
          code: 'cityville.pointed-by-whom',
          level: 'error',
          label: 'Say who pointed it, by badge number.',
          message: 'Say who pointed it, by badge number.',
        },
      ],
    });
  });

  it.each([
    ['a member that there is not', { colour: 'blue' }, /colour/],
    ['a condition in words of its own', { among: { subjects: { at: 'kind', like: 'p%' } } }, /among/],
    ['a list that there is not', { elements: [{ ...seventh!.elements[0], list: 'dark' }] }, /there is no list dark/],
    [
      'a list by a name that every object answers to',
      { elements: [{ ...seventh!.elements[0], list: 'constructor' }] },
      /there is no list constructor/,
    ],
    ['a path that leads nowhere', { among: { officers: { at: 'nme', present: true } } }, /nme leads to no element/],
    ['a link that there is not', { among: { officers: { at: 'force/each/x', present: true } } }, /leads to no element/],
    ['a set that there is not', { among: { force: { at: 'weapon', in: { set: 'guns' } } } }, /there is no set guns/],
    ['two rules under one code', { rules: [seventh!.rules[0], seventh!.rules[0]] }, /pointed-by-whom is there twice/],
    [
      'a word that stands for two codes',
      {
        lists: {
          light: { confirmed: true, codes: [seventh!.lists['light']!.codes[0], { code: 'S', label: 'daylight' }] },
        },
      },
      /daylight stands for two codes/,
    ],
    [
      'a pattern that is more than a class of characters',
      { elements: [{ ...seventh!.elements[0], form: { characters: ')(a+)+', least: 1, most: 9 } }] },
      /form/,
    ],
    [
      'a class of characters that is none',
      { elements: [{ ...seventh!.elements[0], form: { characters: '9-0', least: 1, most: 9 } }] },
      /its form is none/,
    ],
    [
      'a function that there is not',
      { rules: [{ ...seventh!.rules[0], must: { function: 'eval', from: 'count', to: '@today', most: 1 } }] },
      /there is no function eval/,
    ],
  ])('is refused with %s', (_, change, message) => {
    expect(() => checkedProfile({ ...seventh!, ...change })).toThrow(message);
  });
});

describe('a profile of two versions', () => {
  const later = { ...fbi, version: '2027.1', effective: { from: '2027-01-01', until: null } };
  const shelf = new ProfileShelf([fbi, later]);

  it.each([
    ['2018-12-31', null],
    ['2026-12-31', '2019.1'],
    ['2027-01-01', '2027.1'],
  ])('on %s is in force as %p', (day, version) => {
    expect(shelf.inForce('fbi', day)?.document.version ?? null).toBe(version);
  });
});
