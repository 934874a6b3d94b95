import { describe, expect, it } from '@jest/globals';
import { demandProblems } from './demand-problems.js';

const columns = [
  { name: 'key', role: 'key' },
  { name: 'finding', role: 'sensitive' },
];
const attribute = 'finding';
const overall = { a: 0.5, b: 0.5 };
const close = { type: 't-closeness', attribute, t: 0.2, distance: 'equal', overall };
const like = { type: 'beta-likeness', attribute, beta: 1, variant: 'basic', overall };
const ordered = { ...close, distance: 'ordered', order: ['a', 'b'] };
const nested = (...hierarchy: unknown[]) => ({ ...close, distance: 'hierarchical', hierarchy });
const problems = (demands: unknown): string[] => [...demandProblems(demands, columns)];
const noOrder = 'demand 1 has no order of all its values';
const noHierarchy = 'demand 1 has no nested hierarchy of all its values';

describe('a manifest’s list of demands', () => {
  it('may be missing, and is a list otherwise', () => {
    expect(problems(undefined)).toEqual([]);
    expect(problems([])).toEqual([]);
    for (const other of [null, {}, 'none']) expect(problems(other)).toEqual(['demands is not a list']);
  });

  it.each<object>([
    { type: 'distinct-l', attribute, l: 0 },
    { type: 'entropy-l', attribute, l: 2, estimator: 'shannon' },
    { type: 'entropy-l', attribute, l: 2, estimator: 'grassberger' },
    { type: 'entropy-l', attribute, l: 2, estimator: 'grassberger-arx' },
    { type: 'recursive-cl', attribute, c: 1.5, l: 2 },
    close,
    { ...close, t: 0, overall: { a: 1, b: 0 } },
    ordered,
    { ...ordered, order: ['c', 'b', 'a'] },
    nested(['a', '*'], ['b', '*']),
    nested(['a', 'x', '*'], ['b', 'y', '*'], ['c', 'y', '*']),
    like,
    { ...like, variant: 'enhanced' },
    { type: 'average-risk', threshold: 0.1 },
    { type: 'uniqueness', threshold: 0 },
  ])('can be checked: %j', (demand) => {
    expect(problems([demand])).toEqual([]);
  });

  it.each<[string | string[], unknown]>([
    ['demand 1 is of no known type', null],
    ['demand 1 is of no known type', 'distinct-l'],
    ['demand 1 is of no known type', [1]],
    ['demand 1 is of no known type', { type: 7 }],
    ['demand 1 is of no known type', { type: 'k-map' }],
    ['demand 1 is of no known type', { type: 'toString' }],
    ['demand 1 has no sensible l', { type: 'distinct-l', attribute, l: 1.5 }],
    ['demand 1 has no sensible l', { type: 'distinct-l', attribute, l: -1 }],
    ['demand 1 has no sensible l', { type: 'entropy-l', attribute, l: 1.5, estimator: 'shannon' }],
    [['demand 1 has no sensible c', 'demand 1 has no sensible l'], { type: 'recursive-cl', attribute }],
    ['demand 1 has no sensible c', { type: 'recursive-cl', attribute, c: Infinity, l: 2 }],
    ['demand 1 has no sensible t', { ...close, t: '0.2' }],
    ['demand 1 has no sensible beta', { ...like, beta: NaN }],
    ['demand 1 has no sensible threshold', { type: 'average-risk' }],
    ['demand 1 has no sensible threshold', { type: 'uniqueness', threshold: -0.1 }],
    ['demand 1 has no estimator of shannon, grassberger, grassberger-arx', { type: 'entropy-l', attribute, l: 2 }],
    ['demand 1 has no distance of equal, hierarchical, ordered', { ...close, distance: 'far' }],
    ['demand 1 has no variant of basic, enhanced', { ...like, variant: undefined }],
    ['demand 1 is about a column that does not exist', { type: 'distinct-l', attribute: 'area', l: 2 }],
    ['demand 1 is about a column that does not exist', { type: 'distinct-l', attribute: 'key', l: 2 }],
    ['demand 1 is about a column that does not exist', { ...close, attribute: 'area' }],
    ['demand 1 does not give the overall shares', { ...close, overall: undefined }],
    ['demand 1 does not give the overall shares', { ...close, overall: [0.5, 0.5] }],
    ['demand 1 does not give the overall shares', { ...close, overall: null }],
    ['demand 1 does not give the overall shares', { ...like, overall: { a: 0.5, b: 1.1 } }],
    ['demand 1 does not give the overall shares', { ...like, overall: { a: 0.5, b: '0.5' } }],
    [noOrder, { ...ordered, order: undefined }],
    [noOrder, { ...ordered, order: ['a'] }],
    [noOrder, { ...ordered, order: ['a', 'b', 'a'] }],
    [noOrder, { ...ordered, order: ['a', 'b', 7] }],
    [noHierarchy, { ...close, distance: 'hierarchical' }],
    [noHierarchy, nested()],
    [noHierarchy, nested([], [])],
    [noHierarchy, nested('a*', 'b*')],
    [noHierarchy, nested(['a', 7], ['b', 7])],
    [noHierarchy, nested(['a', '*'])],
    [noHierarchy, nested(['a', '*'], ['b', '*'], ['b', '*'])],
    [noHierarchy, nested(['a', 'x', '*'], ['b', '*'])],
    [noHierarchy, nested(['a', '*'], ['b', 'any'])],
    [noHierarchy, nested(['a', 'x', 'y', '*'], ['b', 'x', 'z', '*'])],
  ])('cannot be: %s: %j', (said, demand) => {
    expect(problems([demand])).toEqual([said].flat());
  });

  it('is told by the place of each that cannot be checked', () => {
    expect(problems([close, { type: 'k-map' }, like, 7])).toEqual([
      'demand 2 is of no known type',
      'demand 4 is of no known type',
    ]);
  });
});
