import type { Aggregate, Metric } from '../anonymize/index.js';
import type { ReferenceCase } from './reference-case.js';

const NAMES: readonly (readonly [RegExp, Metric['name']])[] = [
  [/entropy/i, 'entropy'],
  [/discernab|discernib/i, 'discernibility'],
  [/class size/i, 'class-size'],
  [/precision/i, 'precision'],
  [/height/i, 'height'],
  [/^loss/i, 'loss'],
];

const AGGREGATES: readonly (readonly [RegExp, Aggregate])[] = [
  [/^sum/i, 'sum'],
  [/^arith/i, 'mean'],
  [/^geom/i, 'geometric-mean'],
  [/^max/i, 'maximum'],
  [/^rank/i, 'rank'],
];

const DEFAULT_WEIGHT = 0.5;

/** @param columns names of the quasi-identifiers, in order */
export function toMetric(
  { metric, attributeWeights = {} }: Pick<ReferenceCase, 'metric' | 'attributeWeights'>,
  columns: readonly string[],
): Metric {
  const name = NAMES.find(([pattern]) => pattern.test(metric.name))?.[1];
  if (name === undefined) throw new Error(`The metric "${metric.name}" is not known.`);
  const aggregate = AGGREGATES.find(([pattern]) => pattern.test(metric.aggregate ?? ''))?.[1];
  if (aggregate === undefined && metric.aggregate !== undefined)
    throw new Error(`The aggregate "${metric.aggregate}" is not known.`);
  return {
    name,
    monotonic: !/^non-monotonic/i.test(metric.name) && (metric.monotonic ?? false),
    ...(metric.gsFactor === undefined ? {} : { gsFactor: metric.gsFactor }),
    ...(aggregate === undefined ? {} : { aggregate }),
    weights: columns.map((column) => attributeWeights[column] ?? DEFAULT_WEIGHT),
  };
}
