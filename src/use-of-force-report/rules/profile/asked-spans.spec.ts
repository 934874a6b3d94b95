import { describe, expect, it } from '@jest/globals';
import type { ElementDocument, ProfileDocument } from './profile-document.js';
import { ProfileShelf } from './profile-shelf.js';
import { askedSpans } from './asked-spans.js';

const EMPTY = { id: 'state', reportable: { criteria: [] }, rules: [], lists: {} };
const element = (at: string | string[], ask: ElementDocument['ask'] = 'required') => ({
  ...{ scope: 'subjects', states: [] },
  at,
  ask,
});
const version = (from: string, until: string | null, ...elements: object[]) =>
  ({ ...EMPTY, effective: { from, until }, elements }) as unknown as ProfileDocument;
const bound = { profile: 'state', authority: 'Test', departments: null, closedThrough: null };
const askedOf = (shelf: ProfileShelf, from: string, until: string | null) =>
  askedSpans(shelf, [{ ...bound, from, until }]).map((span) => [span.element, span.from, span.until]);

describe('what programmes ask for', () => {
  it('is cut where a version gives way to the next, and at the days that the charter binds', () => {
    const shelf = new ProfileShelf([
      version('2020-01-01', '2021-12-31', element('age')),
      version('2023-01-01', null, element('race')),
    ]);
    expect(askedOf(shelf, '2021-06-01', '2023-05-31')).toEqual([
      ['age', '2021-06-01', '2021-12-31'],
      ['race', '2023-01-01', '2023-05-31'],
    ]);
    expect(askedOf(shelf, '2024-01-01', null)).toEqual([['race', '2024-01-01', '9999-12-31']]);
  });

  it('holds what is asked under a condition and each of several that will do, and nothing that is optional', () => {
    const when = { at: 'kind', equals: 'person' };
    const shelf = new ProfileShelf([
      version('2020-01-01', null, element(['age', 'ageBand'], { when }), element('county', 'optional')),
    ]);
    expect(askedOf(shelf, '2020-01-01', null).map(([name]) => name)).toEqual(['age', 'ageBand']);
  });

  it('is of the version from latest on where two overlap, and of nothing where the profile is not known', () => {
    const shelf = new ProfileShelf([
      version('2020-01-01', null, element('age')),
      version('2022-01-01', null, element('race')),
    ]);
    expect(askedOf(shelf, '2021-01-01', '2022-01-02')).toEqual([
      ['age', '2021-01-01', '2021-12-31'],
      ['race', '2022-01-01', '2022-01-02'],
    ]);
    expect(askedSpans(new ProfileShelf([]), [{ ...bound, from: '2020-01-01', until: null }])).toEqual([]);
  });
});
