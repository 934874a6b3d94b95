import { describe, expect, it } from '@jest/globals';
import { charterFaults } from '../rules/charter-faults.js';
import { lackingTerms } from '../rules/lacking-terms.js';
import { chicagoCharter } from './chicago.js';
import { genericCharter } from './generic.js';
import { charterPresets } from './index.js';
import { newJerseyCharter } from './new-jersey.js';

describe.each(Object.entries(charterPresets))('the terms of %s', (_name, charter) => {
  it('hold together', () => {
    expect(charterFaults(charter)).toEqual([]);
  });

  it('say of every source that is not in writing before us that it is unconfirmed', () => {
    expect(
      charter.sources.filter((source) => source.includes('from memory') && !source.includes('unconfirmed')),
    ).toEqual([]);
  });
});

it('have words that other terms lack, and each is named', () => {
  expect(lackingTerms(chicagoCharter, chicagoCharter)).toEqual([]);
  expect(lackingTerms(genericCharter, chicagoCharter)).toContain('allegations: 05A/2');
  expect(lackingTerms(genericCharter, newJerseyCharter)).toContain('useOfForce.forceTypes: neck_restraint');
});
