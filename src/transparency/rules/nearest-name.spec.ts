import { describe, expect, it } from '@jest/globals';
import { nearestName } from './nearest-name.js';

const columns = ['complaint', 'officer', 'complainant_race', 'complainant_age', 'allegation', 'finding', 'limit'];

describe('the column that was probably meant', () => {
  it.each([
    ['finding', 'finding'],
    ['Findings', 'finding'],
    ['alegation', 'allegation'],
    ['race', 'complainant_race'],
    ['officer_id', 'officer'],
    ['limt', 'limit'],
    ['weather', null],
    ['x'.repeat(5_000), null],
  ])('%.20s', (typed, meant) => {
    expect(nearestName(typed, columns)).toBe(meant);
  });

  it.each([
    ['fonding', ['finding', 'fanding'], 'finding'],
    ['rac', columns, 'complainant_race'],
    ['ra', columns, null],
    ['rase', columns, null],
    ['abcdewxyz', ['abcde'], null],
    ['abcdefwxyz', ['abcdefg'], null],
    ['x'.repeat(100), ['x'.repeat(100)], 'x'.repeat(100)],
    ['x'.repeat(101), ['x'.repeat(101)], null],
  ])('%.20s of %.40j', (typed, names, meant) => {
    expect(nearestName(typed, names)).toBe(meant);
  });
});
