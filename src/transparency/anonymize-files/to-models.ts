import type { PrivacyModel } from '../anonymize/index.js';
import type { ReferenceModel } from './reference-case.js';

/** The models beyond k, and the k that they and k-anonymity ask for together (1 when none does). */
export function toModels(models: readonly ReferenceModel[]): { readonly k: number; readonly models: PrivacyModel[] } {
  const k = models.reduce((most, { type, k: own }) => Math.max(most, type === 'KAnonymity' ? demand(own, 'k') : 1), 1);
  return { k, models: models.filter(({ type }) => type !== 'KAnonymity').map(toModel) };
}

function toModel({ type, attribute: named, l, c, t, b, threshold, estimator }: ReferenceModel): PrivacyModel {
  const attribute = named ?? '';
  switch (type) {
    case 'DistinctLDiversity':
      return { type: 'distinct-l', attribute, l: demand(l, 'l') };
    case 'EntropyLDiversity':
      return {
        type: 'entropy-l',
        attribute,
        l: demand(l, 'l'),
        estimator: /grassberger/i.test(estimator ?? '') ? 'grassberger-arx' : 'shannon',
      };
    case 'RecursiveCLDiversity':
      return { type: 'recursive-cl', attribute, c: demand(c, 'c'), l: demand(l, 'l') };
    case 'EqualDistanceTCloseness':
      return { type: 't-closeness', attribute, t: demand(t, 't'), distance: 'equal' };
    case 'HierarchicalDistanceTCloseness':
      return { type: 't-closeness', attribute, t: demand(t, 't'), distance: 'hierarchical' };
    case 'OrderedDistanceTCloseness':
      return { type: 't-closeness', attribute, t: demand(t, 't'), distance: 'ordered' };
    case 'BasicBLikeness':
      return { type: 'beta-likeness', attribute, beta: demand(b, 'b'), variant: 'basic' };
    case 'EnhancedBLikeness':
      return { type: 'beta-likeness', attribute, beta: demand(b, 'b'), variant: 'enhanced' };
    case 'AverageReidentificationRisk':
      return { type: 'average-risk', threshold: demand(threshold, 'threshold') };
    case 'SampleUniqueness':
      return { type: 'uniqueness', threshold: demand(threshold, 'threshold') };
    default:
      throw new Error(`The privacy model "${type}" is not known.`);
  }
}

function demand(value: number | undefined, name: string): number {
  if (value === undefined || !Number.isFinite(value)) throw new Error(`A privacy model has no ${name}.`);
  return value;
}
