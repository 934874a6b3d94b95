import { describe, expect, it } from '@jest/globals';
import { anonymize, table, type PrivacyModel, type Problem } from '../../src/transparency/anonymize/index.js';

/** One class per group of the paper's table, its sensitive values in order; nothing can be generalized. */
function published(groups: readonly (readonly number[])[], model: PrivacyModel, extra: object = {}): Problem {
  const values = groups.flat();
  const group = groups.flatMap((members, at) => members.map(() => at));
  return {
    rows: values.length,
    quasiIdentifiers: [
      {
        name: 'group',
        codes: Int32Array.from(group),
        hierarchy: table(
          'group',
          groups.map((_, at) => [`g${at}`, '*']),
        ),
        maxLevel: 0,
      },
    ],
    sensitive: [{ name: 's', codes: Int32Array.from(values), ...extra }],
    models: [model],
    k: 1,
    suppressionLimit: 1,
  };
}

/** Which groups may be published. */
const kept = (groups: readonly (readonly number[])[], model: PrivacyModel, extra?: object): boolean[] => {
  const problem = published(groups, model, extra);
  const { keep } = anonymize(problem);
  return groups.map((_, at) => keep[problem.quasiIdentifiers[0]!.codes.indexOf(at)] === 1);
};

describe('t-closeness (Li, Li & Venkatasubramanian 2007, section 4.1)', () => {
  // Salaries 3k … 11k; the paper gives D[{3k, 4k, 5k}, Q] = 0.375 and D[{6k, 8k, 11k}, Q] = 0.167.
  const salaries = [
    [3, 4, 5],
    [6, 8, 11],
    [7, 9, 10],
  ].map((group) => group.map((salary) => salary - 3));
  const order = Int32Array.from({ length: 9 }, (_, at) => at);
  const ordered = (t: number): PrivacyModel => ({ type: 't-closeness', attribute: 's', t, distance: 'ordered' });

  it('ordered distance: 0.375 for the three lowest, 0.167 for those spread out', () => {
    expect(kept(salaries, ordered(0.376), { order })).toEqual([true, true, true]);
    expect(kept(salaries, ordered(0.374), { order })).toEqual([false, true, true]);
    expect(kept(salaries, ordered(0.166), { order })).toEqual([false, false, false]);
    expect(kept(salaries, ordered(0.167), { order })[1]).toBe(true);
  });

  it('equal distance: two thirds of the mass must move, whatever the salaries', () => {
    const equal = (t: number): PrivacyModel => ({ type: 't-closeness', attribute: 's', t, distance: 'equal' });
    expect(kept(salaries, equal(0.667))).toEqual([true, true, true]);
    expect(kept(salaries, equal(0.666))).toEqual([false, false, false]);
  });

  it('hierarchical distance: moving within a group of diseases costs half of moving between groups', () => {
    const diseases = table('s', [
      ['flu', 'lung', '*'],
      ['cold', 'lung', '*'],
      ['ulcer', 'gut', '*'],
      ['colic', 'gut', '*'],
    ]);
    const groups = [
      [0, 0, 2, 2],
      [1, 1, 3, 3],
      [0, 1, 0, 1],
      [2, 3, 2, 3],
    ];
    const hierarchical = (t: number): PrivacyModel => ({
      type: 't-closeness',
      attribute: 's',
      t,
      distance: 'hierarchical',
    });
    // Half of the mass moves half the way: 0.25; half of it moves all the way: 0.5.
    expect(kept(groups, hierarchical(0.25), { hierarchy: diseases })).toEqual([true, true, false, false]);
    expect(kept(groups, hierarchical(0.24), { hierarchy: diseases })).toEqual([false, false, false, false]);
    expect(kept(groups, hierarchical(0.5), { hierarchy: diseases })).toEqual([true, true, true, true]);
  });
});

describe('l-diversity (Machanavajjhala et al. 2007)', () => {
  it('entropy: as even as l values of equal share, no less', () => {
    const shannon = (l: number): PrivacyModel => ({ type: 'entropy-l', attribute: 's', l, estimator: 'shannon' });
    const groups = [
      [0, 1, 2],
      [0, 0, 1, 2],
      [0, 0, 1, 1],
    ];
    expect(kept(groups, shannon(3))).toEqual([true, false, false]);
    expect(kept(groups, shannon(2))).toEqual([true, true, true]);
  });

  it('recursive: the most frequent value is less than c times the rarest from the l-th on', () => {
    const recursive = (c: number, l: number): PrivacyModel => ({ type: 'recursive-cl', attribute: 's', c, l });
    // f = 4, 2, 1: (c, 2): 4 < c · 3; (c, 3): 4 < c · 1.
    const groups = [[0, 0, 0, 0, 1, 1, 2]];
    expect(kept(groups, recursive(1.34, 2))).toEqual([true]);
    expect(kept(groups, recursive(1.33, 2))).toEqual([false]);
    expect(kept(groups, recursive(4.01, 3))).toEqual([true]);
    expect(kept(groups, recursive(4, 3))).toEqual([false]);
    expect(kept(groups, recursive(100, 4))).toEqual([false]);
  });
});

describe('beta-likeness (Cao & Karras 2012)', () => {
  // Overall shares 1/2, 1/4, 1/4. In the first group value 1 gains from 1/4 to 1/2: by its own share once.
  const groups = [
    [0, 1, 1, 0],
    [0, 0, 2, 2],
    [0, 1, 2, 0],
  ].map((group) => [...group, ...group]);
  const likeness = (beta: number, variant: 'basic' | 'enhanced'): PrivacyModel => ({
    type: 'beta-likeness',
    attribute: 's',
    beta,
    variant,
  });

  it('basic: a share may grow by beta times itself', () => {
    expect(kept(groups, likeness(1, 'basic'))).toEqual([true, true, true]);
    expect(kept(groups, likeness(0.99, 'basic'))).toEqual([false, false, true]);
  });

  it('enhanced: a frequent value by −ln q at most', () => {
    // Value 0 has share 2/3 overall: −ln (2/3) = 0.405; alone in its group it gains 1/2.
    const frequent = [
      [0, 0, 0],
      [0, 1, 2],
    ];
    expect(kept(frequent, likeness(1, 'basic'))).toEqual([true, true]);
    expect(kept(frequent, likeness(1, 'enhanced'))).toEqual([false, true]);
  });
});

describe('models of class sizes', () => {
  const sizes = [[0], [0], [0, 0], [0, 0, 0, 0], [0, 0, 0, 0]];
  it('average risk: the smallest classes go until classes over rows is low enough', () => {
    // 5 classes of 12 rows; without the two smallest 3 of 10.
    expect(kept(sizes, { type: 'average-risk', threshold: 0.42 })).toEqual([true, true, true, true, true]);
    expect(kept(sizes, { type: 'average-risk', threshold: 0.3 })).toEqual([false, false, true, true, true]);
    expect(kept(sizes, { type: 'average-risk', threshold: 0.25 })).toEqual([false, false, false, true, true]);
    expect(kept(sizes, { type: 'average-risk', threshold: 0.2 })).toEqual([false, false, false, false, false]);
  });

  it('uniqueness: rows that stand alone go until their share is low enough', () => {
    expect(kept(sizes, { type: 'uniqueness', threshold: 0.17 })).toEqual([true, true, true, true, true]);
    expect(kept(sizes, { type: 'uniqueness', threshold: 0.1 }).filter(Boolean)).toHaveLength(4);
    expect(kept(sizes, { type: 'uniqueness', threshold: 0.05 })).toEqual([false, false, true, true, true]);
  });
});
