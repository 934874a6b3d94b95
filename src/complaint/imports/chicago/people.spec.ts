import { describe, expect, it } from '@jest/globals';
import { wholeNumberIn } from '../../../platform/bulk/cells.js';
import { birthYearOf, genderOf, injuredOf, raceOf } from './people.js';

describe('a person', () => {
  it.each([
    ['NO VISIBLE INJURY, UNDER INFLUENCE', false],
    ['INJURED, REFUSED MEDICAL AID', true],
    ['DECEASED, UNDER INFLUENCE', true],
    ['UNKNOWN', null],
    ['', null],
  ])('whose condition is %j is injured: %j', (cell, injured) => {
    expect(injuredOf(cell)).toBe(injured);
  });

  it.each([
    ['1993.0', 1993],
    ['985.0', null],
    ['1196.0', null],
    ['', null],
  ])('born in %j is born in %j', (cell, year) => {
    expect(birthYearOf(wholeNumberIn(cell))).toBe(year);
  });

  it('has no race and no gender where the source tells none', () => {
    expect([raceOf(''), raceOf('S'), genderOf(' male '), genderOf('')]).toEqual([null, null, 'male', null]);
  });
});
