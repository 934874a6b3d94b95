import { describe, expect, it } from '@jest/globals';
import { KNOWN_MODELS } from '../../src/transparency/anonymize-files/index.js';
import { toMetric } from '../../src/transparency/anonymize-files/to-metric.js';
import { toModels } from '../../src/transparency/anonymize-files/to-models.js';

describe('privacy models as cases name them', () => {
  it.each<[Parameters<typeof toModels>[0][number], object]>([
    [
      { type: 'DistinctLDiversity', l: 3, attribute: 'a' },
      { type: 'distinct-l', attribute: 'a', l: 3 },
    ],
    [
      { type: 'distinct l-diversity', l: '3', attribute: 'a' },
      { type: 'distinct-l', attribute: 'a', l: 3 },
    ],
    [
      { type: 'EntropyLDiversity', l: 3 },
      { type: 'entropy-l', attribute: 's', l: 3, estimator: 'shannon' },
    ],
    [
      { type: 'EntropyLDiversity', l: 3, estimator: 'GRASSBERGER' },
      { type: 'entropy-l', attribute: 's', l: 3, estimator: 'grassberger-arx' },
    ],
    [
      { type: 'RecursiveCLDiversity', c: 4, l: 5 },
      { type: 'recursive-cl', attribute: 's', c: 4, l: 5 },
    ],
    [
      { type: 'EqualDistanceTCloseness', t: 0.2 },
      { type: 't-closeness', attribute: 's', t: 0.2, distance: 'equal' },
    ],
    [
      { type: 'hierarchical-distance t-closeness', t: 0.2 },
      { type: 't-closeness', attribute: 's', t: 0.2, distance: 'hierarchical' },
    ],
    [
      { type: 'OrderedDistanceTCloseness', t: 0.2 },
      { type: 't-closeness', attribute: 's', t: 0.2, distance: 'ordered' },
    ],
    [
      { type: 'BasicBLikeness', b: 3 },
      { type: 'beta-likeness', attribute: 's', beta: 3, variant: 'basic' },
    ],
    [
      { type: 'EnhancedBLikeness', beta: 2 },
      { type: 'beta-likeness', attribute: 's', beta: 2, variant: 'enhanced' },
    ],
    [
      { type: 'AverageReidentificationRisk', threshold: 0.01 },
      { type: 'average-risk', threshold: 0.01 },
    ],
    [
      { type: 'Threshold average risk', threshold: 0.01 },
      { type: 'average-risk', threshold: 0.01 },
    ],
    [
      { type: 'SampleUniqueness', threshold: 0.01 },
      { type: 'uniqueness', threshold: 0.01 },
    ],
  ])('%j', (model, expected) => {
    expect(toModels([model], 's')).toEqual({ k: 1, models: [expected] });
  });

  it('k is the greatest that is asked for, however it is spelt', () => {
    expect(
      toModels(
        [
          { type: 'KAnonymity', k: 3 },
          { type: 'k-anonymity', k: '5' },
        ],
        null,
      ),
    ).toEqual({ k: 5, models: [] });
  });

  it.each(['KMap', 'DPresence', 'DDisclosurePrivacy', 'EDDifferentialPrivacy', 'PopulationUniqueness', 'Inclusion'])(
    'refuses %s, which ARX has and this has not, and says what there is',
    (type) => {
      expect(() => toModels([{ type, k: 5 }], 's')).toThrow(
        `"${type}" is not known. Known: ${KNOWN_MODELS.join(', ')}.`,
      );
    },
  );

  it('refuses a model without its number or its attribute', () => {
    expect(() => toModels([{ type: 'BasicBLikeness' }], 's')).toThrow('BasicBLikeness has no b');
    expect(() => toModels([{ type: 'KAnonymity', k: '' }], 's')).toThrow('KAnonymity has no k');
    expect(() => toModels([{ type: 'DistinctLDiversity', l: 2 }], null)).toThrow('names no attribute');
  });
});

describe('metrics as cases name them', () => {
  const weights = [0.5, 0.5];
  it.each<[Parameters<typeof toMetric>[0]['metric'], object]>([
    [
      { name: 'Non-uniform entropy', monotonic: true },
      { name: 'entropy', monotonic: true },
    ],
    [{ name: 'Non-uniform entropy' }, { name: 'entropy', monotonic: true }],
    [
      { name: 'Non-monotonic non-uniform entropy', monotonic: false },
      { name: 'entropy', monotonic: false },
    ],
    [{ name: 'non-monotonic NON-UNIFORM Entropy' }, { name: 'entropy', monotonic: false }],
    [{ name: 'Monotonic discernability (DM*)' }, { name: 'discernibility', monotonic: true }],
    [
      { name: 'Discernibility', monotonic: true },
      { name: 'discernibility', monotonic: true },
    ],
    [{ name: 'DM*' }, { name: 'discernibility', monotonic: true }],
    [
      { name: 'Non-monotonic discernability', monotonic: false },
      { name: 'discernibility', monotonic: false },
    ],
    [
      { name: 'Average equivalence class size', gsFactor: 0.2 },
      { name: 'class-size', monotonic: false, gsFactor: 0.2 },
    ],
    [{ name: 'AECS' }, { name: 'class-size', monotonic: false }],
    [
      { name: 'Loss (0.5/1.0/1.0)', aggregate: 'Geometric mean' },
      { name: 'loss', monotonic: false, gsFactor: 0.5, aggregate: 'geometric-mean' },
    ],
    [
      { name: 'Loss (0.8/0.4/1.0)', gsFactor: 0.7, aggregate: 'Maximum' },
      { name: 'loss', monotonic: false, gsFactor: 0.7, aggregate: 'maximum' },
    ],
    [
      { name: 'Monotonic precision', aggregate: 'Arithmetric mean' },
      { name: 'precision', monotonic: true, aggregate: 'mean' },
    ],
    [
      { name: 'Non-monotonic precision', aggregate: 'arithmetic mean' },
      { name: 'precision', monotonic: false, aggregate: 'mean' },
    ],
    [
      { name: 'Height', aggregate: 'Sum', monotonic: true },
      { name: 'height', monotonic: true, aggregate: 'sum' },
    ],
    [
      { name: 'Height', aggregate: 'RANK' },
      { name: 'height', monotonic: false, aggregate: 'rank' },
    ],
  ])('%j', (metric, expected) => {
    expect(toMetric({ metric }, ['a', 'b'])).toEqual({ ...expected, weights });
  });

  it.each([
    'Normalized non-uniform entropy',
    'Entropy-based information loss',
    'Ambiguity',
    'KL-Divergence',
    'Classification accuracy',
  ])('refuses %s, which ARX has and this has not', (name) => {
    expect(() => toMetric({ metric: { name } }, [])).toThrow(
      `The metric "${name}" is not known. Known: Non-uniform entropy`,
    );
  });

  it('refuses an aggregate that is none', () => {
    expect(() => toMetric({ metric: { name: 'Loss', aggregate: 'Harmonic mean' } }, [])).toThrow(
      'The aggregate "Harmonic mean" is not known. Known: Sum, Arithmetic mean',
    );
  });
});
