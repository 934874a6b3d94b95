import type { Aggregate, Metric } from '../anonymize/index.js';
import { CaseRefused } from './case-refused.js';
import { plainWord } from './plain-word.js';
import type { ReferenceCase, ReferenceMetric } from './reference-case.js';

const NAMES: Readonly<Record<string, Metric['name']>> = {
  nonuniformentropy: 'entropy',
  entropy: 'entropy',
  discernability: 'discernibility',
  discernibility: 'discernibility',
  dm: 'discernibility',
  averageequivalenceclasssize: 'class-size',
  averageclasssize: 'class-size',
  aecs: 'class-size',
  precision: 'precision',
  height: 'height',
  loss: 'loss',
};
export const KNOWN_METRICS = [
  'Non-uniform entropy',
  'Non-monotonic non-uniform entropy',
  'Monotonic discernability (DM*)',
  'Non-monotonic discernability',
  'Average equivalence class size',
  'Loss',
  'Monotonic precision',
  'Non-monotonic precision',
  'Height',
] as const;

const AGGREGATES: Readonly<Record<string, Aggregate>> = {
  sum: 'sum',
  arithmeticmean: 'mean',
  // Thus in ARX.
  arithmetricmean: 'mean',
  mean: 'mean',
  geometricmean: 'geometric-mean',
  maximum: 'maximum',
  max: 'maximum',
  rank: 'rank',
};
export const KNOWN_AGGREGATES = ['Sum', 'Arithmetic mean', 'Geometric mean', 'Maximum', 'Rank'] as const;

const DEFAULT_WEIGHT = 0.5;

/**
 * @param columns names of the quasi-identifiers, in order
 * @throws CaseRefused `metric-unknown`, `case-malformed`
 */
export function toMetric(
  { metric, attributeWeights }: Pick<ReferenceCase, 'metric' | 'attributeWeights'>,
  columns: readonly string[],
): Metric {
  const { name, monotonic } = nameOf(metric);
  const aggregate = aggregateOf(metric);
  const gsFactor = gsFactorOf(metric);
  return {
    name,
    monotonic,
    ...(gsFactor === undefined ? {} : { gsFactor }),
    ...(aggregate === undefined ? {} : { aggregate }),
    weights: weightsOf(attributeWeights ?? {}, columns),
  };
}

function nameOf(metric: ReferenceMetric): Pick<Metric, 'name'> & { monotonic: boolean } {
  const word = plainWord(metric.name).replace(/metric$/, '');
  const [, prefix, plain = ''] = /^(nonmonotonic|monotonic)?(.*)$/.exec(word) ?? [];
  const name = NAMES[plain];
  if (name === undefined)
    throw new CaseRefused(
      'metric-unknown',
      `The metric "${metric.name}" is not known. Known: ${KNOWN_METRICS.join(', ')}.`,
    );
  // ARX's plain name of the entropy is that of its monotonic variant.
  const usual = /DM\*/i.test(metric.name) || (metric.monotonic ?? name === 'entropy');
  return { name, monotonic: prefix === undefined ? usual : prefix === 'monotonic' };
}

function aggregateOf({ aggregate }: ReferenceMetric): Aggregate | undefined {
  if (aggregate == null || aggregate === '') return undefined;
  const found = AGGREGATES[plainWord(aggregate)];
  if (found === undefined)
    throw new CaseRefused(
      'metric-unknown',
      `The aggregate "${aggregate}" is not known. Known: ${KNOWN_AGGREGATES.join(', ')}.`,
    );
  return found;
}

/** ARX writes the factor into the name, too: `Loss (0.5/1.0/1.0)`. */
function gsFactorOf({ name, gsFactor }: ReferenceMetric): number | undefined {
  if (gsFactor != null) return gsFactor;
  const [, written] = /\(([\d.]+)\/[\d.]+\/[\d.]+\)/.exec(name) ?? [];
  return written === undefined ? undefined : Number(written);
}

function weightsOf(given: Readonly<Record<string, number>>, columns: readonly string[]): number[] {
  return columns.map((column) => given[column] ?? DEFAULT_WEIGHT);
}
