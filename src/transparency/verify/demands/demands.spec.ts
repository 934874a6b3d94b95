import { afterAll, describe, expect, it } from '@jest/globals';
import { sha256, TestFolder } from '../../../../test/support/sample-release.js';
import type { Demand, Manifest, ViolationCode } from '../index.js';

const folder = new TestFolder();
afterAll(() => {
  folder.remove();
});

/** Two classes, north and south, of cases with a finding each; some more cases were suppressed. */
async function codesOf(
  { north, south, more = [] }: { north: string; south: string; more?: readonly string[] },
  demand: Demand,
  over: Partial<Manifest> = {},
): Promise<ViolationCode[]> {
  const findings = [...north.split(' '), ...south.split(' ')];
  const lines = findings.map(
    (finding, at) =>
      `${sha256(String(at)).slice(0, 16)},${at < north.split(' ').length ? 'north' : 'south'},${finding}`,
  );
  const csv = ['key,area,finding', ...lines.sort()].map((line) => `${line}\n`).join('');
  const all = findings.length + more.length;
  const manifest: Manifest = {
    dataset: 'findings',
    file: { name: 'data.csv', sha256: sha256(csv), rows: findings.length },
    k: 2,
    columns: [
      { name: 'key', role: 'key' },
      { name: 'area', role: 'quasi-identifier', level: 0, values: ['north', 'south'] },
      { name: 'finding', role: 'sensitive' },
    ],
    keys: { unit: 'key', subject: 'key' },
    order: ['key'],
    input: { rows: all, units: all },
    suppressed: { rows: more.length, units: more.length },
    forbidden: [],
    demands: [demand],
    ...over,
  };
  const { violations } = await folder.verify({ csv, manifest });
  return [...new Set(violations.map(({ code }) => code))];
}

const attribute = 'finding';
const even = { north: 'a a b b', south: 'a b a b' };
const halves = { a: 0.5, b: 0.5 };
const overall = { a: 0.25, b: 0.25, c: 0.25, d: 0.25 };
const spread = { north: 'a b', south: 'c d' };
const near = [
  ['a', 'left', '*'],
  ['b', 'left', '*'],
  ['c', 'right', '*'],
  ['d', 'right', '*'],
];

describe('a promise beyond k', () => {
  it.each<[string, ViolationCode, { north: string; south: string; more?: string[] }, Demand, Demand]>([
    [
      'distinct l',
      'diversity-below-l',
      { north: 'a a b', south: 'a b c' },
      { type: 'distinct-l', attribute, l: 2 },
      { type: 'distinct-l', attribute, l: 3 },
    ],
    [
      'entropy l',
      'diversity-below-l',
      { north: 'a b', south: 'a a a b' },
      { type: 'entropy-l', attribute, l: 1, estimator: 'shannon' },
      { type: 'entropy-l', attribute, l: 2, estimator: 'shannon' },
    ],
    [
      // G(4) − G(2) is 2/3, less than ln 2: Grassberger's estimate asks for more of a small class than Shannon's.
      'entropy l after Grassberger',
      'diversity-below-l',
      { north: 'a a b b', south: 'a a b b' },
      { type: 'entropy-l', attribute, l: 2, estimator: 'shannon' },
      { type: 'entropy-l', attribute, l: 2, estimator: 'grassberger' },
    ],
    [
      'recursive (c, l)',
      'diversity-below-l',
      { north: 'a a b', south: 'a b b' },
      { type: 'recursive-cl', attribute, c: 2.1, l: 2 },
      { type: 'recursive-cl', attribute, c: 2, l: 2 },
    ],
    [
      't, equal distance',
      'closeness-above-t',
      spread,
      { type: 't-closeness', attribute, t: 0.5, distance: 'equal', overall },
      { type: 't-closeness', attribute, t: 0.49, distance: 'equal', overall },
    ],
    [
      // Half of each class must cross from its own side to the other: height 2 of 2; nothing within a side.
      't, hierarchical distance',
      'closeness-above-t',
      { north: 'a a b b', south: 'c d c d' },
      { type: 't-closeness', attribute, t: 0.5, distance: 'hierarchical', overall, hierarchy: near },
      { type: 't-closeness', attribute, t: 0.49, distance: 'hierarchical', overall, hierarchy: near },
    ],
    [
      // a b against a b c d: over the steps 1/4, 2/4, 1/4 must cross.
      't, ordered distance',
      'closeness-above-t',
      spread,
      { type: 't-closeness', attribute, t: 0.34, distance: 'ordered', overall, order: ['a', 'b', 'c', 'd'] },
      { type: 't-closeness', attribute, t: 0.33, distance: 'ordered', overall, order: ['a', 'b', 'c', 'd'] },
    ],
    [
      'basic β',
      'likeness-above-beta',
      spread,
      { type: 'beta-likeness', attribute, beta: 1, variant: 'basic', overall },
      { type: 'beta-likeness', attribute, beta: 0.9, variant: 'basic', overall },
    ],
    [
      // −ln ½ = 0.69 is less than the gain of 1 that β alone would allow.
      'enhanced β',
      'likeness-above-beta',
      { north: 'a a', south: 'b b' },
      { type: 'beta-likeness', attribute, beta: 1, variant: 'basic', overall: halves },
      { type: 'beta-likeness', attribute, beta: 1, variant: 'enhanced', overall: halves },
    ],
    [
      'average risk',
      'risk-above-threshold',
      even,
      { type: 'average-risk', threshold: 0.25 },
      { type: 'average-risk', threshold: 0.24 },
    ],
    [
      'shares that are as claimed',
      'overall-distribution-false',
      { ...even, more: ['c', 'c'] },
      { type: 'beta-likeness', attribute, beta: 9, variant: 'basic', overall: { a: 0.4, b: 0.4, c: 0.2 } },
      { type: 'beta-likeness', attribute, beta: 9, variant: 'basic', overall: { a: 0.3, b: 0.5, c: 0.2 } },
    ],
    [
      'shares of every value that is published',
      'overall-distribution-false',
      even,
      { type: 't-closeness', attribute, t: 1, distance: 'equal', overall: halves },
      { type: 't-closeness', attribute, t: 1, distance: 'equal', overall: { a: 1 } },
    ],
  ])('%s: kept, and found out when it is not', async (_, code, release, kept, broken) => {
    expect(await codesOf(release, kept)).toEqual([]);
    expect(await codesOf(release, broken)).toEqual([code]);
  });

  it('uniqueness: no row alone, and one', async () => {
    const lone = { north: 'a', south: 'a b' };
    const strict: Demand = { type: 'uniqueness', threshold: 0.3 };
    expect(await codesOf(even, strict)).toEqual([]);
    expect(await codesOf(lone, strict, { k: 1 })).toEqual(['risk-above-threshold']);
    expect(await codesOf(lone, { ...strict, threshold: 0.34 }, { k: 1 })).toEqual([]);
  });

  it.each([
    [{ type: 'k-map', k: 5 }],
    [{ type: 'distinct-l', attribute: 'area of nowhere', l: 2 }],
    [{ type: 'distinct-l', attribute: 'key', l: 2 }],
    [{ type: 'distinct-l', attribute, l: 1.5 }],
    [{ type: 'entropy-l', attribute, l: 2, estimator: 'guess' }],
    [{ type: 't-closeness', attribute, t: 0.2, distance: 'equal' }],
    [{ type: 't-closeness', attribute, t: -1, distance: 'equal', overall }],
    [{ type: 't-closeness', attribute, t: 0.2, distance: 'ordered', overall, order: ['a', 'b'] }],
    [{ type: 't-closeness', attribute, t: 0.2, distance: 'hierarchical', overall, hierarchy: near.slice(1) }],
    [
      {
        type: 't-closeness',
        attribute,
        t: 0.2,
        distance: 'hierarchical',
        overall,
        hierarchy: [
          ['a', 'left', 'all'],
          ['b', 'left', 'none'],
          ['c', 'x', 'all'],
          ['d', 'x', 'all'],
        ],
      },
    ],
    [{ type: 'average-risk', threshold: 'low' }],
  ])('that cannot be checked is no promise: %j', async (demand) => {
    expect(await codesOf(even, demand as unknown as Demand)).toEqual(['manifest-invalid']);
  });
});
