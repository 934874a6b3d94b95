import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { datasetRules } from './dataset-rules.js';
import { publicationFaults } from './publication-faults.js';
import type { DatasetTerms, OfficerTerms, PrivacyDemand, PublicationTerms } from './publication-terms.js';

const faultsOf = (terms: DatasetTerms, place: Partial<PublicationTerms> = {}): string[] =>
  publicationFaults({ k: 11, suppressionLimit: 0.1, ...place, datasets: { cases: terms } }, ['taser']);

const closeness: PrivacyDemand = { type: 't-closeness', attribute: 'race', t: 0.3, distance: 'equal' };
const diversity: PrivacyDemand = { type: 'distinct-l', attribute: 'finding', l: 2 };
const exception = { identity: 'named', authority: 'Penal Code 832.7' } as const;

describe('rules of publication', () => {
  it('hold together when they ask for what can be kept', () => {
    const officers: OfficerTerms = { identity: 'absent', exceptions: [{ ...exception, outcomes: ['sustained'] }] };
    const terms = {
      k: 20,
      models: [closeness, diversity],
      asItIs: ['race'],
      weights: { place: 4 },
      officers,
      epoch: 'year' as const,
    };
    expect(faultsOf(terms)).toEqual([]);
  });

  it.each<[string, DatasetTerms, RegExp]>([
    ['a dataset’s k below five', { k: 4 }, /cases\.k must be at least 5/],
    ['half a person', { k: 11.5 }, /k must be at least 5/],
    ['more suppressed than there is', { suppressionLimit: 2 }, /suppressionLimit must lie in 0 … 1/],
    ['diversity of one', { models: [{ ...diversity, l: 1 }] }, /the 1\. \(distinct-l\) needs a whole l/],
    ['a distance of one, which forbids nothing', { models: [{ ...closeness, t: 1 }] }, /needs t from 0/],
    ['race as it is, and nothing demanded of it', { asItIs: ['race'] }, /no model names race/],
    [
      'race as it is, with diversity alone, which lets a group stand out',
      { asItIs: ['race'], models: [{ type: 'distinct-l', attribute: 'race', l: 2 }] },
      /race needs t-closeness or beta-likeness/,
    ],
    [
      'an epoch over which nobody can keep the demand',
      { epoch: 'year', models: [{ type: 'entropy-l', attribute: 'finding', l: 2, estimator: 'shannon' }] },
      /epoch: entropy-l cannot be kept from release to release/,
    ],
    ['a column twice', { asItIs: ['race', 'race'], models: [closeness] }, /race stands twice/],
    ['a negative weight', { weights: { place: -1 } }, /weights: that of place must be 0 or more/],
    [
      'an exception that asks for nothing',
      { officers: { identity: 'absent', exceptions: [exception] } },
      /asks for nothing/,
    ],
    [
      'a force that the charter does not know',
      { officers: { identity: 'absent', exceptions: [{ ...exception, forceTypes: ['ray'] }] } },
      /names ray, no type of force here/,
    ],
    [
      'a day that is none',
      { officers: { identity: 'absent', exceptions: [{ ...exception, from: '2024-02-30' }] } },
      /date that is no day/,
    ],
    [
      'an end before the beginning',
      { officers: { identity: 'absent', exceptions: [{ ...exception, from: '2024-02-02', until: '2024-02-01' }] } },
      /ends before it begins/,
    ],
  ])('are refused with %s', (_, terms, fault) => {
    expect(faultsOf(terms)).toEqual([expect.stringMatching(fault)]);
  });

  it.each([0, 13, 6.5])('are refused with a year that begins in month %p', (fiscalYearStartMonth) => {
    expect(faultsOf({}, { fiscalYearStartMonth })).toEqual([expect.stringMatching(/must be a month, 1 … 12/)]);
    expect(faultsOf({}, { fiscalYearStartMonth: 10 })).toEqual([]);
  });

  it('of the examples hold together', () => {
    for (const example of ['rules', 'epochs']) {
      const text = readFileSync(`docs/examples/publication-${example}.json`, 'utf8');
      expect(publicationFaults(JSON.parse(text) as PublicationTerms, [])).toEqual([]);
    }
  });

  it('of a charter that says nothing of datasets are what was always done', () => {
    expect(datasetRules({ k: 7, suppressionLimit: 0.2 }, 'cases')).toEqual({
      ...{ k: 7, suppressionLimit: 0.2, models: [], asItIs: [], weights: {}, epoch: 'none' },
      officers: { identity: 'release-pseudonym', exceptions: [] },
    });
  });

  it('of a dataset stand before the place’s', () => {
    const datasets = { cases: { k: 20 } };
    expect(datasetRules({ k: 7, suppressionLimit: 0.2, datasets }, 'cases')).toMatchObject({
      k: 20,
      suppressionLimit: 0.2,
    });
    expect(datasetRules({ k: 7, suppressionLimit: 0.2, datasets }, 'others').k).toBe(7);
  });
});
