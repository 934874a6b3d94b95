import { describe, expect, it } from '@jest/globals';
import { anonymize, bands, dates, groups, table, type Problem } from './index.js';

const codes = (...values: number[]): Int32Array => Int32Array.from(values);
const flat = (name: string, words: readonly string[]) => groups(name, words, []);

/** Six complaints; race is all that is published of the complainant. */
const complaints = (over: Partial<Problem> = {}): Problem => ({
  rows: 6,
  quasiIdentifiers: [{ name: 'race', codes: codes(0, 0, 0, 1, 1, 1), hierarchy: flat('race', ['black', 'white']) }],
  k: 3,
  suppressionLimit: 0,
  ...over,
});

describe('k counts people', () => {
  it('publishes race when each race has three complainants', () => {
    expect(anonymize(complaints())).toMatchObject({
      transformation: [0],
      smallestClass: 3,
      classes: 2,
      optimal: true,
      loss: 0,
    });
  });

  it('hides race when one person filed two of the three complaints', () => {
    const found = anonymize(complaints({ subject: codes(7, 7, 8, 1, 2, 3) }));
    expect(found).toMatchObject({ transformation: [1], smallestClass: 5, classes: 1 });
  });

  it('counts a person once in a class however many units stand there, and again in another class', () => {
    const found = anonymize(complaints({ k: 2, subject: codes(7, 7, 8, 7, 8, 9) }));
    expect(found).toMatchObject({ transformation: [0], smallestClass: 2, classes: 2 });
  });
});

describe('rows that share a published key', () => {
  const accused = (suppressionLimit: number): Problem => ({
    rows: 8,
    unit: codes(0, 0, 1, 1, 2, 2, 3, 4),
    quasiIdentifiers: [
      { name: 'officer race', codes: codes(0, 1, 1, 0, 0, 0, 1, 1), hierarchy: flat('race', ['black', 'white']) },
    ],
    k: 2,
    suppressionLimit,
  });

  it('are joined before counting: {black, black} is one complaint alone, though each row hides among others', () => {
    expect(anonymize(accused(0)).transformation).toEqual([1]);
  });

  it('are removed together or not at all', () => {
    const found = anonymize(accused(0.2));
    expect([...found.keep]).toEqual([1, 1, 0, 1, 1]);
    expect(found).toMatchObject({ transformation: [0], suppressedUnits: 1, suppressedRows: 2, smallestClass: 2 });
  });

  it('tell the number of rows apart even when every value is generalized to *', () => {
    expect(() => anonymize({ ...accused(0), unit: codes(0, 0, 0, 1, 1, 2, 2, 2), k: 3 })).toThrow('coarsest');
  });
});

describe('what the caller may demand', () => {
  const days = ['2018-03-01', '2018-03-02', '2018-04-01', '2019-01-01'];
  const dated = (over: object): Problem =>
    complaints({
      rows: 4,
      k: 1,
      quasiIdentifiers: [
        { name: 'day', codes: codes(0, 1, 2, 3), hierarchy: dates('day', days, ['month', 'year']), ...over },
      ],
    });

  it('a floor under a column: nothing finer than the month is published, even when it would be safe', () => {
    expect(anonymize(dated({ minLevel: 1 })).transformation).toEqual([1]);
  });

  it('a column frozen for an epoch', () => {
    expect(anonymize(dated({ minLevel: 2, maxLevel: 2 }))).toMatchObject({ transformation: [2], latticeSize: 1 });
  });

  it('an answer when the time is up: the coarsest, with its gap', () => {
    const found = anonymize({ ...dated({}), budgetMs: -1 });
    expect(found).toMatchObject({ transformation: [3], optimal: false, lowerBound: 0, gap: 1 });
  });

  it('an empty table is published at no loss', () => {
    expect(
      anonymize(
        complaints({ rows: 0, quasiIdentifiers: [{ name: 'race', codes: codes(), hierarchy: flat('race', []) }] }),
      ),
    ).toMatchObject({
      transformation: [0],
      classes: 0,
      smallestClass: 0,
    });
  });
});

describe('refusals', () => {
  const age = bands('age', ['30', '31'], [5]);
  it.each<[string, string, Partial<Problem>]>([
    ['k of 0', 'problem-malformed', { k: 0 }],
    ['a suppression limit of 5 instead of 0.05', 'problem-malformed', { suppressionLimit: 5 }],
    ['no quasi-identifier', 'problem-malformed', { quasiIdentifiers: [] }],
    [
      'a code that the hierarchy does not know',
      'problem-malformed',
      { quasiIdentifiers: [{ name: 'age', codes: codes(0, 1, 2, 0, 0, 0), hierarchy: age }] },
    ],
    [
      'a code missing for a row',
      'problem-malformed',
      { quasiIdentifiers: [{ name: 'age', codes: codes(0), hierarchy: age }] },
    ],
    ['a unit without rows', 'problem-malformed', { unit: codes(0, 0, 2, 2, 2, 2) }],
    ['a subject missing for a unit', 'problem-malformed', { subject: codes(0) }],
    [
      'a level that does not exist',
      'problem-malformed',
      { quasiIdentifiers: [{ name: 'age', codes: codes(0, 0, 0, 0, 0, 0), hierarchy: age, maxLevel: 3 }] },
    ],
    [
      'a value per unit that differs within one',
      'unit-value-varies',
      {
        unit: codes(0, 0, 1, 1, 1, 1),
        quasiIdentifiers: [{ name: 'age', codes: codes(0, 1, 0, 0, 0, 0), hierarchy: age, scope: 'unit' }],
      },
    ],
    ['fewer people than k', 'infeasible', { k: 7 }],
    ['a sensitive value missing for a row', 'problem-malformed', { sensitive: [{ name: 'finding', codes: codes(1) }] }],
    [
      'an order that misses a value',
      'problem-malformed',
      { sensitive: [{ name: 'finding', codes: codes(0, 1, 2, 0, 1, 2), order: codes(0, 1) }] },
    ],
    [
      'a model of an attribute that is not there',
      'problem-malformed',
      { models: [{ type: 'distinct-l', attribute: 'finding', l: 2 }] },
    ],
    [
      'a hierarchical distance without a hierarchy',
      'problem-malformed',
      {
        sensitive: [{ name: 'finding', codes: codes(0, 1, 2, 0, 1, 2) }],
        models: [{ type: 't-closeness', attribute: 'finding', t: 0.2, distance: 'hierarchical' }],
      },
    ],
    ['a risk that is not a number', 'problem-malformed', { models: [{ type: 'average-risk', threshold: NaN }] }],
    ['a weight too few', 'problem-malformed', { metric: { name: 'loss', weights: [] } }],
    ['a factor of 50 instead of 0.5', 'problem-malformed', { metric: { name: 'loss', gsFactor: 50 } }],
    [
      'a lattice beyond counting',
      'lattice-too-large',
      {
        quasiIdentifiers: Array.from({ length: 25 }, (_, j) => ({
          name: `q${j}`,
          codes: codes(0, 0, 0, 0, 0, 0),
          hierarchy: age,
        })),
      },
    ],
  ])('%s', (_, code, over) => {
    expect(() => anonymize(complaints(over))).toThrow(expect.objectContaining({ code }));
  });

  it('a hierarchy that is not nested, by the words that clash', () => {
    const crooked = () =>
      table('age', [
        ['15', '15-19', '0-19', '*'],
        ['16', '15-19', '10-29', '*'],
      ]);
    expect(crooked).toThrow(expect.objectContaining({ code: 'hierarchy-not-nested' }));
    expect(crooked).toThrow('"15-19" of level 1 belongs at level 2 to both "0-19" and "10-29"');
  });
});
