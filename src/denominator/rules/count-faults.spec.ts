import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { countFaults } from './count-faults.js';
import type { Grouping } from './denominator-statement.js';

const codes = (grouping: Grouping, counts: object): string[] =>
  countFaults(grouping, counts, genericCharter).map(({ code, path }) => `${code} ${path}`);

describe('the counts of a statement', () => {
  it.each<[Grouping, object]>([
    ['all', { all: 0 }],
    ['race', { black: 12, white: 7, unknown: 1 }],
    ['gender', { female: 2_000_000_000 }],
    ['age', { '0-17': 5, '18-24': 6, '25+': 1, unknown: 2 }],
    ['age', { '65+': 1 }],
  ])('by %s stand when they are right: %j', (grouping, counts) => {
    expect(codes(grouping, counts)).toEqual([]);
  });

  it.each<[Grouping, object, string[]]>([
    ['all', {}, ['no-counts /counts']],
    ['all', { black: 1 }, ['unknown-group /counts/black']],
    ['race', { Black: 1 }, ['unknown-group /counts/Black']],
    ['race', { 'a/b~c': 1 }, ['unknown-group /counts/a~1b~0c']],
    ['race', { black: -1 }, ['not-a-count /counts/black']],
    ['race', { black: 1.5, white: '3' }, ['not-a-count /counts/black', 'not-a-count /counts/white']],
    ['race', { black: 2_000_000_001 }, ['not-a-count /counts/black']],
    ['age', { young: 1 }, ['not-an-age-band /counts/young']],
    ['age', { '24-18': 1 }, ['not-an-age-band /counts/24-18']],
    ['age', { '18-24': 1, '24-30': 1 }, ['bands-overlap /counts/24-30']],
    ['age', { '60+': 1, '65-70': 1 }, ['bands-overlap /counts/65-70']],
    ['race', Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`g${at}`, 1])), ['too-many-groups /counts']],
  ])('by %s are refused where they are wrong: %j', (grouping, counts, expected) => {
    expect(codes(grouping, counts)).toEqual(expected);
  });
});
