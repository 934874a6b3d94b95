import fc from 'fast-check';
import { table, type Metric, type PrivacyModel, type Problem } from '../../src/transparency/anonymize/index.js';
import { randomProblem } from './random-problem.js';

const VALUES = 5;
const diseases = table('disease', [
  ['flu', 'lung'],
  ['cold', 'lung'],
  ['ulcer', 'gut'],
  ['colic', 'gut'],
  ['gout', 'joint'],
]);

const attribute = fc.constantFrom('disease', 'outcome');
const threshold = fc.constantFrom(0.05, 0.2, 0.35, 0.5);
export const randomModel: fc.Arbitrary<PrivacyModel> = fc.oneof(
  fc.record({ type: fc.constant('distinct-l' as const), attribute, l: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    type: fc.constant('entropy-l' as const),
    attribute,
    l: fc.integer({ min: 1, max: 3 }),
    estimator: fc.constantFrom('shannon' as const, 'grassberger' as const),
  }),
  fc.record({
    type: fc.constant('recursive-cl' as const),
    attribute,
    c: fc.constantFrom(0.7, 1.5, 3),
    l: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    type: fc.constant('t-closeness' as const),
    attribute,
    t: fc.constantFrom(0.08, 0.21, 0.37, 0.53),
    distance: fc.constantFrom('equal' as const, 'hierarchical' as const, 'ordered' as const),
  }),
  fc.record({
    type: fc.constant('beta-likeness' as const),
    attribute,
    beta: fc.constantFrom(0.45, 0.95, 2.1),
    variant: fc.constantFrom('basic' as const, 'enhanced' as const),
  }),
  fc.record({ type: fc.constantFrom('average-risk' as const, 'uniqueness' as const), threshold }),
);

const gsFactor = fc.constantFrom(0.5, 0.2, 0.8, 0, 1);
const monotonic = fc.boolean();
const weights = fc.option(fc.array(fc.constantFrom(0, 0.5, 1, 2), { minLength: 4, maxLength: 4 }), { nil: undefined });
const aggregate = fc.constantFrom<Metric['aggregate']>(undefined, 'sum', 'mean', 'geometric-mean', 'maximum', 'rank');
const columnMetric = fc.constantFrom('entropy' as const, 'loss' as const, 'precision' as const, 'height' as const);

export const randomMetric: fc.Arbitrary<Metric> = fc
  .oneof(
    fc.record({ name: columnMetric, monotonic, gsFactor, weights, aggregate }),
    fc.record({ name: fc.constant('discernibility' as const), monotonic, gsFactor }),
    fc.record({ name: fc.constant('class-size' as const), gsFactor }),
  )
  .map(
    (metric) =>
      Object.fromEntries(Object.entries(metric).filter(([, value]) => value !== undefined)) as unknown as Metric,
  );

/** A random table with two sensitive attributes, up to three models and any metric. */
export const randomDemands: fc.Arbitrary<Problem & { readonly metric: Metric }> = fc
  .record({
    problem: randomProblem,
    models: fc.array(randomModel, { maxLength: 3 }),
    metric: randomMetric,
    seed: fc.array(fc.nat(1000), { minLength: 48, maxLength: 48 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: VALUES, maxLength: VALUES }),
  })
  .map(({ problem, models, metric, seed, order }) => ({
    ...problem,
    models: models.some((model) => model.type === 'average-risk' || model.type === 'uniqueness')
      ? oneSizeModel(models)
      : models,
    metric: metric.weights ? { ...metric, weights: metric.weights.slice(0, problem.quasiIdentifiers.length) } : metric,
    sensitive: ['disease', 'outcome'].map((name, i) => ({
      name,
      codes: Int32Array.from({ length: problem.rows }, (_, row) =>
        Math.min(VALUES - 1, seed[24 * i + row]! % (VALUES + 3)),
      ),
      hierarchy: diseases,
      ...(i === 0 ? { order: Int32Array.from(order) } : {}),
    })),
  }));

/** With several models of sizes the order in which they take classes away matters; the reference has one. */
function oneSizeModel(models: readonly PrivacyModel[]): PrivacyModel[] {
  const sizes = models.filter((model) => !('attribute' in model));
  return [...models.filter((model) => 'attribute' in model), sizes[0]!];
}
