import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { epochTerms } from './epoch-terms.js';

describe('the terms of an epoch', () => {
  it('are the rules of the dataset, and every vocabulary that its release shows', () => {
    const { people, allegations, publication } = genericCharter;
    const terms = epochTerms('cases', genericCharter);
    expect(terms).toEqual({
      rules: expect.objectContaining({ k: publication.k }),
      people,
      disciplines: genericCharter.disciplines.map(({ code }) => code),
      forceTypes: genericCharter.useOfForce.forceTypes.map(({ code }) => code),
      allegations: allegations.map(({ code, group }) => ({ code, group })),
      allegationGroups: genericCharter.allegationGroups.map(({ code }) => code),
    });
    for (const codes of [terms.disciplines, terms.forceTypes, terms.allegationGroups])
      expect(codes.every((code) => typeof code === 'string' && code !== '')).toBe(true);
  });
});
