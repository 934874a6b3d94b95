import { describe, expect, it } from '@jest/globals';
import { checkProblem } from './check-problem.js';
import { bands, groups, type Problem } from './index.js';

const codes = (...values: number[]): Int32Array => Int32Array.from(values);
const age = bands('age', ['30', '31'], [5]);
const column = { name: 'age', codes: codes(0, 1, 0, 1), hierarchy: age };
const problem: Problem = { rows: 4, k: 1, suppressionLimit: 0, quasiIdentifiers: [column] };
const finding = { name: 'finding', codes: codes(0, 1, -1, 1) };
const endless = { levels: [{ codes: codes(0, 1), labels: ['a', 'b'] }] };
const full = 2 ** 31 - 1;

const said = (over: Partial<Problem>): string => {
  try {
    checkProblem({ ...problem, ...over });
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a problem', () => {
  it.each<Partial<Problem>>([
    {},
    { suppressionLimit: 1 },
    { unit: codes(1, 0, 0, 1), subject: codes(5, 5) },
    { unit: codes(0, 1, 0, 1), quasiIdentifiers: [{ ...column, scope: 'unit' }] },
    { unit: codes(0, 0, 1, 1), quasiIdentifiers: [{ ...column, scope: 'row' }] },
    { quasiIdentifiers: [{ ...column, scope: 'unit' }] },
    { quasiIdentifiers: [{ ...column, minLevel: 2, maxLevel: 2 }] },
    { quasiIdentifiers: [{ ...column, minLevel: 0, maxLevel: 0 }] },
    { copies: codes(1, 1, 1, 1) },
    { copies: codes(full - 3, 1, 1, 1) },
    { unit: codes(0, 0, 1, 1), copies: codes(1, 2) },
    { unit: codes(0, 0, 1, 1), copies: codes(1_073_741_821, 2) },
    { sensitive: [finding] },
    { sensitive: [{ ...finding, hierarchy: age }] },
    { sensitive: [{ ...finding, codes: codes(7, 99, 0, 1) }] },
    { sensitive: [{ ...finding, order: codes(1, 0) }] },
    { sensitive: [{ ...finding, overall: Float64Array.of(0.5, 0.5) }] },
    { sensitive: [{ ...finding, codes: codes(1, 1, -1, 1), overall: Float64Array.of(0, 1) }] },
    { metric: { name: 'loss' } },
    { metric: { name: 'loss', gsFactor: 0, weights: [0] } },
    { metric: { name: 'loss', gsFactor: 1, weights: [3] } },
  ])('is taken: %j', (over) => {
    expect(said(over)).toBe('taken');
  });

  it.each<[string, Partial<Problem>]>([
    ['k must be a whole number of at least 1', { k: 0 }],
    ['k must be a whole number of at least 1', { k: 1.5 }],
    ['the suppression limit is a share, 0 to 1', { suppressionLimit: -0.1 }],
    ['the suppression limit is a share, 0 to 1', { suppressionLimit: 1.1 }],
    ['there is no quasi-identifier', { quasiIdentifiers: [] }],
    ['unit must be given for every row', { unit: codes(0, 1, 2) }],
    ['unit must be given for every row', { unit: codes(0, 0, 1, 2, 3) }],
    ['a unit is negative', { unit: codes(0, -1, 1, 1) }],
    ['units are not numbered without gaps', { unit: codes(0, 0, 2, 2) }],
    ['subject must be given for every unit', { subject: codes(1, 2, 3) }],
    ['subject must be given for every unit', { unit: codes(0, 0, 1, 1), subject: codes(1, 2, 3, 4) }],
    [
      'copies are distinct subjects: give either copies or subject',
      { copies: codes(1, 1, 1, 1), subject: codes(1, 2, 3, 4) },
    ],
    ['copies must be given for every unit', { copies: codes(1, 1) }],
    ['a unit stands for at least one', { copies: codes(1, 1, 0, 1) }],
    [`with their copies there are more than ${full} rows`, { copies: codes(full - 2, 1, 1, 1) }],
    [`with their copies there are more than ${full} rows`, { unit: codes(0, 0, 0, 1), copies: codes(715_827_883, 1) }],
    ['hierarchy "age" does not end in one group', { quasiIdentifiers: [{ ...column, hierarchy: endless }] }],
    ['"age" has no level from -1 to 2', { quasiIdentifiers: [{ ...column, minLevel: -1 }] }],
    ['"age" has no level from 2 to 1', { quasiIdentifiers: [{ ...column, minLevel: 2, maxLevel: 1 }] }],
    ['"age" has no level from 0 to 3', { quasiIdentifiers: [{ ...column, maxLevel: 3 }] }],
    ['"age" must have a code for every row', { quasiIdentifiers: [{ ...column, codes: codes(0) }] }],
    [
      '"age" has a code that its hierarchy does not know',
      { quasiIdentifiers: [{ ...column, codes: codes(0, 1, 2, 0) }] },
    ],
    [
      '"age" has a code that its hierarchy does not know',
      { quasiIdentifiers: [{ ...column, codes: codes(0, 1, -1, 0) }] },
    ],
    [
      '"age" is declared per unit but differs within unit 1',
      { unit: codes(0, 1, 0, 1), quasiIdentifiers: [{ ...column, codes: codes(0, 1, 0, 0), scope: 'unit' }] },
    ],
    ['"finding" must have a code for every row', { sensitive: [{ ...finding, codes: codes(1) }] }],
    ['hierarchy "finding" does not end in one group', { sensitive: [{ ...finding, hierarchy: endless }] }],
    [
      '"finding" has a code that its hierarchy does not know',
      { sensitive: [{ ...finding, codes: codes(2, 0, 0, 0), hierarchy: age }] },
    ],
    [
      '"finding" has a code that its hierarchy does not know',
      { sensitive: [{ ...finding, codes: codes(-2, 0, 0, 0) }] },
    ],
    ['the order of "finding" misses a code', { sensitive: [{ ...finding, order: codes(1) }] }],
    [
      'the overall distribution of "finding" misses a code',
      { sensitive: [{ ...finding, overall: Float64Array.of(0, 1) }] },
    ],
    [
      'the overall distribution of "finding" misses a code',
      { sensitive: [{ ...finding, overall: Float64Array.of(1) }] },
    ],
    ['the factor between suppression and generalization is 0 to 1', { metric: { name: 'loss', gsFactor: -0.1 } }],
    ['the factor between suppression and generalization is 0 to 1', { metric: { name: 'loss', gsFactor: 1.1 } }],
    ['there must be a weight for every quasi-identifier', { metric: { name: 'loss', weights: [1, 1] } }],
    ['a weight is 0 or more', { metric: { name: 'loss', weights: [-1] } }],
    ['a weight is 0 or more', { metric: { name: 'loss', weights: [Infinity] } }],
  ])('is refused: %s: %j', (message, over) => {
    expect(said(over)).toBe(message);
  });

  it('of which one of two weights is negative is refused', () => {
    const quasiIdentifiers = [column, { ...column, name: 'other', hierarchy: groups('other', ['a', 'b'], []) }];
    expect(said({ quasiIdentifiers, metric: { name: 'loss', weights: [1, -1] } })).toBe('a weight is 0 or more');
  });
});
