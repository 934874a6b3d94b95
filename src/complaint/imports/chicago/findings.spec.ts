import { describe, expect, it } from '@jest/globals';
import { chicagoCharter } from '../../../charter/index.js';
import { findingOf } from './findings.js';

describe('a finding', () => {
  it.each([
    ['NS', 'not_sustained'],
    ['NOT SUSTAINED', 'not_sustained'],
    ['Not Sustained', 'not_sustained'],
    ['SU', 'sustained'],
    ['EX', 'exonerated'],
    ['UN', 'unfounded'],
    ['NAF', 'no_affidavit'],
    ['NC', 'no_cooperation'],
    ['DIS', 'dis'],
    ['Within  Policy Officer Involved Shooting', 'within_policy'],
    ['', null],
    ['TOTALLY FINE', false],
  ])('in two cases, in codes and in words: %j is %j', (cell, finding) => {
    expect(findingOf(cell)).toBe(finding);
  });

  it('is one that the charter has', () => {
    const codes = ['SU', 'NS', 'EX', 'UN', 'NAF', 'NC', 'DIS'].map(findingOf);
    expect(chicagoCharter.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });
});
